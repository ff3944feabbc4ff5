package io.nacre.app.eval.report;

import io.nacre.app.eval.Curve;
import io.nacre.app.eval.CurvePoint;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.codec.MediaKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Lays out rate-distortion plots: rate to the right, quality upwards, straight lines between the points that
 * were measured. The axes span the run's own curves; references are clipped to them.
 */
final class PlotLayout {
    private static final double LEFT = 58;
    private static final double TOP = 30;
    private static final double RIGHT = Plot.WIDTH - 16;
    private static final double BOTTOM = 392;
    private static final double HEIGHT = 440;
    private static final int X_INTERVALS = 8;
    private static final int Y_INTERVALS = 7;

    private static final double KEY_LINE = 18;
    private static final double KEY_SAMPLE = 30;
    private static final int KEY_CHARACTERS = 70;
    private static final double CHARACTER = 6.6; // at 12 units of size, rather too wide than too narrow

    private final EvalRun run;
    private final Names names;

    PlotLayout(EvalRun run, Names names) {
        this.run = run;
        this.names = names;
    }

    /** Whether there is anything to draw. */
    boolean has(Metric metric) {
        return run.curves().stream().anyMatch(curve -> !usable(curve, metric).isEmpty());
    }

    /**
     * The plot of a metric that has something to draw.
     *
     * @param logarithmic whether the axis of the rate is
     * @param legend whether it stands alone
     */
    Plot plot(Metric metric, boolean logarithmic, boolean legend) {
        List<CurvePoint> shown = spanned(metric);
        double least = shown.stream().mapToDouble(CurvePoint::rate).min().orElseThrow();
        double most = shown.stream().mapToDouble(CurvePoint::rate).max().orElseThrow();
        Scale x = logarithmic ? Scale.logarithmic(least, most) : Scale.linear(0, most, X_INTERVALS);
        double worst = shown.stream()
                .mapToDouble(point -> Quality.of(metric, point.metrics()))
                .min()
                .orElseThrow();
        double best = shown.stream()
                .mapToDouble(point -> Quality.of(metric, point.metrics()))
                .max()
                .orElseThrow();
        Scale y = Scale.linear(worst, best, Y_INTERVALS);

        List<Plot.Series> series = new ArrayList<>();
        for (int i = 0; i < run.curves().size(); i++) {
            Curve curve = run.curves().get(i);
            List<Plot.Point> points = usable(curve, metric).stream()
                    .map(point -> point(curve, metric, point, x, y))
                    .toList();
            if (!points.isEmpty()) {
                series.add(new Plot.Series(curve.codec(), SeriesStyle.of(i, curve.reference()), points));
            }
        }
        List<Plot.Key> keys = legend ? legend(series) : List.of();
        double end = keys.isEmpty() ? HEIGHT : keys.get(keys.size() - 1).y() + KEY_LINE;
        String rate = run.options().kind().rateTitle() + ", mean of per-"
                + (run.options().kind() == MediaKind.PICTURE ? "image" : "sound") + " values";
        return new Plot(
                metric.id() + (logarithmic ? "-log" : ""),
                metric.title() + " over rate" + (logarithmic ? ", logarithmic axis" : ""),
                LEFT,
                TOP,
                RIGHT,
                BOTTOM,
                end,
                new Plot.Axis(rate, ticks(x, LEFT, RIGHT)),
                new Plot.Axis(Quality.title(metric), ticks(y, BOTTOM, TOP)),
                List.copyOf(series),
                keys);
    }

    /** Points that the axes span. */
    private List<CurvePoint> spanned(Metric metric) {
        List<CurvePoint> own = points(metric, run.curves().stream().filter(curve -> !curve.reference()));
        return own.isEmpty() ? points(metric, run.curves().stream()) : own;
    }

    private static List<CurvePoint> points(Metric metric, Stream<Curve> curves) {
        return curves.flatMap(curve -> usable(curve, metric).stream()).toList();
    }

    /** Points that can be drawn: a lossless one's PSNR is infinite. */
    private static List<CurvePoint> usable(Curve curve, Metric metric) {
        return curve.points().stream()
                .filter(point -> point.rate() > 0
                        && Double.isFinite(point.rate())
                        && Double.isFinite(Quality.of(metric, point.metrics())))
                .toList();
    }

    private Plot.Point point(Curve curve, Metric metric, CurvePoint point, Scale x, Scale y) {
        return new Plot.Point(
                LEFT + (RIGHT - LEFT) * x.position(point.rate()),
                BOTTOM - (BOTTOM - TOP) * y.position(Quality.of(metric, point.metrics())),
                tip(curve, metric, point));
    }

    private String tip(Curve curve, Metric metric, CurvePoint point) {
        double value = point.metrics().get(metric.id());
        StringBuilder tip = new StringBuilder(names.of(curve.codec()));
        tip.append(point.setting().isEmpty() ? "" : ", " + point.setting());
        tip.append('\n')
                .append(Numbers.rate(point.rate()))
                .append(' ')
                .append(run.options().kind().rateUnit());
        tip.append('\n').append(metric.title()).append(' ').append(Numbers.valueWithUnit(metric, value));
        if (Quality.transformed(metric)) {
            tip.append(" = ")
                    .append(Numbers.fixed(Quality.of(metric, point.metrics()), 3))
                    .append(" dB");
        }
        Double pooled = point.pooled().get(metric.id());
        if (pooled != null) {
            tip.append("\nof the pooled MSE ").append(Numbers.valueWithUnit(metric, pooled));
        }
        return tip.toString();
    }

    private static List<Plot.Tick> ticks(Scale scale, double start, double end) {
        return scale.ticks().stream()
                .map(tick -> new Plot.Tick(start + (end - start) * scale.position(tick.value()), tick.label()))
                .toList();
    }

    /** In columns as wide as the longest name, row by row. */
    private List<Plot.Key> legend(List<Plot.Series> series) {
        int longest =
                series.stream().mapToInt(one -> keyText(one).length()).max().orElse(0);
        double column = KEY_SAMPLE + CHARACTER * longest + 12;
        int columns = (int) Math.max(1, (RIGHT - LEFT) / column);
        List<Plot.Key> keys = new ArrayList<>();
        for (Plot.Series one : series) {
            double x = LEFT + KEY_SAMPLE + keys.size() % columns * column;
            double y = HEIGHT + 20 + keys.size() / columns * KEY_LINE;
            keys.add(new Plot.Key(x, y, keyText(one), one.style()));
        }
        return keys;
    }

    private String keyText(Plot.Series one) {
        String name = names.of(one.codec());
        return name.length() <= KEY_CHARACTERS ? name : name.substring(0, KEY_CHARACTERS - 1) + "…";
    }
}
