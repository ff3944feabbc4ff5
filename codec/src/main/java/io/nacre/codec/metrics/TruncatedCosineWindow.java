package io.nacre.codec.metrics;

import java.util.Arrays;

/**
 * The Gaussian of standard deviation 1.5 that SSIMULACRA 2 prescribes, slid over one plane that arrives row by row;
 * outside the plane is zero, so that means near the border fall off. Separable; keeps nine rows. Not thread-safe.
 *
 * <p>It is the sum of three cosines, cut at radius 5 where all three vanish (Charalampidis, "Recursive implementation
 * of the Gaussian filter using truncated cosine functions", IEEE Trans. Signal Processing 64, 2016). The paper runs it
 * as a recursion; for so few taps the plain sum is as fast, and exact.
 */
final class TruncatedCosineWindow {
    /** Rows that must follow a row before its means are ready. */
    static final int RADIUS = 4;

    private static final int SIDE = 2 * RADIUS + 1;

    /** Centre first; equations 33, 37, 44, 50 and 52 to 57 of the paper. */
    private static final double[] WEIGHTS = {
        0.26462110548819856, 0.2129285920104222, 0.10933537277746032, 0.036011114658364374, 0.0094143678096537
    };

    private final double[] padded; // a row between RADIUS zeros on either side
    private final double[][] ring; // rows filtered horizontally, by row number modulo SIDE
    private final double[] means;
    private int next;

    /** A window over rows of {@code width} samples, at least 1. */
    TruncatedCosineWindow(int width) {
        padded = new double[width + 2 * RADIUS];
        ring = new double[SIDE][width];
        means = new double[width];
    }

    /** Takes the next row; the array is not kept. */
    void accept(double[] row) {
        System.arraycopy(row, 0, padded, RADIUS, row.length);
        double[] out = ring[next];
        for (int x = 0; x < out.length; x++) {
            int centre = x + RADIUS;
            double sum = WEIGHTS[0] * padded[centre];
            for (int i = 1; i <= RADIUS; i++) {
                sum += WEIGHTS[i] * (padded[centre - i] + padded[centre + i]);
            }
            out[x] = sum;
        }
        next = (next + 1) % SIDE;
    }

    /** Takes a row of zeros: what follows the last row of a plane. */
    void acceptZeros() {
        Arrays.fill(ring[next], 0);
        next = (next + 1) % SIDE;
    }

    /** Means around the row that was given {@link #RADIUS} rows ago; the array is reused by the next call. */
    double[] means() {
        int centre = next + RADIUS;
        double[] middle = ring[centre % SIDE];
        for (int x = 0; x < means.length; x++) {
            means[x] = WEIGHTS[0] * middle[x];
        }
        for (int i = 1; i <= RADIUS; i++) {
            double weight = WEIGHTS[i];
            double[] above = ring[(centre - i) % SIDE];
            double[] below = ring[(centre + i) % SIDE];
            for (int x = 0; x < means.length; x++) {
                means[x] += weight * (above[x] + below[x]);
            }
        }
        return means;
    }
}
