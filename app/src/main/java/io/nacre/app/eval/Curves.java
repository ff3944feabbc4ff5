package io.nacre.app.eval;

import io.nacre.app.eval.codec.CodecInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Averages a run's results into curves. */
final class Curves {
    private Curves() {}

    /**
     * The curve of one codec. A setting at which an item failed is left out: its mean would be one over other items.
     *
     * @param results of the run, any codecs
     * @param warnings receives a sentence for each setting that is left out
     */
    static Curve of(
            CodecInfo codec, List<Item> items, List<ItemResult> results, List<Metric> metrics, List<String> warnings) {
        Map<String, Map<String, ItemResult>> bySetting = new HashMap<>();
        for (ItemResult result : results) {
            if (result.codec().equals(codec.id())) {
                bySetting
                        .computeIfAbsent(result.setting(), setting -> new HashMap<>())
                        .put(result.item(), result);
            }
        }
        List<CurvePoint> points = new ArrayList<>();
        for (String setting : codec.settings()) {
            Map<String, ItemResult> byItem = bySetting.get(setting);
            long failed =
                    byItem.values().stream().filter(result -> !result.ok()).count();
            if (failed > 0) {
                warnings.add(codec.id() + " failed on " + failed + " of " + items.size() + " items at " + setting
                        + ", which is left out of its curve.");
            } else {
                points.add(point(setting, items, byItem, metrics));
            }
        }
        return new Curve(codec.id(), false, points);
    }

    private static CurvePoint point(
            String setting, List<Item> items, Map<String, ItemResult> byItem, List<Metric> metrics) {
        double rate = items.stream()
                .mapToDouble(item -> byItem.get(item.name()).rate())
                .average()
                .orElseThrow();
        Map<String, Double> means = new TreeMap<>();
        Map<String, Double> pooled = new TreeMap<>();
        for (Metric metric : metrics) {
            if (byItem.values().stream().allMatch(result -> result.metrics().containsKey(metric.id()))) {
                means.put(metric.id(), mean(items, byItem, metric));
                if (metric.isPsnr()) {
                    pooled.put(metric.id(), pooled(items, byItem, metric));
                }
            }
        }
        return new CurvePoint(setting, rate, means, pooled);
    }

    private static double mean(List<Item> items, Map<String, ItemResult> byItem, Metric metric) {
        double sum = 0;
        for (Item item : items) {
            sum += byItem.get(item.name()).metrics().get(metric.id());
        }
        return sum / items.size();
    }

    /** PSNR of the mean squared error over all pixels of all items. */
    private static double pooled(List<Item> items, Map<String, ItemResult> byItem, Metric metric) {
        double error = 0; // relative to the squared peak
        double pixels = 0;
        for (Item item : items) {
            double psnr = byItem.get(item.name()).metrics().get(metric.id());
            error += item.size() * Math.pow(10, -psnr / 10);
            pixels += item.size();
        }
        return -10 * Math.log10(error / pixels);
    }
}
