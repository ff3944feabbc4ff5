package io.nacre.app.view.model;

import io.nacre.app.eval.Metric;
import io.nacre.app.eval.Pictures;
import io.nacre.app.picture.RgbPicture;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What a result measures against its original. Immutable.
 *
 * @param values those known so far; empty ones can't be measured because the picture is too small
 */
public record Measures(Map<Metric, OptionalDouble> values) {
    /** Nothing measured yet. */
    public static final Measures NONE = new Measures(Map.of());

    /** What is measured, the quickest first. */
    public static final List<Metric> METRICS = List.of(Metric.PSNR_RGB, Metric.MS_SSIM, Metric.SSIMULACRA2);

    public Measures {
        values = Map.copyOf(values);
    }

    /** Measures one metric. */
    static OptionalDouble measure(Metric metric, RgbPicture original, RgbPicture decoded) {
        Double value =
                new Pictures().measure(List.of(metric), original, decoded).get(metric.id());
        return value == null ? OptionalDouble.empty() : OptionalDouble.of(value);
    }

    Measures with(Metric metric, OptionalDouble value) {
        Map<Metric, OptionalDouble> more = new EnumMap<>(Metric.class);
        more.putAll(values);
        more.put(metric, value);
        return new Measures(more);
    }

    /** Whether a metric is known, be it that it can't be measured. */
    public boolean knows(Metric metric) {
        return values.containsKey(metric);
    }

    /** The value, empty if it is not known or can't be measured. */
    public OptionalDouble value(Metric metric) {
        return values.getOrDefault(metric, OptionalDouble.empty());
    }
}
