package io.nacre.app.eval;

import io.nacre.app.eval.codec.Cost;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The columns of {@code per-item.csv}: item, sha256, codec, revision, setting, bytes, the rate, the metrics, time and memory of
 * encoding and decoding, failure. What is not known is empty. Immutable.
 */
final class ResultTable {
    private static final List<String> KEYS = List.of("item", "sha256", "codec", "revision", "setting", "bytes");
    private static final List<String> COSTS = List.of(
            "encode_wall_s",
            "encode_cpu_s",
            "encode_peak_bytes",
            "decode_wall_s",
            "decode_cpu_s",
            "decode_peak_bytes",
            "failure");

    private final List<Metric> metrics;

    ResultTable(List<Metric> metrics) {
        this.metrics = metrics;
    }

    List<String> header() {
        List<String> header = new ArrayList<>(KEYS);
        header.add(metrics.get(0).kind().rateUnit());
        metrics.forEach(metric -> header.add(metric.id()));
        header.addAll(COSTS);
        return header;
    }

    List<String> fields(ResultRow row) {
        ResultKey key = row.key();
        ItemResult result = row.result();
        List<String> fields =
                new ArrayList<>(List.of(key.item(), key.sha256(), key.codec(), key.revision(), key.setting()));
        fields.add(result.ok() ? Long.toString(result.bytes()) : "");
        fields.add(result.ok() ? Double.toString(result.rate()) : "");
        for (Metric metric : metrics) {
            Double value = result.metrics().get(metric.id());
            fields.add(value == null ? "" : value.toString());
        }
        addCost(fields, result.encode());
        addCost(fields, result.decode());
        fields.add(result.ok() ? "" : result.failure());
        return fields;
    }

    private static void addCost(List<String> fields, Cost cost) {
        fields.add(cost == null ? "" : seconds(cost.wallSeconds()));
        fields.add(cost == null || Double.isNaN(cost.cpuSeconds()) ? "" : seconds(cost.cpuSeconds()));
        fields.add(cost == null || cost.peakBytes() == 0 ? "" : Long.toString(cost.peakBytes()));
    }

    private static String seconds(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /**
     * Reads a row back.
     *
     * @throws IllegalArgumentException if it is none of this table's
     */
    ResultRow row(List<String> fields) {
        if (fields.size() != KEYS.size() + 1 + metrics.size() + COSTS.size()) {
            throw new IllegalArgumentException(fields.size() + " fields");
        }
        ResultKey key = new ResultKey(fields.get(0), fields.get(1), fields.get(2), fields.get(3), fields.get(4));
        String failure = fields.get(fields.size() - 1);
        if (!failure.isEmpty()) {
            return new ResultRow(key, ItemResult.failed(key.item(), key.codec(), key.setting(), failure));
        }
        Map<String, Double> values = new TreeMap<>();
        for (int i = 0; i < metrics.size(); i++) {
            String value = fields.get(KEYS.size() + 1 + i);
            if (!value.isEmpty()) {
                values.put(metrics.get(i).id(), Double.valueOf(value));
            }
        }
        List<String> costs = fields.subList(KEYS.size() + 1 + metrics.size(), fields.size());
        return new ResultRow(
                key,
                new ItemResult(
                        key.item(),
                        key.codec(),
                        key.setting(),
                        Long.parseLong(fields.get(KEYS.size() - 1)),
                        Double.parseDouble(fields.get(KEYS.size())),
                        values,
                        cost(costs.subList(0, 3)),
                        cost(costs.subList(3, 6)),
                        null,
                        null));
    }

    private static Cost cost(List<String> fields) {
        return new Cost(
                Double.parseDouble(fields.get(0)),
                fields.get(1).isEmpty() ? Double.NaN : Double.parseDouble(fields.get(1)),
                fields.get(2).isEmpty() ? 0 : Long.parseLong(fields.get(2)));
    }
}
