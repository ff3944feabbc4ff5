package io.nacre.codec.image;

import io.nacre.codec.latent.PackBytes;
import io.nacre.models.ModelException;

/**
 * The table row of every latent from z, in integers: row = clamp((z W + place + static[step]) >> shift, 0, 63), W int8
 * (after the linear predictor of PULSE, arXiv 2609.18602). |sum| is at most 1024 * 128 * 128 + 2^16 and fits an int.
 * Immutable, thread-safe.
 */
final class RowPredictor {
    /** Latents under one hyperlatent position. */
    static final int PLACES = 16;

    private final int channels;
    private final int hyper;
    private final int shift;
    /** [place][hyper][channel]; int, because that is what the JIT vectorises; one place's share stays in the cache. */
    private final int[] weights;

    private final short[] place; // [place][channel]
    private final short[] fixed; // [quality step][channel]

    private RowPredictor(ReceiverSpec spec, PackBytes in) throws ModelException {
        channels = spec.latentChannels();
        hyper = spec.hyperChannels();
        in.expect(hyper, "the number of hyper channels");
        in.expect(channels, "the number of latent channels");
        shift = in.integer();
        if (shift < 0 || shift > 16) {
            throw in.damaged("shift " + shift);
        }
        byte[] stored = in.signedBytes(hyper * PLACES * channels); // [hyper][place][channel]
        weights = new int[stored.length];
        for (int i = 0; i < stored.length; i++) {
            int j = i / channels / PLACES;
            int p = i / channels % PLACES;
            weights[(p * hyper + j) * channels + i % channels] = stored[i];
        }
        place = in.shorts(PLACES * channels);
        fixed = in.shorts(spec.qualities() * channels);
        in.end();
    }

    static RowPredictor parse(ReceiverSpec spec, byte[] bytes) throws ModelException {
        return new RowPredictor(spec, new PackBytes("row_predictor.bin", bytes));
    }

    /**
     * Rows of a tile.
     *
     * @param z hyperlatents, [zHeight][zWidth][hyper], -127..127
     * @param step whole quality step
     * @return rows [4 zHeight][4 zWidth][channel], 0..63
     */
    byte[] rows(byte[] z, int zHeight, int zWidth, int step) {
        byte[] rows = new byte[zHeight * zWidth * PLACES * channels];
        int width = 4 * zWidth;
        int[] start = new int[channels];
        int[] sum = new int[channels];
        for (int p = 0; p < PLACES; p++) {
            for (int c = 0; c < channels; c++) {
                start[c] = place[p * channels + c] + fixed[step * channels + c];
            }
            for (int cell = 0; cell < zHeight * zWidth; cell++) {
                System.arraycopy(start, 0, sum, 0, channels);
                for (int j = 0; j < hyper; j++) {
                    int value = z[cell * hyper + j];
                    if (value != 0) {
                        addScaled(sum, weights, (p * hyper + j) * channels, value);
                    }
                }
                int y = 4 * (cell / zWidth) + p / 4;
                int x = 4 * (cell % zWidth) + p % 4;
                int to = (y * width + x) * channels;
                for (int c = 0; c < channels; c++) {
                    rows[to + c] = (byte) Math.max(0, Math.min(ReceiverSpec.ROWS - 1, sum[c] >> shift));
                }
            }
        }
        return rows;
    }

    /**
     * The sums under one hyperlatent position before they become rows.
     *
     * @param sums takes them, [place][channel]
     */
    void sums(byte[] z, int cell, int step, int[] sums) {
        for (int i = 0; i < sums.length; i++) {
            sums[i] = place[i] + fixed[step * channels + i % channels];
        }
        for (int j = 0; j < hyper; j++) {
            add(sums, j, z[cell * hyper + j], sums);
        }
    }

    /**
     * Rows under one hyperlatent position when one hyperlatent moves.
     *
     * @param sums as {@link #sums} gives them
     * @param by how far hyperlatent j moves
     * @param rows takes the rows, [place][channel]
     */
    void moved(int[] sums, int j, int by, int[] rows) {
        add(sums, j, by, rows);
        for (int i = 0; i < rows.length; i++) {
            rows[i] = Math.max(0, Math.min(ReceiverSpec.ROWS - 1, rows[i] >> shift));
        }
    }

    private void add(int[] sums, int j, int by, int[] out) {
        for (int p = 0; p < PLACES; p++) {
            int from = (p * hyper + j) * channels;
            for (int c = 0; c < channels; c++) {
                out[p * channels + c] = sums[p * channels + c] + by * weights[from + c];
            }
        }
    }

    private static void addScaled(int[] sum, int[] weights, int from, int value) {
        for (int c = 0; c < sum.length; c++) {
            sum[c] += weights[from + c] * value;
        }
    }
}
