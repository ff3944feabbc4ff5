package io.nacre.app.eval;

import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * One item, coded by one codec at one setting.
 *
 * @param bytes length of the file; 0 if it failed
 * @param rate in the unit of {@link MediaKind#rateUnit}; 0 if it failed
 * @param metrics values by {@link Metric#id}; positive infinity for the PSNR of equal pictures; one that the
 *     item is too small for is missing
 * @param encode null if it failed
 * @param decode null if it failed
 * @param failure what went wrong in one clause, or null
 * @param decoded PNG of what came back, kept for some settings of each item and codec only; else null
 */
public record ItemResult(
        String item,
        String codec,
        String setting,
        long bytes,
        double rate,
        Map<String, Double> metrics,
        Cost encode,
        Cost decode,
        String failure,
        Path decoded) {

    /** Copies the map. */
    public ItemResult {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
    }

    static ItemResult failed(String item, String codec, String setting, String why) {
        return new ItemResult(item, codec, setting, 0, 0, Map.of(), null, null, why, null);
    }

    public boolean ok() {
        return failure == null;
    }

    ItemResult withDecoded(Path file) {
        return new ItemResult(item, codec, setting, bytes, rate, metrics, encode, decode, failure, file);
    }
}
