package io.nacre.codec.metrics.sound;

import java.util.OptionalDouble;

/**
 * Scale-invariant signal-to-distortion ratio (Le Roux, Wisdom, Erdogan and Hershey, "SDR - half-baked or well done?",
 * ICASSP 2019): the energy of the decoded signal's part that is proportional to the reference, over the energy of the
 * rest, both signals taken without their means. Forgives a wrong level, not a shift by a single sample. Thread-safe.
 */
public final class SiSdr {
    private SiSdr() {}

    /**
     * SI-SDR of a decoded signal.
     *
     * @param reference samples of one channel, finite
     * @param decoded as many, aligned to them
     * @return decibels; above about 130 it is the rounding of the samples that is measured; positive infinity if the
     *     signals are proportional without rounding, negative infinity if they have nothing in common; empty if the
     *     reference is constant
     * @throws IllegalArgumentException if the lengths differ or are zero
     */
    public static OptionalDouble of(float[] reference, float[] decoded) {
        SoundArguments.check(reference, decoded);
        double meanX = mean(reference);
        double meanY = mean(decoded);
        double xx = 0;
        double xy = 0;
        for (int i = 0; i < reference.length; i++) {
            double x = reference[i] - meanX;
            xx += x * x;
            xy += x * (decoded[i] - meanY);
        }
        if (xx == 0) {
            return OptionalDouble.empty();
        }
        double scale = xy / xx;
        double error = 0;
        for (int i = 0; i < reference.length; i++) {
            double difference = scale * (reference[i] - meanX) - (decoded[i] - meanY);
            error += difference * difference;
        }
        double signal = scale * scale * xx;
        return OptionalDouble.of(signal == 0 ? Double.NEGATIVE_INFINITY : 10 * Math.log10(signal / error));
    }

    private static double mean(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += sample;
        }
        return sum / samples.length;
    }
}
