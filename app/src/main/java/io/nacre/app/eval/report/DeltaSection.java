package io.nacre.app.eval.report;

import io.nacre.app.eval.BdEntry;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Metric;
import io.nacre.codec.metrics.BdPsnr;
import io.nacre.codec.metrics.BdRate;
import java.util.List;
import java.util.Optional;

/** Bjontegaard deltas: for each anchor one table of rates and one of qualities, of which the page shows one anchor. */
final class DeltaSection {
    private final EvalRun run;
    private final Names names;

    DeltaSection(EvalRun run, Names names) {
        this.run = run;
        this.names = names;
    }

    void write(Markup html) {
        html.open("section", "id", "deltas").element("h2", "Bjontegaard deltas");
        List<String> anchors =
                run.deltas().stream().map(BdEntry::anchor).distinct().toList();
        if (anchors.isEmpty()) {
            html.element("p", "Nothing was compared: there is no second curve, no anchor, or no points.");
        } else {
            html.element(
                    "p",
                    "Mean difference in rate at equal quality, and in quality at equal rate, between the averaged curves:"
                            + " monotone piecewise cubic interpolation over the logarithm of the rate, as JVET does. Below each"
                            + " figure stand the range that both curves share and its part of the shorter curve's range. † marks"
                            + " a figure that is doubtful or could not be told, with the reason below.");
            html.open("div", "class", "tools", "data-script", "").open("label").text("Anchor ");
            html.open("select", "id", "anchor");
            anchors.forEach(anchor -> html.element("option", names.of(anchor), "value", anchor));
            html.close("select").close("label").close("div").line();
            for (String anchor : anchors) {
                anchor(html, anchor, anchor.equals(anchors.get(0)));
            }
        }
        html.close("section").line();
    }

    private void anchor(Markup html, String anchor, boolean shown) {
        List<BdEntry> entries = run.deltas().stream()
                .filter(entry -> entry.anchor().equals(anchor))
                .toList();
        List<Metric> metrics = run.options().metrics().stream()
                .filter(metric ->
                        entries.stream().anyMatch(entry -> entry.metric().equals(metric.id())))
                .toList();
        if (shown) {
            html.open("div", "class", "anchor", "data-anchor", anchor);
        } else {
            html.open("div", "class", "anchor", "data-anchor", anchor, "hidden", "");
        }
        start(html, "BD-rate against " + names.of(anchor) + " in percent; below zero needs fewer bits");
        metrics.forEach(metric -> html.element("th", metric.title() + " [%]", "scope", "col"));
        body(html, entries, metrics, true);
        start(html, "BD-quality against " + names.of(anchor) + "; above zero is better");
        for (Metric metric : metrics) {
            String unit = Quality.unit(metric);
            html.element("th", "BD-" + metric.title() + (unit.isEmpty() ? "" : " [" + unit + "]"), "scope", "col");
        }
        body(html, entries, metrics, false);
        notes(html, entries);
        html.close("div").line();
    }

    private static void start(Markup html, String caption) {
        html.open("div", "class", "scroll", "tabindex", 0, "role", "region", "aria-label", caption);
        html.open("table", "class", "deltas").element("caption", caption);
        html.open("thead").open("tr").element("th", "Codec", "scope", "col");
    }

    private void body(Markup html, List<BdEntry> entries, List<Metric> metrics, boolean rate) {
        html.close("tr").close("thead").open("tbody").line();
        List<String> codecs = entries.stream().map(BdEntry::codec).distinct().toList();
        for (String codec : codecs) {
            html.open("tr").element("th", names.of(codec), "scope", "row");
            for (Metric metric : metrics) {
                Optional<BdEntry> entry = entries.stream()
                        .filter(one -> one.codec().equals(codec) && one.metric().equals(metric.id()))
                        .findFirst();
                html.open("td");
                entry.ifPresent(one -> {
                    if (rate) {
                        rate(html, one, metric);
                    } else {
                        quality(html, one, run.options().kind().rateUnit());
                    }
                });
                html.close("td");
            }
            html.close("tr").line();
        }
        html.close("tbody").close("table").close("div").line();
    }

    private static void rate(Markup html, BdEntry entry, Metric metric) {
        BdRate rate = entry.rate();
        figure(html, rate == null ? "–" : Numbers.signed(rate.percent(), 2), entry.warning());
        if (rate != null) {
            String unit = Quality.unit(metric);
            range(html, Numbers.fixed(rate.low(), 2), Numbers.fixed(rate.high(), 2), unit, rate.overlap());
        }
    }

    private static void quality(Markup html, BdEntry entry, String unit) {
        BdPsnr quality = entry.quality();
        figure(html, quality == null ? "–" : Numbers.signed(quality.gain(), 3), entry.warning());
        if (quality != null) {
            range(html, Numbers.fixed(quality.low(), 3), Numbers.fixed(quality.high(), 3), unit, quality.overlap());
        }
    }

    private static void figure(Markup html, String value, String warning) {
        html.element("b", value);
        if (warning != null) {
            html.element("abbr", "†", "title", warning);
        }
    }

    private static void range(Markup html, String low, String high, String unit, double overlap) {
        String range = low + " to " + high + (unit.isEmpty() ? "" : " " + unit);
        html.open("small")
                .text(range)
                .leaf("br")
                .text(Math.round(100 * overlap) + " % shared")
                .close("small");
    }

    private void notes(Markup html, List<BdEntry> entries) {
        List<BdEntry> warned =
                entries.stream().filter(entry -> entry.warning() != null).toList();
        if (warned.isEmpty()) {
            return;
        }
        html.open("ul", "class", "notes");
        for (BdEntry entry : warned) {
            String metric = Metric.byId(entry.metric()).map(Metric::title).orElse(entry.metric());
            html.element("li", "† " + names.of(entry.codec()) + ", " + metric + ": " + entry.warning());
        }
        html.close("ul").line();
    }
}
