package io.nacre.app.eval;

import io.nacre.codec.metrics.BdPsnr;
import io.nacre.codec.metrics.BdRate;
import java.util.ArrayList;
import java.util.List;

/**
 * Bjontegaard deltas of one codec against one curve by one metric.
 *
 * @param codec that is judged
 * @param anchor what it is compared with: a codec or a reference curve
 * @param metric id; deltas are on the scale of {@link Metric#quality}
 * @param rate difference in rate at equal quality, or null if it can't be told
 * @param quality difference in quality at equal rate, or null if it can't be told
 * @param warning why a figure is missing or doubtful, or null
 */
public record BdEntry(String codec, String anchor, String metric, BdRate rate, BdPsnr quality, String warning) {
    /** Overlap of two curves below which a figure says little. */
    public static final double LEAST_OVERLAP = 0.5;

    /**
     * Compares two curves. Where a curve does not rise, its points that cost as much as another one or more, and are not
     * better, are left out, and the warning says so.
     */
    static BdEntry of(Curve codec, Curve anchor, Metric metric) {
        List<CurvePoint> test;
        List<CurvePoint> base;
        BdRate rate;
        BdPsnr quality;
        try {
            test = front(codec, metric);
            base = front(anchor, metric);
            rate = BdRate.rate(rates(base), qualities(base, metric), rates(test), qualities(test, metric));
            quality = BdPsnr.gain(rates(base), qualities(base, metric), rates(test), qualities(test, metric));
        } catch (IllegalArgumentException e) { // too few points, values out of range, curves that do not meet
            return new BdEntry(codec.codec(), anchor.codec(), metric.id(), null, null, e.getMessage());
        }
        List<String> warnings = new ArrayList<>();
        warnDropped(codec, codec.by(metric).size() - test.size(), warnings);
        warnDropped(anchor, anchor.by(metric).size() - base.size(), warnings);
        double overlap = Math.min(rate.overlap(), quality.overlap());
        if (overlap < LEAST_OVERLAP) {
            warnings.add("The curves share only " + Math.round(100 * overlap) + " % of the shorter one's range.");
        }
        String warning = warnings.isEmpty() ? null : String.join(" ", warnings);
        return new BdEntry(codec.codec(), anchor.codec(), metric.id(), rate, quality, warning);
    }

    /** Points by rising rate, each better than all before. */
    private static List<CurvePoint> front(Curve curve, Metric metric) {
        List<CurvePoint> front = new ArrayList<>();
        double rate = 0;
        double best = Double.NEGATIVE_INFINITY;
        for (CurvePoint point : curve.by(metric)) {
            double quality = metric.quality(point.metrics().get(metric.id()));
            if (!(quality <= best) && point.rate() != rate) {
                front.add(point);
                rate = point.rate();
                best = quality;
            }
        }
        return front;
    }

    private static void warnDropped(Curve curve, int dropped, List<String> warnings) {
        if (dropped > 0) {
            warnings.add(curve.codec() + " does not rise everywhere: points left out: " + dropped + ".");
        }
    }

    private static double[] rates(List<CurvePoint> points) {
        return points.stream().mapToDouble(CurvePoint::rate).toArray();
    }

    private static double[] qualities(List<CurvePoint> points, Metric metric) {
        return points.stream()
                .mapToDouble(point -> metric.quality(point.metrics().get(metric.id())))
                .toArray();
    }
}
