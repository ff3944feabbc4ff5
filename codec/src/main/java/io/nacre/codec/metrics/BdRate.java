package io.nacre.codec.metrics;

/**
 * Bjontegaard delta rate: the mean difference in rate at equal quality (Bjontegaard, VCEG-M33, 2001), with the
 * logarithm of the rate interpolated over quality by monotone piecewise cubics as JVET does (JVET-H0030), integrated
 * exactly over the common range of quality.
 *
 * @param percent mean difference of the test's rate from the anchor's; negative if the test needs less
 * @param low start of the common range, in the quality's unit
 * @param high its end
 * @param overlap the common range's share of the narrower curve's range, above 0, at most 1; a small one makes the
 *     figure doubtful
 */
public record BdRate(double percent, double low, double high, double overlap) {
    /**
     * Compares two curves. Points may come in any order.
     *
     * @param anchorRate rates of the reference, in any unit, positive
     * @param anchorQuality its qualities, higher is better, on a scale where equal steps count equally (PSNR in dB;
     *     {@link MsSsim#decibels})
     * @param testRate rates of the curve that is judged, in the same unit
     * @param testQuality its qualities
     * @return the difference and the range it holds for
     * @throws IllegalArgumentException if a curve has fewer than four points, a rate that is not positive, a value that
     *     is not finite, or a higher rate without a higher quality, or if the curves share no range of quality
     */
    public static BdRate rate(double[] anchorRate, double[] anchorQuality, double[] testRate, double[] testQuality) {
        RateCurve anchor = RateCurve.of("anchor", anchorRate, anchorQuality);
        RateCurve test = RateCurve.of("test", testRate, testQuality);
        MeanGap gap = MeanGap.between(anchor.quality(), anchor.logRate(), test.quality(), test.logRate());
        return new BdRate(100 * Math.expm1(gap.mean()), gap.low(), gap.high(), gap.overlap());
    }
}
