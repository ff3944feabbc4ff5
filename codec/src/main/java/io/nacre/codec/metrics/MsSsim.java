package io.nacre.codec.metrics;

import java.util.OptionalDouble;

/**
 * Multi-scale structural similarity of 8-bit RGB pictures (Wang, Simoncelli and Bovik, "Multiscale structural
 * similarity for image quality assessment", Asilomar 2003).
 *
 * <p>As learned-compression papers use it: five scales, 11 x 11 Gaussian window of standard deviation 1.5 without
 * padding, 2 x 2 averages between scales (an odd last row or column is dropped), weights 0.0448, 0.2856, 0.3001,
 * 0.2363, 0.1333, K1 = 0.01, K2 = 0.03. Means that are negative count as 0. The product over the scales is taken for
 * each channel; the result is the mean of the three. Memory grows with the width only. Thread-safe.
 */
public final class MsSsim {
    /** The smallest width and height that leave room for the window on the coarsest scale. */
    public static final int MIN_SIDE = 176;

    private static final double[] WEIGHTS = {0.0448, 0.2856, 0.3001, 0.2363, 0.1333};
    private static final int CHANNELS = PictureArguments.CHANNELS;

    private MsSsim() {}

    /**
     * MS-SSIM between two pictures.
     *
     * @param a interleaved RGB, row by row, 3 width height unsigned bytes
     * @param b the same
     * @param width pixels a row
     * @param height rows
     * @return 0..1, exactly 1 for equal pictures; empty if a side is shorter than {@link #MIN_SIDE}
     * @throws IllegalArgumentException if a side is less than 1 or an array's length does not fit the sides
     */
    public static OptionalDouble of(byte[] a, byte[] b, int width, int height) {
        PictureArguments.check(a, b, width, height);
        if (Math.min(width, height) < MIN_SIDE) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (int channel = 0; channel < CHANNELS; channel++) {
            sum += ofChannel(a, b, width, height, channel);
        }
        return OptionalDouble.of(sum / CHANNELS);
    }

    /**
     * MS-SSIM on the scale -10 log10(1 - x), on which curves are drawn and Bjontegaard deltas are taken.
     *
     * @param msSsim at most 1
     * @return decibels; positive infinity for 1
     * @throws IllegalArgumentException if the argument is greater than 1 or not a number
     */
    public static double decibels(double msSsim) {
        if (!(msSsim <= 1)) {
            throw new IllegalArgumentException("MS-SSIM is at most 1, not " + msSsim);
        }
        return -10 * Math.log10(1 - msSsim);
    }

    private static double ofChannel(byte[] a, byte[] b, int width, int height, int channel) {
        SsimScale[] scales = new SsimScale[WEIGHTS.length];
        int coarsest = WEIGHTS.length - 1;
        scales[coarsest] = new SsimScale(width >> coarsest, null);
        for (int i = coarsest - 1; i >= 0; i--) {
            scales[i] = new SsimScale(width >> i, scales[i + 1]);
        }
        double[] rowA = new double[width];
        double[] rowB = new double[width];
        for (int y = 0; y < height; y++) {
            int offset = y * width * CHANNELS + channel;
            for (int x = 0; x < width; x++) {
                rowA[x] = (a[offset + CHANNELS * x] & 255) / 255.0;
                rowB[x] = (b[offset + CHANNELS * x] & 255) / 255.0;
            }
            scales[0].accept(rowA, rowB);
        }
        double product = 1;
        for (int i = 0; i < scales.length; i++) {
            product *= Math.pow(Math.max(scales[i].mean(), 0), WEIGHTS[i]);
        }
        return product;
    }
}
