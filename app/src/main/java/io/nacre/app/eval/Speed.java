package io.nacre.app.eval;

import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
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
     * @param amountPerSecond in the kind's unit of amount, by wall time
     * @param cpuSecondsPerAmount NaN if it is not known
     * @param peakBytes largest of all, 0 if it is not known
     */
    public record Way(double amountPerSecond, double cpuSecondsPerAmount, long peakBytes) {}

    /**
     * Sums up.
     *
     * @param results of one codec, none of which failed, at least one
     */
    static Speed of(MediaKind kind, String codec, List<ItemResult> results) {
        double amount = results.stream()
                .mapToDouble(result -> kind.amount(8.0 * result.bytes() / result.rate()))
                .sum();
        return new Speed(codec, way(results, ItemResult::encode, amount), way(results, ItemResult::decode, amount));
    }

    private static Way way(List<ItemResult> results, Function<ItemResult, Cost> cost, double amount) {
        List<Cost> costs = results.stream().map(cost).toList();
        return new Way(
                amount / costs.stream().mapToDouble(Cost::wallSeconds).sum(),
                costs.stream().mapToDouble(Cost::cpuSeconds).sum() / amount,
                costs.stream().mapToLong(Cost::peakBytes).max().orElse(0));
    }
}
