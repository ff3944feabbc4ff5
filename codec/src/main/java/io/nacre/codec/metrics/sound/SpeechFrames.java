package io.nacre.codec.metrics.sound;

import java.util.Arrays;

/**
 * The front end of {@link Stoi} at 10 kHz: frames of 256 samples every 128 under a Hann window, of which those are kept
 * where the clean signal is less than 40 dB below its loudest frame. Immutable.
 */
final class SpeechFrames {
    static final int LENGTH = 256;

    private static final int HOP = LENGTH / 2;
    private static final double RANGE = 40; // dB
    private static final double EPSILON = Math.ulp(1.0);
    private static final double[] WINDOW = hann();

    private SpeechFrames() {}

    /**
     * Numbers of the frames that hold speech. A frame that ends with the last sample does not count, as in the authors'
     * program.
     */
    static int[] active(double[] clean) {
        double[] levels = new double[count(clean.length)];
        double loudest = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < levels.length; i++) {
            double energy = 0;
            for (int j = 0; j < LENGTH; j++) {
                double sample = WINDOW[j] * clean[i * HOP + j];
                energy += sample * sample;
            }
            levels[i] = 20 * Math.log10(Math.sqrt(energy) + EPSILON);
            loudest = Math.max(loudest, levels[i]);
        }
        int[] active = new int[levels.length];
        int n = 0;
        for (int i = 0; i < levels.length; i++) {
            if (levels[i] > loudest - RANGE) {
                active[n++] = i;
            }
        }
        return Arrays.copyOf(active, n);
    }

    /** The signal of the given frames alone, windowed, overlapped and added as if they had followed each other. */
    static double[] join(double[] signal, int[] frames) {
        double[] joined = new double[frames.length == 0 ? 0 : (frames.length - 1) * HOP + LENGTH];
        for (int i = 0; i < frames.length; i++) {
            for (int j = 0; j < LENGTH; j++) {
                joined[i * HOP + j] += WINDOW[j] * signal[frames[i] * HOP + j];
            }
        }
        return joined;
    }

    /** Number of frames in a signal of {@code length} samples. */
    static int count(int length) {
        return length <= LENGTH ? 0 : (length - LENGTH + HOP - 1) / HOP;
    }

    /** Writes frame {@code number} under the window to the start of {@code out}. */
    static void load(double[] signal, int number, double[] out) {
        for (int j = 0; j < LENGTH; j++) {
            out[j] = WINDOW[j] * signal[number * HOP + j];
        }
    }

    /** Hann window of 258 points without its two zeros. */
    private static double[] hann() {
        double[] window = new double[LENGTH];
        for (int j = 0; j < LENGTH; j++) {
            window[j] = (1 - Math.cos(2 * Math.PI * (j + 1) / (LENGTH + 1))) / 2;
        }
        return window;
    }
}
