package io.nacre.app.eval;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import com.grack.nanojson.JsonStringWriter;
import com.grack.nanojson.JsonWriter;
import io.nacre.app.eval.codec.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * The curves of an earlier run, stored to find regressions. Immutable.
 *
 * @param kind what the items are
 * @param items SHA-256 of the files by name
 * @param curves of the codecs of that run
 */
public record Baseline(MediaKind kind, Map<String, String> items, List<Curve> curves) {
    private static final int FORMAT = 1;
    private static final long MAX_BYTES = 1 << 24;

    /** Copies its arguments. */
    public Baseline {
        items = Map.copyOf(items);
        curves = List.copyOf(curves);
    }

    /** What there is to store of a run. */
    public static Baseline of(EvalRun run) {
        Map<String, String> items = new TreeMap<>();
        run.items().forEach(item -> items.put(item.name(), item.sha256()));
        return new Baseline(
                run.options().kind(),
                items,
                run.curves().stream().filter(curve -> !curve.reference()).toList());
    }

    /** As JSON; values that are not finite are left out. */
    public String toJson() {
        JsonStringWriter json =
                JsonWriter.indent(" ").string().object().value("format", FORMAT).value("kind", kind.noun());
        json.object("items");
        new TreeMap<>(items).forEach(json::value);
        json.end().array("curves");
        for (Curve curve : curves) {
            json.object().value("codec", curve.codec()).array("points");
            for (CurvePoint point : curve.points()) {
                json.object().value("setting", point.setting()).value(kind.rateUnit(), point.rate());
                json.object("metrics");
                point.metrics().forEach((metric, value) -> {
                    if (Double.isFinite(value)) {
                        json.value(metric, value);
                    }
                });
                json.end().end();
            }
            json.end().end();
        }
        return json.end().end().done() + "\n";
    }

    /**
     * Reads what {@link #toJson} gave.
     *
     * @throws IOException if the file can't be read or is not such a file
     */
    public static Baseline read(Path file) throws IOException {
        if (Files.size(file) > MAX_BYTES) {
            throw new IOException(file + " is larger than a baseline may be");
        }
        try {
            JsonObject root = JsonParser.object().from(Files.readString(file));
            if (root.getInt("format") != FORMAT) {
                throw new IOException(file + " is no baseline of format " + FORMAT);
            }
            Map<String, String> items = new TreeMap<>();
            root.getObject("items").forEach((name, hash) -> items.put(name, (String) hash));
            List<Curve> curves = new ArrayList<>();
            MediaKind kind = kind(root.getString("kind", MediaKind.PICTURE.noun()));
            for (Object curve : root.getArray("curves")) {
                curves.add(curve((JsonObject) curve, kind));
            }
            return new Baseline(kind, items, curves);
        } catch (JsonParserException | ClassCastException | NullPointerException e) {
            throw new IOException(file + " is no baseline", e);
        }
    }

    private static MediaKind kind(String noun) throws IOException {
        return MediaKind.of(noun).orElseThrow(() -> new IOException("a baseline of another kind of items: " + noun));
    }

    private static Curve curve(JsonObject json, MediaKind kind) {
        List<CurvePoint> points = new ArrayList<>();
        JsonArray array = json.getArray("points");
        for (Object entry : array) {
            JsonObject point = (JsonObject) entry;
            Map<String, Double> metrics = new TreeMap<>();
            point.getObject("metrics").forEach((metric, value) -> metrics.put(metric, ((Number) value).doubleValue()));
            points.add(new CurvePoint(point.getString("setting"), point.getDouble(kind.rateUnit()), metrics, Map.of()));
        }
        return new Curve(Objects.requireNonNull(json.getString("codec")), true, points);
    }
}
