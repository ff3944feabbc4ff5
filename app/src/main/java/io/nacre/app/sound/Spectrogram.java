package io.nacre.app.sound;

import io.nacre.codec.spectrum.RealFft;
import java.util.Arrays;

/**
 * Levels of a signal over time and frequency: decibels of full scale, that of a tone at full scale being 0. Each column
 * is the mean power of up to four frames under a Hann window, each row the loudest of the bins that share it.
 */
public final class Spectrogram {
    /** What is quieter counts as this. */
    public static final double FLOOR = -100;

    private static final double WINDOW_SECONDS = 0.03;
    private static final int FRAMES = 4;

    private Spectrogram() {}

    /**
     * Computes levels of a whole signal.
     *
     * @param samples of one channel
     * @param rate in Hz
     * @param columns of equal length in time
     * @param rows of equal width in frequency
     * @return {@code [column][row]}, rows from frequency 0 to half the rate
     */
    static double[][] levels(float[] samples, int rate, int columns, int rows) {
        return levels(samples, rate, 0, samples.length, columns, rows);
    }

    /**
     * Computes levels of a part of a signal; frames reach beyond its ends.
     *
     * @param samples of one channel; before and behind it is silence
     * @param rate in Hz
     * @param from first sample of the part
     * @param length of the part in samples
     * @param columns of equal length in time
     * @param rows of equal width in frequency
     * @return {@code [column][row]}, rows from frequency 0 to half the rate
     */
    public static double[][] levels(float[] samples, int rate, long from, long length, int columns, int rows) {
        int size = Integer.highestOneBit((int) (WINDOW_SECONDS * rate) - 1) << 1;
        RealFft fft = new RealFft(size);
        double[] window = new double[size];
        double sum = 0;
        for (int i = 0; i < size; i++) {
            window[i] = 0.5 - 0.5 * Math.cos(2 * Math.PI * i / size);
            sum += window[i];
        }
        double[] frame = new double[size];
        double[] re = new double[size / 2 + 1];
        double[] im = new double[size / 2 + 1];
        double step = (double) length / columns;
        int frames = (int) Math.max(1, Math.min(FRAMES, step / size * 2));
        double[] power = new double[size / 2 + 1];
        double[][] levels = new double[columns][rows];
        for (int column = 0; column < columns; column++) {
            Arrays.fill(power, 0);
            for (int f = 0; f < frames; f++) {
                long start = from + (long) ((column + (f + 0.5) / frames) * step) - size / 2;
                for (int i = 0; i < size; i++) {
                    long at = start + i;
                    frame[i] = at < 0 || at >= samples.length ? 0 : samples[(int) at] * window[i];
                }
                fft.forward(frame, re, im);
                for (int k = 0; k < power.length; k++) {
                    power[k] += (re[k] * re[k] + im[k] * im[k]) / frames;
                }
            }
            for (int row = 0; row < rows; row++) {
                // A full-scale tone has half the window's sum in its bin.
                double level = 10 * Math.log10(4 * loudest(power, row, rows) / (sum * sum));
                levels[column][row] = Math.max(FLOOR, level);
            }
        }
        return levels;
    }

    private static double loudest(double[] power, int row, int rows) {
        int from = (int) ((long) row * power.length / rows);
        int to = Math.max(from + 1, (int) ((row + 1L) * power.length / rows));
        double loudest = 0;
        for (int bin = from; bin < to; bin++) {
            loudest = Math.max(loudest, power[bin]);
        }
        return loudest;
    }
}
