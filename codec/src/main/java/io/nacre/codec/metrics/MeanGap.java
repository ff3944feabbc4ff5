package io.nacre.codec.metrics;

/**
 * Mean vertical distance of two interpolated curves over the range of x that they share.
 *
 * @param mean mean of (test - anchor)
 * @param low start of the common range
 * @param high its end, above {@code low}
 * @param overlap the common range's share of the narrower curve's range, above 0, at most 1
 */
record MeanGap(double mean, double low, double high, double overlap) {
    /**
     * Integrates both curves by {@link Pchip}; all x rise strictly.
     *
     * @throws IllegalArgumentException if the curves share no range
     */
    static MeanGap between(double[] anchorX, double[] anchorY, double[] testX, double[] testY) {
        int anchorLast = anchorX.length - 1;
        int testLast = testX.length - 1;
        double low = Math.max(anchorX[0], testX[0]);
        double high = Math.min(anchorX[anchorLast], testX[testLast]);
        if (!(low < high)) {
            throw new IllegalArgumentException("The curves do not overlap, so there is no Bjontegaard delta.");
        }
        double difference =
                new Pchip(testX, testY).integral(low, high) - new Pchip(anchorX, anchorY).integral(low, high);
        double narrower = Math.min(anchorX[anchorLast] - anchorX[0], testX[testLast] - testX[0]);
        return new MeanGap(difference / (high - low), low, high, (high - low) / narrower);
    }
}
