package io.nacre.codec.metrics;

/**
 * Peak signal-to-noise ratio of 8-bit samples: 10 log10(255<sup>2</sup> / MSE), the MSE taken over all samples of all
 * channels together. Thread-safe.
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
        return 10 * Math.log10(PEAK * PEAK * samples / squaredError);
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
}
