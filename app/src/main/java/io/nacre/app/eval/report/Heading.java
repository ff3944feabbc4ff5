package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalOptions;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Item;
import io.nacre.app.eval.Machine;
import io.nacre.app.eval.codec.MediaKind;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.stream.Collectors;

/** What was run, when and where; and the run's warnings. */
final class Heading {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);

    private Heading() {}

    static void write(Markup html, EvalRun run) {
        EvalOptions options = run.options();
        html.open("header").element("h1", "Rate and distortion");
        html.open("p", "class", "lead").text(summary(run)).close("p").line();
        html.open("dl", "class", "facts");
        html.open("div").element("dt", "Date").open("dd");
        html.element("time", DATE.format(run.date()), "datetime", run.date().truncatedTo(ChronoUnit.SECONDS));
        html.close("dd").close("div");
        Machine machine = run.machine();
        fact(html, "Nacre", run.version());
        fact(html, "Processor", machine.processor());
        fact(html, "Processors used", machine.processors());
        fact(
                html,
                "Memory",
                machine.memoryBytes() == 0
                        ? "not known"
                        : Numbers.fixed(machine.memoryBytes() / (double) (1L << 30), 1) + " GiB");
        fact(html, "System", machine.system());
        fact(html, "Java", machine.java());
        fact(html, "Folder", options.folder());
        fact(
                html,
                "Metrics",
                options.metrics().stream().map(metric -> metric.title()).collect(Collectors.joining(", ")));
        fact(html, "Points for each codec", options.points() == 0 ? "all of its sweep" : "at most " + options.points());
        fact(html, "Codings at a time", options.jobs());
        fact(html, "Anchor", options.anchor() == null ? "none" : options.anchor());
        fact(
                html,
                "Reference curves from",
                options.references().isEmpty()
                        ? "none"
                        : options.references().stream().map(Object::toString).collect(Collectors.joining(", ")));
        html.close("dl").line();
        if (!run.warnings().isEmpty()) {
            html.open("section", "class", "warnings").element("h2", "Warnings").open("ul");
            run.warnings().forEach(warning -> html.element("li", warning));
            html.close("ul").close("section");
        }
        html.close("header").line();
    }

    private static String summary(EvalRun run) {
        MediaKind kind = run.options().kind();
        double amount = kind.amount(run.items().stream().mapToDouble(Item::size).sum());
        String items = count(run.items().size(), kind.noun()) + " of " + Numbers.fixed(amount, 2) + " "
                + kind.amountTitle() + " in all, " + count(run.codecs().size(), "codec") + ", "
                + count(run.results().size(), "coding");
        return items + (run.failures() == 0 ? ", none failed." : ", of which " + run.failures() + " failed.");
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }

    private static void fact(Markup html, String name, Object value) {
        html.open("div").element("dt", name).element("dd", value).close("div");
    }
}
