package io.nacre.app.eval.report;

import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Speed;
import io.nacre.app.eval.codec.CodecInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What was run, how, and how fast it was; what was not run, and what to install for it. */
final class CodecSection {
    private final EvalRun run;
    private final Map<String, CodecInfo> codecs = new HashMap<>();

    CodecSection(EvalRun run) {
        this.run = run;
        run.codecs().forEach(codec -> codecs.put(codec.id(), codec));
    }

    void write(Markup html) {
        html.open("section", "id", "codecs").element("h2", "Codecs");
        if (run.codecs().isEmpty()) {
            html.element("p", "No codec was run.");
        } else {
            Table table = new Table(html, "Codecs of this run, their presets and commands");
            table.start()
                    .column("Codec", false)
                    .column("Name", false)
                    .column("Version", false)
                    .column("Preset", false)
                    .column("Commands", false)
                    .column("Settings", false)
                    .body();
            run.codecs().forEach(codec -> row(html, codec));
            table.end();
        }
        if (!run.missing().isEmpty()) {
            Table table = new Table(html, "Codecs that are not installed, and were left out");
            table.start()
                    .column("Codec", false)
                    .column("Preset", false)
                    .column("Program", false)
                    .column("Debian package", false)
                    .body();
            run.missing().forEach(codec -> missing(html, codec));
            table.end();
        }
        html.close("section").line();
    }

    private static void row(Markup html, CodecInfo codec) {
        html.open("tr")
                .element("th", codec.title(), "scope", "row")
                .open("td")
                .element("code", codec.id())
                .close("td");
        html.element("td", codec.version(), "class", "text").element("td", codec.preset(), "class", "text");
        html.open("td", "class", "text");
        if (codec.encode().isEmpty()) {
            html.text("within this process");
        } else {
            html.element("code", String.join(" ", codec.encode())).leaf("br");
            html.element("code", String.join(" ", codec.decode()));
        }
        html.close("td")
                .element("td", String.join(", ", codec.settings()), "class", "text")
                .close("tr")
                .line();
    }

    private static void missing(Markup html, CodecInfo codec) {
        String packages = codec.missing().debianPackage();
        html.open("tr").element("th", codec.title(), "scope", "row").element("td", codec.preset(), "class", "text");
        html.open("td").element("code", codec.missing().program()).close("td");
        html.open("td", "class", "text");
        if (packages == null) {
            html.text("not known");
        } else {
            html.element("code", packages);
        }
        html.close("td").close("tr").line();
    }

    void writeSpeeds(Markup html) {
        html.open("section", "id", "speed").element("h2", "Time and memory");
        if (run.speeds().isEmpty()) {
            html.element("p", "No coding came to an end.");
        } else {
            html.element("p", speedText());
            Table table = new Table(html, "Time and memory of encoding and decoding, over all results of a codec");
            table.start().column("Codec", false);
            String unit = run.options().kind().amountUnit();
            for (String way : List.of("Encode", "Decode")) {
                table.column(way + " [" + unit + "/s]", false)
                        .column(way + " CPU [s/" + unit + "]", false)
                        .column(way + " peak [MiB]", false);
            }
            table.column("Model load [s]", false).body();
            for (Speed speed : run.speeds()) {
                CodecInfo codec = codecs.get(speed.codec());
                html.open("tr").element("th", codec == null ? speed.codec() : codec.title(), "scope", "row");
                way(html, speed.encode());
                way(html, speed.decode());
                double load = codec == null ? 0 : codec.loadSeconds();
                html.element("td", load == 0 ? "–" : Numbers.significant(load))
                        .close("tr")
                        .line();
            }
            table.end();
        }
        html.close("section").line();
    }

    private String speedText() {
        String text = run.options().kind().amountUnit() + "/s: "
                + run.options().kind().amountTitle()
                + " of all codings by the sum of their wall times. CPU: user and system time of all"
                + " threads. Tools' times include the start of the process and the reading and writing of files; loading"
                + " Nacre's model is apart. Peak: the largest resident set of any coding. A dash stands for what is not"
                + " known.";
        return run.options().jobs() == 1
                ? text
                : text + " Attention: " + run.options().jobs()
                        + " codings ran at a time, so that the times are not comparable with other runs.";
    }

    private static void way(Markup html, Speed.Way way) {
        html.element("td", Numbers.significant(way.amountPerSecond()));
        html.element("td", Numbers.significant(way.cpuSecondsPerAmount()));
        html.element("td", Numbers.mebibytes(way.peakBytes()));
    }
}
