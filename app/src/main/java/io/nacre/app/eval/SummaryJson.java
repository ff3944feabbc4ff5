package io.nacre.app.eval;

import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.codec.metrics.BdPsnr;
import io.nacre.codec.metrics.BdRate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * Writes {@code summary.json}: everything of a run but the single results. Values that are not known or not finite are
 * null.
 */
public final class SummaryJson implements ReportWriter {
    private static final int FORMAT = 1;

    @Override
    public void write(EvalRun run, Path folder) throws IOException {
        JsonStringWriter json = JsonWriter.indent(" ").string().object().value("format", FORMAT);
        json.value("date", run.date().toString()).value("version", run.version());
        machine(json, run.machine());
        json.object("options")
                .value("kind", run.options().kind().noun())
                .value("folder", run.options().folder().toString())
                .value("points", run.options().points())
                .value("jobs", run.options().jobs())
                .value("anchor", run.options().anchor())
                .end();
        metrics(json, run);
        items(json, run);
        codecs(json, run);
        curves(json, run);
        deltas(json, run);
        speeds(json, run);
        json.value("results", run.results().size()).value("failures", run.failures());
        json.array("warnings", run.warnings());
        Files.writeString(folder.resolve("summary.json"), json.end().done() + "\n");
    }

    private static void machine(JsonStringWriter json, Machine machine) {
        json.object("machine")
                .value("system", machine.system())
                .value("processor", machine.processor())
                .value("processors", machine.processors())
                .value("memoryBytes", machine.memoryBytes())
                .value("java", machine.java())
                .end();
    }

    private static void metrics(JsonStringWriter json, EvalRun run) {
        json.array("metrics");
        for (Metric metric : run.options().metrics()) {
            json.object()
                    .value("id", metric.id())
                    .value("title", metric.title())
                    .value("unit", metric.unit())
                    .value("higherIsBetter", metric.higherIsBetter())
                    .end();
        }
        json.end();
    }

    private static void items(JsonStringWriter json, EvalRun run) {
        json.array("items");
        for (Item item : run.items()) {
            json.object().value("name", item.name()).value("sha256", item.sha256());
            if (item instanceof PictureItem picture) {
                json.value("width", picture.width()).value("height", picture.height());
            } else if (item instanceof SoundItem sound) {
                json.value("sampleRate", sound.sampleRate())
                        .value("channels", sound.channels())
                        .value("samples", sound.samples());
            }
            json.end();
        }
        json.end();
    }

    private static void codecs(JsonStringWriter json, EvalRun run) {
        json.array("codecs");
        for (CodecInfo codec : run.codecs()) {
            describe(json, codec)
                    .value("version", codec.version())
                    .value("revision", codec.revision())
                    .value("loadSeconds", codec.loadSeconds())
                    .array("settings", codec.settings())
                    .end();
        }
        json.end().array("missing");
        for (CodecInfo codec : run.missing()) {
            describe(json, codec)
                    .value("program", codec.missing().program())
                    .value("debianPackage", codec.missing().debianPackage())
                    .end();
        }
        json.end();
    }

    private static JsonStringWriter describe(JsonStringWriter json, CodecInfo codec) {
        return json.object()
                .value("id", codec.id())
                .value("family", codec.family())
                .value("title", codec.title())
                .value("preset", codec.preset())
                .array("encode", codec.encode())
                .array("decode", codec.decode());
    }

    private static void curves(JsonStringWriter json, EvalRun run) {
        json.array("curves");
        for (Curve curve : run.curves()) {
            json.object().value("codec", curve.codec()).value("reference", curve.reference());
            json.array("points");
            for (CurvePoint point : curve.points()) {
                json.object()
                        .value("setting", point.setting())
                        .value(run.options().kind().rateUnit(), point.rate());
                values(json, "metrics", point.metrics());
                values(json, "pooled", point.pooled());
                json.end();
            }
            json.end().end();
        }
        json.end();
    }

    private static void values(JsonStringWriter json, String name, Map<String, Double> values) {
        json.object(name);
        values.forEach((metric, value) -> json.value(metric, finite(value)));
        json.end();
    }

    private static void deltas(JsonStringWriter json, EvalRun run) {
        json.array("deltas");
        for (BdEntry entry : run.deltas()) {
            json.object()
                    .value("codec", entry.codec())
                    .value("anchor", entry.anchor())
                    .value("metric", entry.metric());
            BdRate rate = entry.rate();
            if (rate != null) {
                json.object("rate").value("percent", rate.percent());
                range(json, rate.low(), rate.high(), rate.overlap());
            }
            BdPsnr quality = entry.quality();
            if (quality != null) {
                json.object("quality").value("gain", quality.gain());
                range(json, quality.low(), quality.high(), quality.overlap());
            }
            json.value("warning", entry.warning()).end();
        }
        json.end();
    }

    private static void range(JsonStringWriter json, double low, double high, double overlap) {
        json.value("low", low).value("high", high).value("overlap", overlap).end();
    }

    private static void speeds(JsonStringWriter json, EvalRun run) {
        json.array("speeds");
        for (Speed speed : run.speeds()) {
            json.object().value("codec", speed.codec());
            way(json, run.options().kind(), "encode", speed.encode());
            way(json, run.options().kind(), "decode", speed.decode());
            json.end();
        }
        json.end();
    }

    private static void way(JsonStringWriter json, MediaKind kind, String name, Speed.Way way) {
        boolean sound = kind == MediaKind.SOUND;
        json.object(name)
                .value(sound ? "timesRealTime" : "megapixelsPerSecond", way.amountPerSecond())
                .value(sound ? "cpuSecondsPerSecond" : "cpuSecondsPerMegapixel", finite(way.cpuSecondsPerAmount()))
                .value("peakBytes", way.peakBytes() == 0 ? null : (Long) way.peakBytes())
                .end();
    }

    private static Double finite(double value) {
        return Double.isFinite(value) ? (Double) value : null;
    }
}
