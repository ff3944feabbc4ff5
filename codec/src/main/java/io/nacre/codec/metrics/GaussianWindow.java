package io.nacre.codec.metrics;

/**
 * The 11 x 11 Gaussian window of standard deviation 1.5, slid over one plane that arrives row by row; without padding,
 * so that a plane of w x h gives (w - 10) x (h - 10) means. Separable; keeps eleven rows. Not thread-safe.
 */
final class GaussianWindow {
    static final int SIDE = 11;

    private static final int RADIUS = SIDE / 2;
    private static final double[] WEIGHTS = weights(1.5); // centre first

    private final double[][] ring; // rows filtered horizontally, by row number modulo SIDE
    private final double[] means;
    private int next;

    /** A window over rows of {@code width} samples, at least {@link #SIDE}. */
    GaussianWindow(int width) {
        ring = new double[SIDE][width - SIDE + 1];
        means = new double[width - SIDE + 1];
    }

    /** Takes the next row; the array is not kept. */
    void accept(double[] row) {
        filterRow(row, ring[next]);
        next = (next + 1) % SIDE;
    }

    /** Means over the last eleven rows, which must have been given; the array is reused by the next call. */
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

    private static void filterRow(double[] in, double[] out) {
        for (int x = 0; x < out.length; x++) {
            out[x] = WEIGHTS[0] * in[x + RADIUS];
        }
        for (int i = 1; i <= RADIUS; i++) {
            double weight = WEIGHTS[i];
            int left = RADIUS - i;
            int right = RADIUS + i;
            for (int x = 0; x < out.length; x++) {
                out[x] += weight * (in[x + left] + in[x + right]);
            }
        }
    }

    private static double[] weights(double sigma) {
        double[] weights = new double[RADIUS + 1];
        double sum = 0;
        for (int i = 0; i <= RADIUS; i++) {
            weights[i] = Math.exp(-i * i / (2 * sigma * sigma));
            sum += i == 0 ? weights[i] : 2 * weights[i];
        }
        for (int i = 0; i <= RADIUS; i++) {
            weights[i] /= sum;
        }
        return weights;
    }
}
