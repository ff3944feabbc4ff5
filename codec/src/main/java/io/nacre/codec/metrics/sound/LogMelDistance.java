package io.nacre.codec.metrics.sound;

import java.util.List;
import java.util.OptionalDouble;

/**
 * Mean absolute distance of log-mel magnitude spectra in decibels, averaged over four resolutions: the multi-scale mel
 * loss of neural codecs (Kumar et al., "High-fidelity audio compression with improved RVQGAN", NeurIPS 2023), as a
 * figure. 0 for equal signals; good codecs lie at 2 to 4, and a missing octave adds 4 to 9. Counts the level, is deaf
 * to the phase.
 *
 * <p>Windows of 16 to 128 ms at 16 kHz and of 11 to 93 ms at 44.1 kHz, a quarter of each from frame to frame, without
 * padding; the samples after the last whole frame do not count. Magnitudes are those of a full-scale tone over half its
 * amplitude, and below -100 dB count as -100 dB. Memory is constant. Thread-safe.
 */
public final class LogMelDistance {
    private static final List<Resolution> WIDE_BAND = List.of(
            new Resolution(256, 32), new Resolution(512, 64), new Resolution(1024, 80), new Resolution(2048, 128));
    private static final List<Resolution> FULL_BAND = List.of(
            new Resolution(512, 48), new Resolution(1024, 80), new Resolution(2048, 128), new Resolution(4096, 160));

    private LogMelDistance() {}

    /**
     * Log-mel distance between two signals.
     *
     * @param reference samples of one channel, nominally -1..1, finite
     * @param decoded as many, aligned to them
     * @param rate samples a second: 16000, 44100 or 48000, for which the resolutions are defined
     * @return decibels, at least 0; empty if the signals are shorter than the longest window, 2048 samples at 16 kHz,
     *     4096 otherwise
     * @throws IllegalArgumentException if the lengths differ or are zero, or the rate is another
     */
    public static OptionalDouble of(float[] reference, float[] decoded, int rate) {
        SoundArguments.check(reference, decoded);
        List<Resolution> resolutions = switch (rate) {
            case 16_000 -> WIDE_BAND;
            case 44_100, 48_000 -> FULL_BAND;
            default -> throw new IllegalArgumentException("No log-mel distance at " + rate + " Hz");
        };
        if (reference.length < resolutions.get(resolutions.size() - 1).window) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Resolution resolution : resolutions) {
            sum += resolution.distance(reference, decoded, rate);
        }
        return OptionalDouble.of(sum / resolutions.size());
    }

    private record Resolution(int window, int bands) {
        double distance(float[] reference, float[] decoded, int rate) {
            MelSpectrum spectrumX = new MelSpectrum(window, bands, rate);
            MelSpectrum spectrumY = new MelSpectrum(window, bands, rate);
            double sum = 0;
            long levels = 0;
            for (int offset = 0; offset <= reference.length - window; offset += window / 4) {
                double[] x = spectrumX.levels(reference, offset);
                double[] y = spectrumY.levels(decoded, offset);
                for (int band = 0; band < bands; band++) {
                    sum += Math.abs(x[band] - y[band]);
                }
                levels += bands;
            }
            return 20 * sum / levels;
        }
    }
}
