package io.nacre.app.eval;

import java.util.Comparator;
import java.util.List;

/**
 * Rate and distortion of one codec, averaged over the items.
 *
 * @param codec id, or the name of a curve from a file
 * @param reference whether it comes from a file
 * @param points in the order of the sweep
 */
public record Curve(String codec, boolean reference, List<CurvePoint> points) {
    /** Copies the list. */
    public Curve {
        points = List.copyOf(points);
    }

    boolean has(Metric metric) {
        return points.stream().anyMatch(point -> point.metrics().containsKey(metric.id()));
    }

    /** The curve's points with a metric, by rising rate. */
    List<CurvePoint> by(Metric metric) {
        return points.stream()
                .filter(point -> point.metrics().containsKey(metric.id()))
                .sorted(Comparator.comparingDouble(CurvePoint::rate))
                .toList();
    }
}
