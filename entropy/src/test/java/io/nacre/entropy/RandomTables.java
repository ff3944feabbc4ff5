package io.nacre.entropy;

import java.util.SplittableRandom;

/** Tables for tests. */
final class RandomTables {
    private RandomTables() {}

    /** So many frequencies, from flat to so skewed that most are 1. */
    static int[] frequencies(SplittableRandom random, int size) {
        double skew = random.nextInt(3) * 6.0;
        double[] weights = new double[size];
        for (int i = 0; i < size; i++) {
            weights[i] = Math.pow(random.nextDouble() + 1e-9, skew);
        }
        FrequencyTable table = FrequencyTable.ofWeights(weights);
        int[] frequencies = new int[size];
        for (int i = 0; i < size; i++) {
            frequencies[i] = table.frequency(i);
        }
        return frequencies;
    }

    static FrequencyTable table(SplittableRandom random, int maxSize) {
        return FrequencyTable.of(frequencies(random, 1 + random.nextInt(maxSize)));
    }

    /** A symbol drawn from the table's own distribution. */
    static int draw(SplittableRandom random, FrequencyTable table) {
        return table.find(random.nextInt(FrequencyTable.TOTAL));
    }

    /** The information content of a symbol, in bits. */
    static double idealBits(FrequencyTable table, int symbol) {
        return 16 - Math.log(table.frequency(symbol)) / Math.log(2);
    }
}
