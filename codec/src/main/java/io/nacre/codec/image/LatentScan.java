package io.nacre.codec.image;

import io.nacre.entropy.CorruptStreamException;

/**
 * The order in which a tile's symbols are coded, and the row context: each symbol's table row is that of the row predictor,
 * corrected by what was coded before it. Sender and receiver run this same code and differ in {@link #symbol} alone.
 *
 * <p>Two ratios of observed to expected |s|, along the lower channels of the position and around it among the neighbours
 * coded so far, are put into bins of half an octave and look up a correction. All in integers; codec/FORMAT.md, "Row
 * context", is the definition. Not thread-safe; one scan for one tile.
 */
abstract class LatentScan {
    private static final int ALONG = 38;
    private static final int AROUND = 228;
    private static final int DIAGONAL = 2;
    private static final int DIRECT = 3;

    private final CodingTables tables;
    private final int channels;
    private final int levelCap;
    private final int skipBelow;
    private final TileSymbols symbols;
    private final TileGeometry geometry;
    private final byte[] predicted;
    /** |s| (capped) and its expectation, 8 fraction bits, with a border of zeros one position wide. */
    private final int[] observed;

    private final int[] expected;
    private final int stride;
    /** Sums around a position by channel, with a zero at either end. */
    private final int[] observedAround;

    private final int[] expectedAround;

    /**
     * Prepares the scan of a tile.
     *
     * @param symbols where the symbols and their rows are put
     * @param predicted rows from z, as {@link RowPredictor#rows} gives them
     * @param step whole quality step
     */
    LatentScan(ReceiverSpec spec, CodingTables tables, TileSymbols symbols, byte[] predicted, int step) {
        this.tables = tables;
        this.channels = spec.latentChannels();
        this.levelCap = spec.levelCap();
        this.skipBelow = tables.skipBelow(step);
        this.symbols = symbols;
        this.geometry = symbols.geometry;
        this.predicted = predicted;
        this.stride = (geometry.codedWidth() + 2) * channels;
        this.observed = new int[(geometry.codedHeight() + 2) * stride];
        this.expected = new int[observed.length];
        this.observedAround = new int[channels + 2];
        this.expectedAround = new int[channels + 2];
        int[] expectation = tables.expectation();
        for (int y = 0; y < geometry.codedHeight(); y++) {
            for (int x = 0; x < geometry.codedWidth(); x++) {
                int from = (y * geometry.latentWidth() + x) * channels;
                int to = (y + 1) * stride + (x + 1) * channels;
                for (int c = 0; c < channels; c++) {
                    expected[to + c] = expectation[predicted[from + c]];
                }
            }
        }
    }

    /**
     * Codes one symbol.
     *
     * @param index of the symbol in {@link TileSymbols#s}
     * @param row corrected row, 0..63
     * @return the symbol
     */
    protected abstract int symbol(int index, int row) throws CorruptStreamException;

    /** Codes the symbols of one half: 0 for the positions whose row + column is even, 1 for the others. */
    final void run(int half) throws CorruptStreamException {
        for (int y = 0; y < geometry.codedHeight(); y++) {
            for (int x = (y + half) & 1; x < geometry.codedWidth(); x += 2) {
                int at = (y + 1) * stride + (x + 1) * channels;
                sumAround(observed, at, half, observedAround);
                sumAround(expected, at, half, expectedAround);
                position((y * geometry.latentWidth() + x) * channels, at, half);
            }
        }
    }

    private void sumAround(int[] plane, int at, int half, int[] out) {
        int upLeft = at - stride - channels;
        int upRight = at - stride + channels;
        if (half == 0) {
            for (int c = 0; c < channels; c++) {
                out[c + 1] = DIAGONAL * (plane[upLeft + c] + plane[upRight + c]);
            }
        } else {
            int up = at - stride;
            int down = at + stride;
            int left = at - channels;
            int right = at + channels;
            for (int c = 0; c < channels; c++) {
                out[c + 1] = DIAGONAL * (plane[upLeft + c] + plane[upRight + c])
                        + DIRECT * (plane[up + c] + plane[down + c] + plane[left + c] + plane[right + c]);
            }
        }
    }

    private void position(int from, int at, int half) throws CorruptStreamException {
        // Locals, because the call of symbol() would have every field read again.
        int[] log = tables.log();
        byte[] correction = tables.correction();
        int[] largest = tables.largestCorrections();
        byte[] rows = predicted;
        int[] v = observedAround;
        int[] e = expectedAround;
        int[] expectedHere = expected;
        int skip = skipBelow;
        int observedAlong = 0;
        int expectedAlong = 0;
        for (int c = 0, end = channels; c < end; c++) {
            int predictedRow = rows[from + c];
            int group = Math.min(predictedRow >> 2, CodingTables.GROUPS - 1);
            int size = 0;
            // Most rows of a low quality stay below the threshold whatever the context says.
            if (predictedRow + largest[group] >= skip) {
                int along = bin(log, observedAlong + ALONG, expectedAlong + ALONG);
                int around = bin(log, v[c] + 2 * v[c + 1] + v[c + 2] + AROUND, e[c] + 2 * e[c + 1] + e[c + 2] + AROUND);
                int index = ((group * CodingTables.BINS + along) * CodingTables.BINS + around) * 2 + half;
                int row = Math.max(0, Math.min(ReceiverSpec.ROWS - 1, predictedRow + correction[index]));
                if (row >= skip) {
                    int s = symbol(from + c, row);
                    if (s != 0) { // what is 0 was so from the start; the row of a 0 is never asked for
                        symbols.s[from + c] = (short) s;
                        symbols.rows[from + c] = (byte) row;
                        size = Math.min(Math.abs(s), levelCap) << 8;
                        observed[at + c] = size;
                    }
                }
            }
            observedAlong += size - (observedAlong >> 4);
            expectedAlong += expectedHere[at + c] - (expectedAlong >> 4);
        }
    }

    /** The ratio of two positive integers in half octaves, 0..12 with 6 for one. */
    private static int bin(int[] log, int observed, int expected) {
        return Math.max(0, Math.min(CodingTables.BINS - 1, (log2(log, observed) - log2(log, expected) + 52) >> 3));
    }

    /** Logarithm in sixteenths of an octave: the position of the highest bit, then five bits of mantissa. */
    private static int log2(int[] log, int t) {
        int top = 31 - Integer.numberOfLeadingZeros(t);
        return 16 * top + log[((t << 5) >>> top) - 32];
    }
}
