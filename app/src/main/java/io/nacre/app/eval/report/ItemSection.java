package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.ItemResult;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import java.util.List;

/** Single results, and those that failed. */
final class ItemSection {
    /** Results that the page lists; browsers grow slow with more. All are in {@code per-item.csv}. */
    static final int MAX_ROWS = 20_000;

    private final EvalRun run;
    private final Names names;
    private final String item;

    ItemSection(EvalRun run, Names names) {
        this.run = run;
        this.names = names;
        this.item = run.options().kind() == MediaKind.PICTURE ? "Picture" : "Sound";
    }

    void writeFailures(Markup html) {
        List<ItemResult> failed = run.results().stream()
                .filter(result -> !result.ok())
                .limit(MAX_ROWS)
                .toList();
        html.open("section", "id", "failures").element("h2", "Failures");
        if (failed.isEmpty()) {
            html.element("p", run.results().isEmpty() ? "Nothing was coded." : "No coding failed.");
        } else {
            html.element(
                    "p",
                    run.failures() + " of " + run.results().size() + " codings failed"
                            + (failed.size() < run.failures() ? "; the first " + MAX_ROWS + " are listed." : "."));
            Table table = new Table(html, "Codings that failed, and why");
            table.start().column(item, true).column("Codec", true).column("Setting", false);
            table.column("Reason", false).body();
            for (ItemResult result : failed) {
                start(html, result)
                        .element("td", result.failure(), "class", "text")
                        .close("tr")
                        .line();
            }
            table.end();
        }
        html.close("section").line();
    }

    void write(Markup html) {
        List<ItemResult> listed =
                run.results().stream().filter(ItemResult::ok).limit(MAX_ROWS).toList();
        html.open("section", "id", "items")
                .element("h2", "Single " + run.options().kind().noun() + "s");
        if (listed.isEmpty()) {
            html.element("p", "There is no result.");
        } else {
            long all = run.results().size() - run.failures();
            html.element(
                    "p",
                    "Rates are lengths of files. Headers sort."
                            + (listed.size() < all
                                    ? " The first " + MAX_ROWS + " of " + all + " results; per-item.csv has all."
                                    : " The same is in per-item.csv."));
            html.open("details").element("summary", "All " + listed.size() + " results as a table");
            Table table = columns(html);
            listed.forEach(result -> row(html, result));
            table.end();
            html.close("details");
        }
        html.close("section").line();
    }

    private Table columns(Markup html) {
        Table table =
                new Table(html, "Results of single " + run.options().kind().noun() + "s");
        table.start().column(item, true).column("Codec", true).column("Setting", false);
        table.column("Bytes", false).column(run.options().kind().rateUnit(), false);
        for (Metric metric : run.options().metrics()) {
            table.column(metric.unit().isEmpty() ? metric.title() : metric.title() + " [" + metric.unit() + "]", false);
        }
        for (String way : List.of("Encode", "Decode")) {
            table.column(way + " [s]", false).column(way + " CPU [s]", false).column(way + " peak [MiB]", false);
        }
        table.body();
        return table;
    }

    private Markup start(Markup html, ItemResult result) {
        html.open("tr").open("th", "scope", "row").element("bdi", result.item()).close("th");
        return html.element("td", names.of(result.codec())).element("td", result.setting());
    }

    private void row(Markup html, ItemResult result) {
        start(html, result).element("td", result.bytes()).element("td", Numbers.rate(result.rate()));
        for (Metric metric : run.options().metrics()) {
            html.element("td", Numbers.value(metric, result.metrics().getOrDefault(metric.id(), Double.NaN)));
        }
        cost(html, result.encode());
        cost(html, result.decode());
        html.close("tr").line();
    }

    private static void cost(Markup html, Cost cost) {
        html.element("td", Numbers.significant(cost.wallSeconds()));
        html.element("td", Numbers.significant(cost.cpuSeconds()));
        html.element("td", Numbers.mebibytes(cost.peakBytes()));
    }
}
