package io.nacre.app.eval;

import io.nacre.app.eval.codec.CodecInfo;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A finished run, with all that a report shows. Immutable.
 *
 * @param date when it ended
 * @param version of Nacre
 * @param items in the order of their names
 * @param codecs that were run, in the order in which they were asked for; their settings are those of this run
 * @param missing codecs that were asked for and are not installed
 * @param results by item, then codec, then setting
 * @param curves of the codecs, then references; a setting at which an item failed is left out
 * @param deltas against the anchor and the references
 * @param speeds of the codecs that had a result
 * @param warnings one sentence each
 */
public record EvalRun(
        Instant date,
        String version,
        Machine machine,
        EvalOptions options,
        List<Item> items,
        List<CodecInfo> codecs,
        List<CodecInfo> missing,
        List<ItemResult> results,
        List<Curve> curves,
        List<BdEntry> deltas,
        List<Speed> speeds,
        List<String> warnings) {
    /** Bits per pixel near which decoded pictures are kept to be looked at. */
    public static final List<Double> VIEWED_RATES = List.of(0.25, 0.5, 1.0);

    /** Copies the lists. */
    public EvalRun {
        items = List.copyOf(items);
        codecs = List.copyOf(codecs);
        missing = List.copyOf(missing);
        results = List.copyOf(results);
        curves = List.copyOf(curves);
        deltas = List.copyOf(deltas);
        speeds = List.copyOf(speeds);
        warnings = List.copyOf(warnings);
    }

    /** The curve of a codec of this run. */
    public Optional<Curve> curve(String codec) {
        return curves.stream()
                .filter(curve -> !curve.reference() && curve.codec().equals(codec))
                .findFirst();
    }

    public long failures() {
        return results.stream().filter(result -> !result.ok()).count();
    }
}
