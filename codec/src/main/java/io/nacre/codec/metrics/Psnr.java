package io.nacre.codec.metrics;

/**
 * Peak signal-to-noise ratio of 8-bit samples: 10 log10(255<sup>2</sup> / MSE), the MSE taken over all samples of all
 * channels together, or over luma alone. Thread-safe.
 */
public final class Psnr {
    private static final double PEAK = 255;

    private Psnr() {}

    /**
     * PSNR between two pictures of the same layout.
     *
     * @param a samples 0..255 as unsigned bytes, in any order
     * @param b samples in the same order
     * @return decibels; positive infinity if all samples are equal
     * @throws IllegalArgumentException if the lengths differ or are zero
     */
    public static double of(byte[] a, byte[] b) {
        return ofSquaredError(squaredError(a, b), a.length);
    }

    /**
     * PSNR of luma (PSNR-Y): BT.601, full range, that is Y = 0.299 R + 0.587 G + 0.114 B with a peak of 255, as in
     * JFIF; not rounded to whole steps. (Figures for video are mostly of limited-range luma, which lie 1.3 dB higher at
     * equal error.)
     *
     * @param a interleaved RGB, unsigned bytes
     * @param b the same
     * @return decibels; positive infinity if all luma is equal
     * @throws IllegalArgumentException if the lengths differ, are zero or are no multiple of 3
     */
    public static double ofLuma(byte[] a, byte[] b) {
        if (a.length != b.length || a.length == 0 || a.length % PictureArguments.CHANNELS != 0) {
            throw new IllegalArgumentException("Cannot compare RGB of " + a.length + " samples with " + b.length);
        }
        double sum = 0;
        for (int i = 0; i < a.length; i += PictureArguments.CHANNELS) {
            double error = Luma.thousandths(
                            (a[i] & 255) - (b[i] & 255),
                            (a[i + 1] & 255) - (b[i + 1] & 255),
                            (a[i + 2] & 255) - (b[i + 2] & 255))
                    / 1000.0;
            sum += error * error;
        }
        return decibels(sum * PictureArguments.CHANNELS / a.length);
    }

    /**
     * PSNR from a sum of squared errors, for pictures that are compared piece by piece.
     *
     * @param squaredError sum over all samples, at least 0
     * @param samples number of samples summed over, at least 1
     * @return decibels; positive infinity if there is no error
     * @throws IllegalArgumentException if an argument is out of range
     */
    public static double ofSquaredError(long squaredError, long samples) {
        if (squaredError < 0 || samples < 1) {
            throw new IllegalArgumentException(
                    "No PSNR of a squared error of " + squaredError + " over " + samples + " samples");
        }
        return decibels((double) squaredError / samples);
    }

    /**
     * Mean squared error.
     *
     * @param a samples 0..255 as unsigned bytes, in any order
     * @param b samples in the same order
     * @return the mean over all samples, 0..65025
     * @throws IllegalArgumentException if the lengths differ or are zero
     */
    public static double mse(byte[] a, byte[] b) {
        return (double) squaredError(a, b) / a.length;
    }

    /**
     * Sum of squared differences, exact.
     *
     * @param a samples 0..255 as unsigned bytes, in any order
     * @param b samples in the same order
     * @return the sum over all samples
     * @throws IllegalArgumentException if the lengths differ or are zero
     */
    public static long squaredError(byte[] a, byte[] b) {
        if (a.length != b.length || a.length == 0) {
            throw new IllegalArgumentException("Cannot compare " + a.length + " samples with " + b.length);
        }
        long sum = 0;
        for (int i = 0; i < a.length; i++) {
            int error = (a[i] & 255) - (b[i] & 255);
            sum += error * error;
        }
        return sum;
    }

    /** PSNR of a mean squared error; positive infinity of 0. */
    static double decibels(double mse) {
        return 10 * Math.log10(PEAK * PEAK / mse);
    }
}
