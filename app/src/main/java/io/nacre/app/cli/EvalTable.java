package io.nacre.app.cli;

import io.nacre.app.eval.BdEntry;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.Speed;
import java.util.List;
import java.util.Locale;

/** The results of an evaluation as text: a table of speeds, and one of BD-rates against the anchor. */
final class EvalTable {
    private EvalTable() {}

    static String of(EvalRun run) {
        String unit = run.options().kind().amountUnit() + "/s";
        StringBuilder text = new StringBuilder(
                String.format(Locale.ROOT, "%-14s %14s %14s", "codec", "encode " + unit, "decode " + unit));
        String anchor = run.options().anchor();
        List<Metric> metrics = anchor == null ? List.of() : run.options().metrics();
        metrics.forEach(metric -> text.append(String.format(Locale.ROOT, " %12s", metric.id())));
        for (Speed speed : run.speeds()) {
            text.append(String.format(
                    Locale.ROOT,
                    "%n%-14s %14.2f %14.2f",
                    speed.codec(),
                    speed.encode().amountPerSecond(),
                    speed.decode().amountPerSecond()));
            metrics.forEach(
                    metric -> text.append(String.format(Locale.ROOT, " %12s", cell(run, speed.codec(), metric))));
        }
        if (anchor != null) {
            text.append(String.format(Locale.ROOT, "%nlast columns: BD-rate against %s in percent", anchor));
        }
        return text.append(String.format(
                        Locale.ROOT, "%n%d results, %d failures", run.results().size(), run.failures()))
                .toString();
    }

    private static String cell(EvalRun run, String codec, Metric metric) {
        for (BdEntry entry : run.deltas()) {
            if (entry.codec().equals(codec)
                    && entry.anchor().equals(run.options().anchor())
                    && entry.metric().equals(metric.id())) {
                String doubt = entry.warning() == null ? "" : "?";
                return entry.rate() == null
                        ? "?"
                        : String.format(Locale.ROOT, "%+.2f%s", entry.rate().percent(), doubt);
            }
        }
        return "";
    }
}
