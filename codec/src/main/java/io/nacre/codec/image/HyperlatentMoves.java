package io.nacre.codec.image;

import java.util.Arrays;

/**
 * Single steps of single hyperlatents, scored by what they would change in the bits of the tile if symbols, means and row
 * corrections stayed as they are. Worth a trial are those towards a number that the hyper analysis was nearly as close
 * to; each is proposed once. Not thread-safe.
 */
final class HyperlatentMoves {
    /** A step is proposed if the hyper analysis lies at least this far in its direction. */
    private static final float LEAST_FRACTION = 0.2f;
    /** Bits that a whole unit of that distance is worth: the correlation with true gains on Kodak crops. */
    private static final float FRACTION_BITS = 8;
    /** A second move of a cell joins the first in a trial only if it promises this many bits. */
    private static final float SECOND = -3;
    /** Bits of a symbol that a move would have skipped: it could not be coded. */
    private static final float LOST = 30;

    private final Receiver receiver;
    private final RateDistortion costs;
    private final TileGeometry geometry;
    private final int step;
    private final int hyper;
    private final int channels;
    /** What the hyper analysis gave before it was rounded, [cell][hyper]. */
    private final float[] exact;

    private final float[] scores; // [cell][hyper], infinite where nothing is proposed
    private final boolean[] triedUp;
    private final boolean[] triedDown;

    HyperlatentMoves(Receiver receiver, RateDistortion costs, TileGeometry geometry, int step, float[] exact) {
        this.receiver = receiver;
        this.costs = costs;
        this.geometry = geometry;
        this.step = step;
        this.exact = exact;
        hyper = receiver.spec.hyperChannels();
        channels = receiver.spec.latentChannels();
        scores = new float[exact.length];
        triedUp = new boolean[exact.length];
        triedDown = new boolean[exact.length];
    }

    /** Scores all moves from the hyperlatents of a trial. */
    void score(TileTrials.Trial trial) {
        CellRows cell = new CellRows(trial);
        byte[] z = trial.symbols().z;
        for (int i = 0; i < z.length; i++) {
            if (i % hyper == 0) {
                cell.start(i / hyper);
            }
            int by = direction(z, i);
            float fraction = by * (exact[i] - z[i]);
            int moved = z[i] + by;
            if (fraction < LEAST_FRACTION || Math.abs(moved) > Byte.MAX_VALUE || (by > 0 ? triedUp : triedDown)[i]) {
                scores[i] = Float.POSITIVE_INFINITY;
            } else {
                int j = i % hyper;
                float bits = costs.hyperBits(moved, j) - costs.hyperBits(z[i], j);
                scores[i] = bits + cell.change(j, by) - FRACTION_BITS * fraction;
            }
        }
    }

    /** Moves the one or two most promising hyperlatents of a cell; returns their indices, fewer or none at the end. */
    int[] propose(byte[] z, int cell) {
        int[] moved = new int[2];
        int count = 0;
        float limit = Float.MAX_VALUE;
        while (count < moved.length) {
            int best = cell * hyper;
            for (int i = best + 1; i < (cell + 1) * hyper; i++) {
                if (scores[i] < scores[best]) {
                    best = i;
                }
            }
            if (scores[best] > limit) {
                break;
            }
            int by = direction(z, best);
            (by > 0 ? triedUp : triedDown)[best] = true;
            scores[best] = Float.POSITIVE_INFINITY;
            z[best] += (byte) by;
            moved[count++] = best;
            limit = SECOND;
        }
        return Arrays.copyOf(moved, count);
    }

    private int direction(byte[] z, int i) {
        return exact[i] > z[i] ? 1 : -1;
    }

    /** The rows under one cell, corrections and symbols held. */
    private final class CellRows {
        private final TileTrials.Trial trial;
        private final int[] sums = new int[RowPredictor.PLACES * channels];
        private final int[] moved = new int[sums.length];
        private final int[] corrections = new int[sums.length];
        private final int[] symbols = new int[sums.length];
        private final int skipBelow = receiver.tables.skipBelow(step);
        private int coded;
        private float bits;

        CellRows(TileTrials.Trial trial) {
            this.trial = trial;
        }

        void start(int cell) {
            receiver.rowPredictor.sums(trial.symbols().z, cell, step, sums);
            int top = 4 * (cell / geometry.zWidth());
            int left = 4 * (cell % geometry.zWidth());
            coded = 0;
            for (int place = 0; place < RowPredictor.PLACES; place++) {
                int y = top + place / 4;
                int x = left + place % 4;
                if (y < geometry.codedHeight() && x < geometry.codedWidth()) {
                    coded |= 1 << place;
                    int from = (y * geometry.latentWidth() + x) * channels;
                    for (int c = 0; c < channels; c++) {
                        int row = trial.rows()[from + c];
                        corrections[place * channels + c] =
                                row == TrialScan.SKIPPED ? 0 : row - trial.predicted()[from + c];
                        symbols[place * channels + c] = trial.symbols().s[from + c];
                    }
                }
            }
            receiver.rowPredictor.moved(sums, 0, 0, moved);
            bits = sum();
        }

        float change(int j, int by) {
            receiver.rowPredictor.moved(sums, j, by, moved);
            return sum() - bits;
        }

        private float sum() {
            float sum = 0;
            for (int place = 0; place < RowPredictor.PLACES; place++) {
                if ((coded & 1 << place) != 0) {
                    for (int i = place * channels; i < (place + 1) * channels; i++) {
                        int row = Math.max(0, Math.min(ReceiverSpec.ROWS - 1, moved[i] + corrections[i]));
                        if (row >= skipBelow) {
                            sum += costs.bits(symbols[i], row);
                        } else if (symbols[i] != 0) {
                            sum += LOST;
                        }
                    }
                }
            }
            return sum;
        }
    }
}
