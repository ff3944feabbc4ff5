package io.nacre.codec.metrics;

/**
 * Bjontegaard delta PSNR: the mean difference in quality at equal rate, over the logarithm of the rate; otherwise as
 * {@link BdRate}. Any quality on a linear scale will do.
 *
 * @param gain mean difference of the test's quality from the anchor's, in the quality's unit; positive if the test is
 *     better
 * @param low start of the common range, as a rate
 * @param high its end
 * @param overlap the common range's share of the narrower curve's range of log rate, above 0, at most 1
 */
public record BdPsnr(double gain, double low, double high, double overlap) {
    /**
     * Compares two curves. Points may come in any order.
     *
     * @param anchorRate rates of the reference, in any unit, positive
     * @param anchorQuality its qualities, higher is better
     * @param testRate rates of the curve that is judged, in the same unit
     * @param testQuality its qualities
     * @return the difference and the range it holds for
     * @throws IllegalArgumentException as {@link BdRate#rate}, the range that must be shared being that of the rate
     */
    public static BdPsnr gain(double[] anchorRate, double[] anchorQuality, double[] testRate, double[] testQuality) {
        RateCurve anchor = RateCurve.of("anchor", anchorRate, anchorQuality);
        RateCurve test = RateCurve.of("test", testRate, testQuality);
        MeanGap gap = MeanGap.between(anchor.logRate(), anchor.quality(), test.logRate(), test.quality());
        return new BdPsnr(gap.mean(), Math.exp(gap.low()), Math.exp(gap.high()), gap.overlap());
    }
}
