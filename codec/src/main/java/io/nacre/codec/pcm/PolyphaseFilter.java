package io.nacre.codec.pcm;

import java.math.BigInteger;

/**
 * The low pass of a {@link Resampler}: a sinc under a Kaiser window (J. O. Smith, "Digital Audio Resampling Home Page",
 * and J. F. Kaiser, "Nonrecursive digital filter design using the I0-sinh window function", 1974), cut into phases. An
 * output sample at the time t, counted in input samples, is the sum of input samples floor(t) - taps / 2 + 1 to
 * floor(t) + taps / 2 with the coefficients of the phase t - floor(t).
 *
 * <p>For a ratio of output to input rate of up / down in lowest terms there are {@code up} phases. Where those would
 * take too much memory, {@value #INTERPOLATED_PHASES} are kept and their neighbours interpolated linearly: the second
 * derivative of the sinc bounds the error by (pi / phases)^2 / 24 of full scale, -116 dB. Immutable.
 */
final class PolyphaseFilter {
    private static final double STOP_BAND = 100; // dB
    private static final double PASS_BAND_END = 0.91; // of the lower Nyquist frequency; the stop band begins at 1

    /** More coefficients, 32 MiB, are not kept. */
    private static final int MAX_COEFFICIENTS = 1 << 23;

    /** From so many coefficients on, 1 MiB, phases beyond {@link #INTERPOLATED_PHASES} are interpolated. */
    private static final int MANY_COEFFICIENTS = 1 << 18;

    private static final int INTERPOLATED_PHASES = 512;

    /** The dot product goes in steps of so many, each into a sum of its own. */
    private static final int UNROLL = 8;

    private final int up;
    private final int down;
    private final int taps;
    private final boolean interpolated;
    private final float[] coefficients; // taps of one phase after the other

    /** @throws IllegalArgumentException if a rate is not positive, or the table would be too large */
    PolyphaseFilter(int fromRate, int toRate) {
        if (fromRate < 1 || toRate < 1) {
            throw new IllegalArgumentException("No resampling from " + fromRate + " to " + toRate + " Hz");
        }
        int divisor =
                BigInteger.valueOf(fromRate).gcd(BigInteger.valueOf(toRate)).intValueExact();
        up = toRate / divisor;
        down = fromRate / divisor;
        double lower = Math.min(1, (double) up / down); // the lower rate, in units of the input rate
        double transition = (1 - PASS_BAND_END) / 2 * lower;
        double length = up == down ? 1 : (STOP_BAND - 7.95) / (14.36 * transition);
        interpolated = up > INTERPOLATED_PHASES && up * length > MANY_COEFFICIENTS;
        // An interpolated table ends with the first phase, one sample on.
        int phases = interpolated ? INTERPOLATED_PHASES + 1 : up;
        if ((length + UNROLL) * phases > MAX_COEFFICIENTS) {
            throw new IllegalArgumentException("Rates too far apart: " + fromRate + " and " + toRate + " Hz");
        }
        taps = (int) Math.ceil(length / UNROLL) * UNROLL;
        coefficients = new float[phases * taps];
        double cutoff = (1 + PASS_BAND_END) / 4 * lower; // cycles per input sample
        for (int phase = 0; phase < phases; phase++) {
            fill(phase, (double) phase / (interpolated ? INTERPOLATED_PHASES : up), cutoff);
        }
    }

    int up() {
        return up;
    }

    int down() {
        return down;
    }

    /** Input samples that take part in an output sample. */
    int taps() {
        return taps;
    }

    /**
     * Computes an output sample.
     *
     * @param offset of the first of its input samples
     * @param phase 0 to {@code up - 1}
     */
    float apply(float[] in, int offset, int phase) {
        if (!interpolated) {
            return dot(in, offset, phase * taps);
        }
        double position = (double) phase * INTERPOLATED_PHASES / up;
        int row = (int) position;
        float weight = (float) (position - row);
        float low = dot(in, offset, row * taps);
        float high = dot(in, offset, (row + 1) * taps);
        return low + weight * (high - low);
    }

    private float dot(float[] in, int offset, int row) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        for (int k = 0; k < taps; k += UNROLL) {
            int c = row + k;
            int x = offset + k;
            s0 += coefficients[c] * in[x];
            s1 += coefficients[c + 1] * in[x + 1];
            s2 += coefficients[c + 2] * in[x + 2];
            s3 += coefficients[c + 3] * in[x + 3];
            s4 += coefficients[c + 4] * in[x + 4];
            s5 += coefficients[c + 5] * in[x + 5];
            s6 += coefficients[c + 6] * in[x + 6];
            s7 += coefficients[c + 7] * in[x + 7];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
    }

    /** The coefficients for an output sample at a fraction of an input sample. They sum to 1, lest DC gain a ripple. */
    private void fill(int phase, double fraction, double cutoff) {
        double[] row = new double[taps];
        double sum = 0;
        for (int k = 0; k < taps; k++) {
            row[k] = up == down ? delta(k) : windowedSinc(fraction + taps / 2 - 1 - k, cutoff);
            sum += row[k];
        }
        for (int k = 0; k < taps; k++) {
            coefficients[phase * taps + k] = (float) (row[k] / sum);
        }
    }

    /** Equal rates leave everything as it is. */
    private double delta(int k) {
        return k == taps / 2 - 1 ? 1 : 0;
    }

    private double windowedSinc(double t, double cutoff) {
        double edge = t / (taps / 2);
        if (Math.abs(edge) >= 1) {
            return 0; // at the other end of the symmetric window there is no coefficient
        }
        double angle = 2 * Math.PI * cutoff * t;
        double sinc = t == 0 ? 1 : Math.sin(angle) / angle;
        double beta = 0.1102 * (STOP_BAND - 8.7);
        return sinc * besselI0(beta * Math.sqrt(1 - edge * edge));
    }

    /** Modified Bessel function of the first kind and order 0, by its power series. */
    private static double besselI0(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
