package io.nacre.app.eval;

import io.nacre.app.eval.codec.Cost;
import java.util.List;
import java.util.function.Function;

/**
 * Time and memory of one codec over all its results.
 *
 * @param encode of its encodings
 * @param decode of its decodings
 */
public record Speed(String codec, Way encode, Way decode) {
    /**
     * One way.
     *
     * @param megapixelsPerSecond by wall time
     * @param cpuSecondsPerMegapixel NaN if it is not known
     * @param peakBytes largest of all, 0 if it is not known
     */
    public record Way(double megapixelsPerSecond, double cpuSecondsPerMegapixel, long peakBytes) {}

    /**
     * Sums up.
     *
     * @param results of one codec, none of which failed, at least one
     */
    static Speed of(String codec, List<ItemResult> results) {
        double megapixels =
                results.stream().mapToDouble(r -> 8e-6 * r.bytes() / r.bpp()).sum();
        return new Speed(
                codec, way(results, ItemResult::encode, megapixels), way(results, ItemResult::decode, megapixels));
    }

    private static Way way(List<ItemResult> results, Function<ItemResult, Cost> cost, double megapixels) {
        List<Cost> costs = results.stream().map(cost).toList();
        return new Way(
                megapixels / costs.stream().mapToDouble(Cost::wallSeconds).sum(),
                costs.stream().mapToDouble(Cost::cpuSeconds).sum() / megapixels,
                costs.stream().mapToLong(Cost::peakBytes).max().orElse(0));
    }
}
