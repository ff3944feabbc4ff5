package io.nacre.app.sound;

import io.nacre.codec.metrics.sound.LogMelDistance;
import io.nacre.codec.metrics.sound.SiSdr;
import io.nacre.codec.metrics.sound.Stoi;
import java.util.Arrays;
import java.util.OptionalDouble;

/**
 * How near a decoded sound is to its original: means over the channels that could be measured, empty if none could.
 *
 * @param siSdr scale-invariant signal-to-distortion ratio, in decibels
 * @param logMel distance of the log-mel spectra, in decibels
 * @param stoi short-time objective intelligibility
 * @param estoi extended short-time objective intelligibility
 */
public record SoundScores(OptionalDouble siSdr, OptionalDouble logMel, OptionalDouble stoi, OptionalDouble estoi) {
    /** Measures a pair. */
    public static SoundScores of(AlignedPair pair) {
        int rate = pair.rate();
        return new SoundScores(
                mean(pair, SiSdr::of),
                mean(pair, (x, y) -> LogMelDistance.of(x, y, rate)),
                mean(pair, (x, y) -> Stoi.of(x, y, rate)),
                mean(pair, (x, y) -> Stoi.extended(x, y, rate)));
    }

    private interface Measure {
        OptionalDouble of(float[] reference, float[] decoded);
    }

    private static OptionalDouble mean(AlignedPair pair, Measure measure) {
        float[][] x = pair.reference().channels();
        float[][] y = pair.decoded().channels();
        double[] values = new double[x.length];
        int count = 0;
        for (int c = 0; c < x.length; c++) {
            OptionalDouble value = measure.of(x[c], y[c]);
            if (value.isPresent()) {
                values[count++] = value.getAsDouble();
            }
        }
        return Arrays.stream(values, 0, count).average();
    }
}
