package io.nacre.codec.metrics.sound;

import java.util.OptionalDouble;

/**
 * Short-time objective intelligibility of processed speech: STOI (Taal, Hendriks, Heusdens and Jensen, "An algorithm
 * for intelligibility prediction of time-frequency weighted noisy speech", IEEE Trans. Audio, Speech and Language
 * Processing 19, 2011) and its extension ESTOI (Jensen and Taal, "An algorithm for predicting the intelligibility of
 * speech masked by modulated noise maskers", the same, 24, 2016).
 *
 * <p>Both correlate envelopes in third octaves over segments of 384 ms, pauses left out. Nothing above 4.3 kHz counts.
 * Figures are those of the authors' program (but ESTOI adds no random noise to bands that are silent; they count as not
 * correlated). Memory: about 0.4 MB for a second of sound. Thread-safe.
 */
public final class Stoi {
    /** The lowest rate. */
    public static final int MIN_RATE = 8_000;

    /** The highest rate. */
    public static final int MAX_RATE = 192_000;

    /** Rates are multiples of this many Hz, so that a resampling filter of bounded length exists. */
    public static final int RATE_STEP = 25;

    private static final int SEGMENT = 30; // frames
    private static final double CLIP = 1 + Math.pow(10, 15 / 20.0); // at a signal-to-distortion ratio of -15 dB
    private static final double EPSILON = Math.ulp(1.0); // keeps silence from dividing by 0

    private Stoi() {}

    /**
     * STOI of processed speech.
     *
     * @param clean samples of one channel, finite
     * @param processed as many, aligned to them
     * @param rate samples a second, a multiple of {@link #RATE_STEP} from {@link #MIN_RATE} to {@link #MAX_RATE}
     * @return at most 1, for equal signals about 1, for unrelated ones about 0; empty if less than 30 frames (0.4 s)
     *     remain without the pauses
     * @throws IllegalArgumentException if the lengths differ or are zero, or the rate is out of range
     */
    public static OptionalDouble of(float[] clean, float[] processed, int rate) {
        return measure(clean, processed, rate, Stoi::clippedCorrelation);
    }

    /**
     * ESTOI of processed speech, which also hears how bands move together.
     *
     * @param clean samples of one channel, finite
     * @param processed as many, aligned to them
     * @param rate samples a second, a multiple of {@link #RATE_STEP} from {@link #MIN_RATE} to {@link #MAX_RATE}
     * @return at most 1, for equal signals about 1, for unrelated ones about 0; empty if less than 30 frames (0.4 s)
     *     remain without the pauses
     * @throws IllegalArgumentException if the lengths differ or are zero, or the rate is out of range
     */
    public static OptionalDouble extended(float[] clean, float[] processed, int rate) {
        return measure(clean, processed, rate, Stoi::spectralCorrelation);
    }

    private static OptionalDouble measure(float[] clean, float[] processed, int rate, SegmentMeasure measure) {
        SoundArguments.check(clean, processed);
        if (rate < MIN_RATE || rate > MAX_RATE || rate % RATE_STEP != 0) {
            throw new IllegalArgumentException("No STOI at " + rate + " Hz");
        }
        RationalResampler resampler = new RationalResampler(rate, ThirdOctaves.RATE);
        double[] x = resampler.resample(clean);
        double[] y = resampler.resample(processed);
        int[] active = SpeechFrames.active(x);
        double[][] envelopesX = ThirdOctaves.envelopes(SpeechFrames.join(x, active));
        double[][] envelopesY = ThirdOctaves.envelopes(SpeechFrames.join(y, active));
        int segments = envelopesX[0].length - SEGMENT + 1;
        if (segments < 1) {
            return OptionalDouble.empty();
        }
        double[][] segmentX = new double[ThirdOctaves.BANDS][SEGMENT];
        double[][] segmentY = new double[ThirdOctaves.BANDS][SEGMENT];
        double sum = 0;
        for (int start = 0; start < segments; start++) {
            for (int band = 0; band < ThirdOctaves.BANDS; band++) {
                System.arraycopy(envelopesX[band], start, segmentX[band], 0, SEGMENT);
                System.arraycopy(envelopesY[band], start, segmentY[band], 0, SEGMENT);
            }
            sum += measure.of(segmentX, segmentY);
        }
        return OptionalDouble.of(sum / segments);
    }

    /** Mean over the bands of the correlation over time, y brought to x's energy and clipped. Changes both arrays. */
    private static double clippedCorrelation(double[][] x, double[][] y) {
        double sum = 0;
        for (int band = 0; band < x.length; band++) {
            double scale = norm(x[band]) / (norm(y[band]) + EPSILON);
            for (int t = 0; t < SEGMENT; t++) {
                y[band][t] = Math.min(y[band][t] * scale, x[band][t] * CLIP);
            }
            normalize(x[band]);
            normalize(y[band]);
            sum += dot(x[band], y[band]);
        }
        return sum / x.length;
    }

    /** Mean over time of the correlation over the bands, each band normalized over time before. Changes both arrays. */
    private static double spectralCorrelation(double[][] x, double[][] y) {
        for (int band = 0; band < x.length; band++) {
            normalize(x[band]);
            normalize(y[band]);
        }
        double[] columnX = new double[x.length];
        double[] columnY = new double[x.length];
        double sum = 0;
        for (int t = 0; t < SEGMENT; t++) {
            for (int band = 0; band < x.length; band++) {
                columnX[band] = x[band][t];
                columnY[band] = y[band][t];
            }
            normalize(columnX);
            normalize(columnY);
            sum += dot(columnX, columnY);
        }
        return sum / SEGMENT;
    }

    /** Takes the mean away and divides by the norm. */
    private static void normalize(double[] values) {
        double mean = 0;
        for (double value : values) {
            mean += value / values.length;
        }
        for (int i = 0; i < values.length; i++) {
            values[i] -= mean;
        }
        double norm = norm(values) + EPSILON;
        for (int i = 0; i < values.length; i++) {
            values[i] /= norm;
        }
    }

    private static double norm(double[] values) {
        return Math.sqrt(dot(values, values));
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    /** Intelligibility of one segment, {@code [band][frame]}; may use the arrays as it likes. */
    private interface SegmentMeasure {
        double of(double[][] x, double[][] y);
    }
}
