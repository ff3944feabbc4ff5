package io.nacre.app.sound;

import io.nacre.codec.spectrum.RealFft;
import java.util.Arrays;

/**
 * The delay that a codec adds: where the cross-correlation of original and decoded sound is largest, in eighths of a
 * sample. A codec that makes a waveform of its own has no such place but by chance; the envelopes tell its delay.
 */
final class Delay {
    private static final int SEARCHED_SECONDS = 20;
    private static final double MAX_SECONDS = 0.08;
    /** Normalised correlation below which waveforms are not the same one. */
    private static final double ALIKE = 0.25;

    private static final int ENVELOPE_RATE = 1000; // Hz
    /** Of the largest correlation of envelopes: what is as good without a delay has none. */
    private static final double AS_GOOD = 0.98;

    private static final int STEPS = 8; // of a sample
    private static final int REACH = 32; // samples on each side that interpolation takes into account

    private Delay() {}

    /**
     * How much later the decoded signal is.
     *
     * @param rate of both, in Hz
     * @return samples, negative if it is earlier: a multiple of 1/8, or of a millisecond if only the envelopes are alike; 0
     *     for silence
     */
    static double between(float[] reference, float[] decoded, int rate) {
        int length = Math.min(Math.min(reference.length, decoded.length), SEARCHED_SECONDS * rate);
        int most = Math.min((int) (MAX_SECONDS * rate), length - 1);
        double[] correlation = correlation(reference, decoded, length, most + REACH);
        int centre = most + REACH;
        int best = largest(correlation, centre, most);
        if (correlation[centre + best] <= 0) {
            return 0;
        }
        if (correlation[centre + best] < ALIKE * Math.sqrt(energy(reference, length) * energy(decoded, length))) {
            return betweenEnvelopes(reference, decoded, length, rate);
        }
        double delay = best;
        double peak = correlation[centre + best];
        for (int step = 1 - STEPS; step < STEPS; step++) {
            double value = interpolated(correlation, centre + best, (double) step / STEPS);
            if (step != 0 && value > peak) {
                peak = value;
                delay = best + (double) step / STEPS;
            }
        }
        return delay;
    }

    private static double betweenEnvelopes(float[] reference, float[] decoded, int length, int rate) {
        float[] x = envelope(reference, length, rate);
        float[] y = envelope(decoded, length, rate);
        int most = Math.min((int) (MAX_SECONDS * ENVELOPE_RATE), x.length - 1);
        double[] correlation = correlation(x, y, x.length, most);
        int best = largest(correlation, most, most);
        if (correlation[most] >= AS_GOOD * correlation[most + best]) {
            return 0;
        }
        return Math.rint(best * (double) rate / ENVELOPE_RATE);
    }

    /** Root mean squares of a millisecond each, without their mean. */
    private static float[] envelope(float[] samples, int length, int rate) {
        float[] envelope = new float[Math.max(1, (int) ((long) length * ENVELOPE_RATE / rate))];
        double mean = 0;
        for (int i = 0; i < envelope.length; i++) {
            int from = (int) ((long) i * rate / ENVELOPE_RATE);
            int to = Math.min(length, (int) ((i + 1L) * rate / ENVELOPE_RATE));
            double sum = 0;
            for (int j = from; j < to; j++) {
                sum += (double) samples[j] * samples[j];
            }
            envelope[i] = (float) Math.sqrt(sum / Math.max(1, to - from));
            mean += envelope[i] / envelope.length;
        }
        for (int i = 0; i < envelope.length; i++) {
            envelope[i] -= (float) mean;
        }
        return envelope;
    }

    private static double energy(float[] samples, int length) {
        double energy = 0;
        for (int i = 0; i < length; i++) {
            energy += (double) samples[i] * samples[i];
        }
        return energy;
    }

    /** The lag of the largest correlation, of equal ones that nearest to none. */
    private static int largest(double[] correlation, int centre, int most) {
        int best = 0;
        for (int lag = 1; lag <= most; lag++) {
            best = correlation[centre + lag] > correlation[centre + best] ? lag : best;
            best = correlation[centre - lag] > correlation[centre + best] ? -lag : best;
        }
        return best;
    }

    /** Correlation at lags from -most to most. */
    private static double[] correlation(float[] reference, float[] decoded, int length, int most) {
        int size = Math.max(4, Integer.highestOneBit(length + most) << 1);
        RealFft fft = new RealFft(size);
        double[] xRe = new double[size / 2 + 1];
        double[] xIm = new double[size / 2 + 1];
        double[] yRe = new double[size / 2 + 1];
        double[] yIm = new double[size / 2 + 1];
        double[] frame = new double[size];
        fft.forward(widened(reference, length, frame), xRe, xIm);
        fft.forward(widened(decoded, length, frame), yRe, yIm);
        for (int k = 0; k <= size / 2; k++) {
            double re = xRe[k] * yRe[k] + xIm[k] * yIm[k];
            xIm[k] = xRe[k] * yIm[k] - xIm[k] * yRe[k];
            xRe[k] = re;
        }
        fft.inverse(xRe, xIm, frame);
        double[] correlation = new double[2 * most + 1];
        for (int lag = -most; lag <= most; lag++) {
            correlation[most + lag] = frame[lag & (size - 1)];
        }
        return correlation;
    }

    private static double[] widened(float[] samples, int length, double[] frame) {
        Arrays.fill(frame, 0);
        for (int i = 0; i < length; i++) {
            frame[i] = samples[i];
        }
        return frame;
    }

    private static double interpolated(double[] values, int at, double fraction) {
        double sum = 0;
        for (int i = 1 - REACH; i < REACH; i++) {
            sum += values[at + i] * weight(i - fraction);
        }
        return sum;
    }

    /**
     * The signal without its delay: shorter by it at the start, or longer by silence. Fractions of a sample are taken
     * away by a windowed sinc.
     *
     * @param delay samples
     * @return at least one sample
     */
    static float[] removed(float[] samples, double delay) {
        int whole = (int) Math.floor(delay);
        double fraction = delay - whole;
        double[] weights = new double[2 * REACH];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = weight(i + 1 - REACH - fraction);
        }
        float[] moved = new float[Math.max(1, samples.length - whole)];
        for (int n = 0; n < moved.length; n++) {
            int first = n + whole + 1 - REACH;
            double sum = 0;
            for (int i = Math.max(0, -first); i < Math.min(weights.length, samples.length - first); i++) {
                sum += weights[i] * samples[first + i];
            }
            moved[n] = (float) sum;
        }
        return moved;
    }

    /** The sinc function under a Hann window. */
    private static double weight(double x) {
        if (x == Math.rint(x)) {
            return x == 0 ? 1 : 0;
        }
        double angle = Math.PI * x;
        return Math.abs(x) >= REACH ? 0 : Math.sin(angle) / angle * (0.5 + 0.5 * Math.cos(angle / REACH));
    }
}
