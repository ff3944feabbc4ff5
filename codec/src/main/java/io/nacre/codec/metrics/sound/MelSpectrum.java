package io.nacre.codec.metrics.sound;

import io.nacre.codec.spectrum.RealFft;

/**
 * Log-mel magnitudes of one signal at one resolution, frame by frame: periodic Hann window, DFT over its sum, mel
 * bands, and the decimal logarithm, not below -5. Not thread-safe.
 */
final class MelSpectrum {
    private static final double FLOOR = 1e-5;

    private final double[] window; // of sum 1
    private final RealFft fft;
    private final MelBands bands;
    private final double[] frame;
    private final double[] re;
    private final double[] im;
    private final double[] spectrum;
    private final double[] levels;

    /** Spectra of {@code length} samples, a power of two, at {@code rate} Hz, in {@code bands} bands. */
    MelSpectrum(int length, int bands, int rate) {
        window = new double[length];
        for (int i = 0; i < length; i++) {
            window[i] = (1 - Math.cos(2 * Math.PI * i / length)) / length;
        }
        fft = new RealFft(length);
        this.bands = new MelBands(bands, length, rate);
        frame = new double[length];
        re = new double[length / 2 + 1];
        im = new double[length / 2 + 1];
        spectrum = new double[length / 2 + 1];
        levels = new double[bands];
    }

    /** Levels of the frame that starts at {@code offset}; the array is reused by the next call. */
    double[] levels(float[] signal, int offset) {
        for (int i = 0; i < frame.length; i++) {
            frame[i] = window[i] * signal[offset + i];
        }
        fft.forward(frame, re, im);
        for (int k = 0; k < spectrum.length; k++) {
            spectrum[k] = Math.sqrt(re[k] * re[k] + im[k] * im[k]);
        }
        for (int band = 0; band < bands.count(); band++) {
            levels[band] = Math.log10(Math.max(bands.sum(band, spectrum), FLOOR));
        }
        return levels;
    }
}
