package io.nacre.app.sound;

import io.nacre.codec.spectrum.RealFft;
import java.util.Arrays;

/**
 * The delay that a codec adds: where the cross-correlation of original and decoded sound is largest, in eighths of a
 * sample.
 */
final class Delay {
    private static final int SEARCHED_SECONDS = 20;
    private static final double MAX_SECONDS = 0.08;
    private static final int STEPS = 8; // of a sample
    private static final int REACH = 32; // samples on each side that interpolation takes into account

    private Delay() {}

    /**
     * How much later the decoded signal is.
     *
     * @param rate of both, in Hz
     * @return samples, negative if it is earlier, a multiple of 1/8; 0 for silence
     */
    static double between(float[] reference, float[] decoded, int rate) {
        int length = Math.min(Math.min(reference.length, decoded.length), SEARCHED_SECONDS * rate);
        int most = Math.min((int) (MAX_SECONDS * rate), length - 1);
        double[] correlation = correlation(reference, decoded, length, most + REACH);
        int centre = most + REACH;
        int best = 0;
        for (int lag = 1; lag <= most; lag++) { // of equal ones that nearest to none
            best = correlation[centre + lag] > correlation[centre + best] ? lag : best;
            best = correlation[centre - lag] > correlation[centre + best] ? -lag : best;
        }
        if (correlation[centre + best] <= 0) {
            return 0;
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
