package io.nacre.codec.metrics;

/**
 * The XYB colour space of JPEG XL (ISO/IEC 18181-1): cube roots of three cone responses, as their difference, their
 * mean and the short cones alone; here shifted and scaled as SSIMULACRA 2 wants it, all three about 0..1.
 */
final class Xyb {
    private static final double[][] OPSIN_ABSORBANCE = {
        {0.3, 0.622, 0.078},
        {0.23, 0.692, 0.078},
        {0.2434226892454782, 0.2047674442449682, 0.5518098665095537}
    };
    private static final double OPSIN_BIAS = 0.0037930732552754493;
    private static final double OPSIN_BIAS_ROOT = Math.cbrt(OPSIN_BIAS);

    private Xyb() {}

    /**
     * Converts one row.
     *
     * @param linear linear RGB of sRGB primaries, 0..1, three rows of equal length
     * @param xyb receives 14 X + 0.42, Y + 0.01 and B - Y + 0.55
     */
    static void fromLinear(double[][] linear, double[][] xyb) {
        for (int x = 0; x < linear[0].length; x++) {
            double r = linear[0][x];
            double g = linear[1][x];
            double b = linear[2][x];
            double l = response(OPSIN_ABSORBANCE[0], r, g, b);
            double m = response(OPSIN_ABSORBANCE[1], r, g, b);
            double s = response(OPSIN_ABSORBANCE[2], r, g, b);
            double mean = (l + m) / 2;
            xyb[0][x] = 14 * (l - m) / 2 + 0.42;
            xyb[1][x] = mean + 0.01;
            xyb[2][x] = s - mean + 0.55;
        }
    }

    private static double response(double[] absorbance, double r, double g, double b) {
        double mixed = absorbance[0] * r + absorbance[1] * g + absorbance[2] * b;
        return Math.cbrt(mixed + OPSIN_BIAS) - OPSIN_BIAS_ROOT;
    }
}
