package io.nacre.codec.metrics;

/**
 * One 8 x 8 block of luma as {@link PsnrHvs} sees it: coefficients of the DCT, and how much noise they hide. Reused
 * from block to block; not thread-safe.
 */
final class HvsBlock {
    static final int SIDE = 8;

    /** Weights of the energy that masks: 100 over the squares of JPEG's luminance steps, rounded as published. */
    static final double[][] MASK = {
        {0.390625, 0.826446, 1.000000, 0.390625, 0.173611, 0.062500, 0.038447, 0.026874},
        {0.694444, 0.694444, 0.510204, 0.277008, 0.147929, 0.029727, 0.027778, 0.033058},
        {0.510204, 0.591716, 0.390625, 0.173611, 0.062500, 0.030779, 0.021004, 0.031888},
        {0.510204, 0.346021, 0.206612, 0.118906, 0.038447, 0.013212, 0.015625, 0.026015},
        {0.308642, 0.206612, 0.073046, 0.031888, 0.021626, 0.008417, 0.009426, 0.016866},
        {0.173611, 0.081633, 0.033058, 0.024414, 0.015242, 0.009246, 0.007831, 0.011815},
        {0.041649, 0.024414, 0.016437, 0.013212, 0.009426, 0.006830, 0.006944, 0.009803},
        {0.019290, 0.011815, 0.011080, 0.010412, 0.007972, 0.010000, 0.009426, 0.010203}
    };

    private static final double[][] BASIS = basis();

    private final double[][] samples = new double[SIDE][SIDE];
    private final double[][] transformedRows = new double[SIDE][SIDE];
    private final double[][] coefficients = new double[SIDE][SIDE];

    /** Loads the block at pixel (x, y), which must lie wholly within the picture. */
    void load(byte[] rgb, int width, int x, int y) {
        for (int i = 0; i < SIDE; i++) {
            int start = ((y + i) * width + x) * PictureArguments.CHANNELS;
            for (int j = 0; j < SIDE; j++) {
                samples[i][j] = Luma.at(rgb, start + PictureArguments.CHANNELS * j);
            }
        }
        for (int i = 0; i < SIDE; i++) {
            for (int k = 0; k < SIDE; k++) {
                double sum = 0;
                for (int j = 0; j < SIDE; j++) {
                    sum += BASIS[k][j] * samples[i][j];
                }
                transformedRows[i][k] = sum;
            }
        }
        for (int k = 0; k < SIDE; k++) {
            for (int l = 0; l < SIDE; l++) {
                double sum = 0;
                for (int i = 0; i < SIDE; i++) {
                    sum += BASIS[k][i] * transformedRows[i][l];
                }
                coefficients[k][l] = sum;
            }
        }
    }

    /** Coefficients of the orthonormal DCT-II, vertical frequency first; valid until the next {@link #load}. */
    double[][] coefficients() {
        return coefficients;
    }

    /**
     * The strength of masking: weighted energy of the AC coefficients, reduced where the four quarters vary less than
     * the whole, since an edge hides less than a texture (equations 4 to 6 of the paper on PSNR-HVS-M).
     */
    double masking() {
        double whole = scatter(0, 0, SIDE);
        if (whole == 0) {
            return 0;
        }
        double energy = 0;
        for (int k = 0; k < SIDE; k++) {
            for (int l = k == 0 ? 1 : 0; l < SIDE; l++) {
                energy += coefficients[k][l] * coefficients[k][l] * MASK[k][l];
            }
        }
        int half = SIDE / 2;
        double quarters =
                scatter(0, 0, half) + scatter(0, half, half) + scatter(half, 0, half) + scatter(half, half, half);
        return Math.sqrt(energy * quarters / whole) / 32;
    }

    /** Unbiased variance of a square of samples, times their number. */
    private double scatter(int top, int left, int side) {
        double mean = 0;
        for (int i = top; i < top + side; i++) {
            for (int j = left; j < left + side; j++) {
                mean += samples[i][j] / (side * side);
            }
        }
        double sum = 0;
        for (int i = top; i < top + side; i++) {
            for (int j = left; j < left + side; j++) {
                sum += (samples[i][j] - mean) * (samples[i][j] - mean);
            }
        }
        return sum * side * side / (side * side - 1);
    }

    private static double[][] basis() {
        double[][] basis = new double[SIDE][SIDE];
        for (int k = 0; k < SIDE; k++) {
            double norm = Math.sqrt((k == 0 ? 1.0 : 2.0) / SIDE);
            for (int j = 0; j < SIDE; j++) {
                basis[k][j] = norm * Math.cos(Math.PI * k * (2 * j + 1) / (2 * SIDE));
            }
        }
        return basis;
    }
}
