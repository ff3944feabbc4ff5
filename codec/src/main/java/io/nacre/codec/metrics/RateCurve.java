package io.nacre.codec.metrics;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** A checked rate-distortion curve, sorted by rate; logarithmic rate and quality both rise strictly. */
final class RateCurve {
    /** JVET's common test conditions take four points; fewer say little about a curve. */
    private static final int MIN_POINTS = 4;

    private final double[] logRate;
    private final double[] quality;

    private RateCurve(double[] logRate, double[] quality) {
        this.logRate = logRate;
        this.quality = quality;
    }

    /**
     * Checks and sorts the points.
     *
     * @param name what the curve is called in messages
     * @throws IllegalArgumentException as {@link BdRate#rate} says
     */
    static RateCurve of(String name, double[] rate, double[] quality) {
        if (rate.length != quality.length) {
            throw new IllegalArgumentException(
                    "The " + name + " curve has " + rate.length + " rates but " + quality.length + " qualities.");
        }
        if (rate.length < MIN_POINTS) {
            throw new IllegalArgumentException("The " + name + " curve has " + rate.length
                    + " points; a Bjontegaard delta needs at least " + MIN_POINTS + ".");
        }
        for (int i = 0; i < rate.length; i++) {
            if (!(rate[i] > 0) || !Double.isFinite(rate[i]) || !Double.isFinite(quality[i])) {
                throw new IllegalArgumentException("The " + name + " curve has a point of rate " + rate[i]
                        + " and quality " + quality[i] + "; rates must be positive and all values finite.");
            }
        }
        int[] order = IntStream.range(0, rate.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> rate[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        double[] logRate =
                Arrays.stream(order).mapToDouble(i -> Math.log(rate[i])).toArray();
        double[] sorted = Arrays.stream(order).mapToDouble(i -> quality[i]).toArray();
        for (int i = 1; i < order.length; i++) {
            if (!(logRate[i] > logRate[i - 1]) || !(sorted[i] > sorted[i - 1])) {
                throw new IllegalArgumentException("The " + name + " curve does not rise from rate "
                        + rate[order[i - 1]] + ", quality " + sorted[i - 1] + " to rate " + rate[order[i]]
                        + ", quality " + sorted[i] + ".");
            }
        }
        return new RateCurve(logRate, sorted);
    }

    /** Natural logarithms of the rates; not to be changed. */
    double[] logRate() {
        return logRate;
    }

    /** Qualities at these rates; not to be changed. */
    double[] quality() {
        return quality;
    }
}
