package io.nacre.codec.audio;

import io.nacre.codec.latent.PackBytes;
import io.nacre.codec.latent.RowTables;
import io.nacre.models.ModelException;

/**
 * The table row of every latent from the symbols that were coded before it, in integers: those of the two frames before
 * and of the lower channels of the frame itself, by one linear layer of int8 weights over their levels.
 *
 * <p>A sum is at most 3 frames * 1024 channels * 128 * 255 + 2^15 = 100 302 848 in magnitude and fits an int in any
 * order of adding. Immutable, thread-safe.
 */
final class RowContext {
    /** Larger |s| count as this. */
    static final int LEVEL_CAP = 15;

    /** Frames that a row looks at: its own and the two before. */
    private static final int FRAMES = 3;

    private static final int MAX_SHIFT = 16;

    private final int channels;
    private final int shift;
    private final int[] levels;
    /** [frames back][in][out]: a symbol's share lies together; int, because that is what the JIT vectorises. */
    private final int[] weights;

    private final short[] bias; // [quality step][channel]

    private RowContext(SoundSpec spec, PackBytes in) throws ModelException {
        channels = spec.channels();
        in.expect(channels, "the number of channels");
        in.expect(spec.qualities().steps(), "the number of qualities");
        shift = in.integer();
        if (shift < 0 || shift > MAX_SHIFT) {
            throw in.damaged("shift " + shift);
        }
        levels = in.unsignedBytes(LEVEL_CAP + 1);
        if (levels[0] != 0) {
            throw in.damaged("a symbol of 0 has the level " + levels[0]); // scans pass over these
        }
        byte[] stored = in.signedBytes(FRAMES * channels * channels); // [frames back][out][in]
        weights = new int[stored.length];
        for (int back = 0; back < FRAMES; back++) {
            for (int to = 0; to < channels; to++) {
                for (int from = 0; from < channels; from++) {
                    byte weight = stored[(back * channels + to) * channels + from];
                    if (back == 0 && from >= to && weight != 0) {
                        throw in.damaged("channel " + to + " looks at channel " + from + ", which is not known yet");
                    }
                    weights[(back * channels + from) * channels + to] = weight;
                }
            }
        }
        bias = in.shorts(spec.qualities().steps() * channels);
        in.end();
    }

    static RowContext parse(SoundSpec spec, byte[] bytes) throws ModelException {
        return new RowContext(spec, new PackBytes("row_context.bin", bytes));
    }

    int channels() {
        return channels;
    }

    /** What a symbol counts in sums, 0..255. */
    int level(int s) {
        return levels[Math.min(Math.abs(s), LEVEL_CAP)];
    }

    /** Starts the sums of a frame with what each channel has by itself. */
    void start(int step, int[] sums) {
        for (int c = 0; c < channels; c++) {
            sums[c] = bias[step * channels + c];
        }
    }

    /** Adds the shares of all symbols of an earlier frame, one or two frames back, given as their levels. */
    void addFrame(int[] sums, int back, int[] frame) {
        for (int c = 0; c < channels; c++) {
            if (frame[c] != 0) {
                addColumn(sums, (back * channels + c) * channels, 0, frame[c]);
            }
        }
    }

    /** Adds the share of a symbol of the same frame, given as its level, to the channels above its own. */
    void addSymbol(int[] sums, int channel, int level) {
        addColumn(sums, channel * channels, channel + 1, level);
    }

    private void addColumn(int[] sums, int column, int first, int level) {
        int[] w = weights; // a local, because the stores to sums would have the field read again
        for (int c = first, end = channels; c < end; c++) {
            sums[c] += w[column + c] * level;
        }
    }

    /** The row of a sum that is complete, 0..63. */
    int row(int sum) {
        return Math.max(0, Math.min(RowTables.ROWS - 1, sum >> shift));
    }
}
