package io.nacre.entropy;

/** Code lengths of 16-bit frequencies, for rate estimates. Loaded by the first estimate, so receivers never pay. */
final class FrequencyCost {
    /** Fraction bits of a cost. */
    static final int FRACTION_BITS = 16;

    private static final int[] COSTS = costs();

    private FrequencyCost() {}

    /** {@code -log2(frequency / 65536)} in 1/65536 bit, rounded; {@code frequency} is in 1..65536. */
    static int of(int frequency) {
        return COSTS[frequency];
    }

    private static int[] costs() {
        int[] costs = new int[FrequencyTable.TOTAL + 1];
        double scale = (1 << FRACTION_BITS) / StrictMath.log(2);
        for (int frequency = 1; frequency < costs.length; frequency++) {
            costs[frequency] = (int) Math.round(-StrictMath.log((double) frequency / FrequencyTable.TOTAL) * scale);
        }
        return costs;
    }
}
