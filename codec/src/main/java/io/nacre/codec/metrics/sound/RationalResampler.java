package io.nacre.codec.metrics.sound;

import java.math.BigInteger;

/**
 * Polyphase resampler by a ratio of whole numbers: a sinc under a Kaiser window, 60 dB down from the lower Nyquist
 * frequency on, with a transition of a tenth of it, as Octave's {@code resample} designs it. Linear phase without
 * delay; zeros are assumed beyond both ends. Immutable.
 *
 * <p>This filter is part of what STOI is: with the sharper one of {@link io.nacre.codec.pcm.Resampler} figures would no
 * longer be those of the authors' program.
 */
final class RationalResampler {
    private static final double REJECTION = 60; // dB

    private final int up;
    private final int down;
    private final int radius; // of the filter, in steps of the common rate
    private final double[][] phases; // every up-th coefficient

    /** A resampler between two rates in Hz. */
    RationalResampler(int from, int to) {
        int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        up = to / divisor;
        down = from / divisor;
        double cutoff = 0.5 / Math.max(up, down);
        radius = (int) Math.ceil((REJECTION - 8) / (28.714 * cutoff / 10));
        double[] filter = lowPass(cutoff, radius);
        phases = new double[up][];
        for (int phase = 0; phase < up; phase++) {
            phases[phase] = new double[(2 * radius - phase) / up + 1];
            for (int i = 0; i < phases[phase].length; i++) {
                phases[phase][i] = up * filter[phase + i * up];
            }
        }
    }

    /** Resamples a whole signal of n samples to n up / down, rounded up. */
    double[] resample(float[] in) {
        double[] out = new double[Math.toIntExact(((long) in.length * up + down - 1) / down)];
        for (int m = 0; m < out.length; m++) {
            long position = (long) m * down + radius; // of the newest coefficient, at the common rate
            double[] phase = phases[(int) (position % up)];
            int newest = Math.toIntExact(position / up);
            int from = Math.max(0, newest - in.length + 1);
            int to = Math.min(phase.length, newest + 1);
            double sum = 0;
            for (int i = from; i < to; i++) {
                sum += phase[i] * in[newest - i];
            }
            out[m] = sum;
        }
        return out;
    }

    private static double[] lowPass(double cutoff, int radius) {
        double beta = 0.1102 * (REJECTION - 8.7);
        double[] filter = new double[2 * radius + 1];
        double sum = 0;
        for (int i = 0; i < filter.length; i++) {
            double t = i - radius;
            double angle = 2 * Math.PI * cutoff * t;
            double sinc = t == 0 ? 1 : Math.sin(angle) / angle;
            filter[i] = sinc * bessel(beta * Math.sqrt(1 - t / radius * (t / radius)));
            sum += filter[i];
        }
        for (int i = 0; i < filter.length; i++) {
            filter[i] /= sum;
        }
        return filter;
    }

    /** Modified Bessel function of the first kind and order 0, by its power series. */
    private static double bessel(double x) {
        double term = 1;
        double sum = 1;
        for (int k = 1; term > 1e-17 * sum; k++) {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }
        return sum;
    }
}
