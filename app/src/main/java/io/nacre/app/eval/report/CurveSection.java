package io.nacre.app.eval.report;

import io.nacre.app.eval.Curve;
import io.nacre.app.eval.CurvePoint;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.codec.MediaKind;
import java.util.List;

/** The plots with one legend for all, and the points' values as a table. */
final class CurveSection {
    private final EvalRun run;
    private final Names names;
    private final PlotLayout layout;
    private final MediaKind kind;

    CurveSection(EvalRun run, Names names, PlotLayout layout) {
        this.run = run;
        this.names = names;
        this.layout = layout;
        this.kind = run.options().kind();
    }

    void write(Markup html) {
        html.open("section", "id", "curves").element("h2", "Rate-distortion curves");
        List<Metric> drawn =
                run.options().metrics().stream().filter(layout::has).toList();
        if (drawn.isEmpty()) {
            html.element("p", "There is no curve: no codec coded all " + kind.noun() + "s at any setting.");
        } else {
            html.element(
                    "p",
                    "Each point is one setting: the mean of the " + kind.noun() + "s' " + kind.rateTitle()
                            + ", and the mean of their values of the metric"
                            + (kind == MediaKind.PICTURE
                                    ? " (for MS-SSIM the mean of the values as such, which is then drawn in dB)"
                                    : " (the log-mel distance is drawn with its sign changed, so that up is better)")
                            + ". Curves from files are dashed; the axes span the codecs of this run.");
            legend(html);
            html.open("div", "class", "plots").line();
            drawn.forEach(metric -> figure(html, metric));
            html.close("div").line();
            points(html);
        }
        html.close("section").line();
    }

    private void legend(Markup html) {
        html.open("div", "class", "tools", "data-script", "");
        html.open("fieldset").element("legend", "Rate axis");
        radio(html, "linear");
        radio(html, "logarithmic");
        html.close("fieldset");
        if (run.curves().stream().anyMatch(Curve::reference)) {
            html.element("button", "References", "type", "button", "id", "references", "aria-pressed", true);
        }
        html.close("div");
        html.open("div", "class", "legend", "role", "group", "aria-label", "Curves shown");
        for (int i = 0; i < run.curves().size(); i++) {
            Curve curve = run.curves().get(i);
            SeriesStyle style = SeriesStyle.of(i, curve.reference());
            html.open(
                    "button",
                    "type",
                    "button",
                    "class",
                    curve.reference() ? "reference" : "own",
                    "data-codec",
                    curve.codec(),
                    "aria-pressed",
                    true);
            html.markup(SvgPlot.sample(style)).text(names.of(curve.codec())).close("button");
        }
        html.close("div").line();
    }

    private static void radio(Markup html, String name) {
        html.open("label").leaf("input", "type", "radio", "name", "axis", "value", name);
        html.text(" " + name).close("label");
    }

    private void figure(Markup html, Metric metric) {
        html.open(
                "figure", "tabindex", 0, "aria-label", metric.title() + " over rate; arrow keys go through the points");
        html.open("div", "data-axis", "linear");
        html.markup(SvgPlot.draw(layout.plot(metric, false, false))).close("div");
        html.open("div", "data-axis", "logarithmic", "hidden", "");
        html.markup(SvgPlot.draw(layout.plot(metric, true, false))).close("div");
        html.element("figcaption", metric.title() + " over " + kind.rateTitle() + "; plots/" + metric.id() + ".svg");
        html.close("figure").line();
    }

    private void points(Markup html) {
        Table table = new Table(html, "Points of the curves: means over all " + kind.noun() + "s");
        html.open("details").element("summary", "Points of the curves as a table");
        html.element(
                "p",
                kind.rateUnit() + " is the mean of the " + kind.noun() + "s' " + kind.rateTitle()
                        + ". A metric's column is the mean of the single values"
                        + (kind == MediaKind.PICTURE
                                ? "; “of pooled MSE” is the PSNR of the mean squared error over all samples of all"
                                        + " pictures together"
                                : "")
                        + ". A dash stands for a value that is not known.");
        table.start().column("Codec", true).column("Setting", false).column(kind.rateUnit(), false);
        for (Metric metric : run.options().metrics()) {
            table.column(heading(metric.title(), metric.unit()) + " mean of single values", false);
            if (Quality.transformed(metric)) {
                table.column(metric.title() + " [dB] of that mean", false);
            }
            if (metric.isPsnr()) {
                table.column(heading(metric.title(), metric.unit()) + " of pooled MSE", false);
            }
        }
        table.body();
        for (Curve curve : run.curves()) {
            curve.points().forEach(point -> row(html, curve, point));
        }
        table.end();
        html.close("details");
    }

    private static String heading(String title, String unit) {
        return unit.isEmpty() ? title : title + " [" + unit + "]";
    }

    private void row(Markup html, Curve curve, CurvePoint point) {
        html.open("tr").element("td", names.of(curve.codec())).element("td", point.setting());
        html.element("td", Numbers.rate(point.rate()));
        for (Metric metric : run.options().metrics()) {
            double value = point.metrics().getOrDefault(metric.id(), Double.NaN);
            html.element("td", Numbers.value(metric, value));
            if (Quality.transformed(metric)) {
                html.element("td", Numbers.fixed(Quality.of(metric, point.metrics()), 3));
            }
            if (metric.isPsnr()) {
                html.element("td", Numbers.value(metric, point.pooled().getOrDefault(metric.id(), Double.NaN)));
            }
        }
        html.close("tr").line();
    }
}
