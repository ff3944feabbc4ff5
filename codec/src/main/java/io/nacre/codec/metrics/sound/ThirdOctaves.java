package io.nacre.codec.metrics.sound;

import io.nacre.codec.spectrum.RealFft;

/**
 * Envelopes of a signal of 10 kHz in 15 third-octave bands, centred on 150 Hz to 3.8 kHz: the root of each band's
 * energy in a 512-point DFT of each frame, band edges at the nearest bin.
 */
final class ThirdOctaves {
    static final int BANDS = 15;
    static final int RATE = 10_000;

    private static final int SIZE = 512;
    private static final double LOWEST = 150; // Hz, centre of the first band

    private ThirdOctaves() {}

    /** Envelopes {@code [band][frame]} of all frames of a signal. */
    static double[][] envelopes(double[] signal) {
        int frames = SpeechFrames.count(signal.length);
        double[][] envelopes = new double[BANDS][frames];
        RealFft fft = new RealFft(SIZE);
        double[] frame = new double[SIZE];
        double[] re = new double[SIZE / 2 + 1];
        double[] im = new double[SIZE / 2 + 1];
        for (int t = 0; t < frames; t++) {
            SpeechFrames.load(signal, t, frame);
            fft.forward(frame, re, im);
            for (int band = 0; band < BANDS; band++) {
                double energy = 0;
                for (int bin = edge(band); bin < edge(band + 1); bin++) {
                    energy += re[bin] * re[bin] + im[bin] * im[bin];
                }
                envelopes[band][t] = Math.sqrt(energy);
            }
        }
        return envelopes;
    }

    private static int edge(int band) {
        return (int) Math.round(LOWEST * Math.pow(2, (2 * band - 1) / 6.0) * SIZE / RATE);
    }
}
