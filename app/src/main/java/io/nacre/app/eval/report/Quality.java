package io.nacre.app.eval.report;

import io.nacre.app.eval.Metric;
import java.util.Map;

/** How the scale of {@link Metric#quality} is named, on which curves are drawn and deltas taken. */
final class Quality {
    private Quality() {}

    /** Whether the scale is another than the metric's own. */
    static boolean transformed(Metric metric) {
        return metric == Metric.MS_SSIM;
    }

    /** A point's value on the scale; NaN if it has none, or one from a file that can't be. */
    static double of(Metric metric, Map<String, Double> values) {
        double value = values.getOrDefault(metric.id(), Double.NaN);
        return Double.isNaN(value) || (transformed(metric) && value > 1) ? Double.NaN : metric.quality(value);
    }

    static String unit(Metric metric) {
        return transformed(metric) ? "dB" : metric.unit();
    }

    /** With the unit, and the formula where the scale is not the metric's own. */
    static String title(Metric metric) {
        if (transformed(metric)) {
            return metric.title() + ", −10 log₁₀(1 − x), dB";
        }
        if (!metric.higherIsBetter()) {
            return "−" + metric.title() + ", " + metric.unit();
        }
        return metric.unit().isEmpty() ? metric.title() : metric.title() + ", " + metric.unit();
    }
}
