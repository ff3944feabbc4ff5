package io.nacre.app.eval;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Averages over all items at one setting.
 *
 * @param setting label, or an empty string
 * @param rate mean of the items' rates, in the unit of their kind
 * @param metrics by {@link Metric#id}, means of the items' values; a metric that some item lacks is missing
 * @param pooled PSNRs by id, of the squared error over all samples of all items together; empty for references
 */
public record CurvePoint(String setting, double rate, Map<String, Double> metrics, Map<String, Double> pooled) {
    /** Copies the maps. */
    public CurvePoint {
        metrics = Collections.unmodifiableMap(new TreeMap<>(metrics));
        pooled = Collections.unmodifiableMap(new TreeMap<>(pooled));
    }
}
