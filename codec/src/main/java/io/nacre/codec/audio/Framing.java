package io.nacre.codec.audio;

/**
 * How a pack cuts sound: into blocks of some samples, and frames of two blocks each, one from block to block.
 *
 * @param rate samples a second at which the graphs work, {@value #MIN_RATE}..{@value #MAX_RATE}; every rate that a
 *     file may have can be resampled to and from these
 * @param hop samples of a block, and from frame to frame, {@value #MIN_HOP}..{@value #MAX_HOP}; divides the rate, so
 *     that seconds are whole blocks
 */
record Framing(int rate, int hop) {
    static final int MIN_RATE = 8_000;
    static final int MAX_RATE = 48_000;
    static final int MIN_HOP = 80;
    static final int MAX_HOP = 2_048;

    /** Length of a chunk: the context on both sides is computed for nothing, but the first one is waited for. */
    private static final int CHUNK_SECONDS = 2;

    Framing {
        if (rate < MIN_RATE || rate > MAX_RATE || hop < MIN_HOP || hop > MAX_HOP || rate % hop != 0) {
            throw new IllegalArgumentException("blocks of " + hop + " samples at " + rate + " Hz");
        }
    }

    /** Samples that a frame sees. */
    int window() {
        return 2 * hop;
    }

    /** Samples by which a frame begins before the block of its number. */
    int lead() {
        return hop;
    }

    /** Blocks, and frames, of a second: at least 5. */
    int perSecond() {
        return rate / hop;
    }

    /** Blocks, or frames, that a graph makes at a time at most, context aside. */
    int chunk() {
        return CHUNK_SECONDS * perSecond();
    }
}
