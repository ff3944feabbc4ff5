package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyTableTest {
    static Stream<int[]> badFrequencies() {
        int[] tooMany = new int[FrequencyTable.MAX_SIZE + 1];
        Arrays.fill(tooMany, 1);
        tooMany[0] = FrequencyTable.TOTAL - FrequencyTable.MAX_SIZE;
        return Stream.of(
                new int[0],
                new int[] {FrequencyTable.TOTAL - 1},
                new int[] {FrequencyTable.TOTAL + 1},
                new int[] {0, FrequencyTable.TOTAL},
                new int[] {-1, FrequencyTable.TOTAL, 1},
                new int[] {FrequencyTable.TOTAL, 1},
                new int[] {1, Integer.MAX_VALUE, Integer.MAX_VALUE, FrequencyTable.TOTAL + 1},
                new int[] {Integer.MIN_VALUE, Integer.MIN_VALUE, FrequencyTable.TOTAL},
                tooMany);
    }

    @ParameterizedTest
    @MethodSource("badFrequencies")
    void badFrequenciesAreRefused(int[] frequencies) {
        assertThrows(IllegalArgumentException.class, () -> FrequencyTable.of(frequencies));
    }

    static Stream<double[]> badWeights() {
        return Stream.of(
                new double[0],
                new double[] {0, 0},
                new double[] {1, -1e-9},
                new double[] {1, Double.NaN},
                new double[] {1, Double.POSITIVE_INFINITY},
                new double[] {Double.MAX_VALUE, Double.MAX_VALUE},
                new double[FrequencyTable.MAX_SIZE + 1]);
    }

    @ParameterizedTest
    @MethodSource("badWeights")
    void badWeightsAreRefused(double[] weights) {
        assertThrows(IllegalArgumentException.class, () -> FrequencyTable.ofWeights(weights));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 64, 511, FrequencyTable.MAX_SIZE})
    void eachValueIsFoundByItsOwner(int size) {
        SplittableRandom random = new SplittableRandom(size);
        for (int trial = 0; trial < 5; trial++) {
            int[] frequencies = RandomTables.frequencies(random, size);
            FrequencyTable table = FrequencyTable.of(frequencies);
            int value = 0;
            for (int symbol = 0; symbol < size; symbol++) {
                assertEquals(value, table.low(symbol));
                assertEquals(frequencies[symbol], table.frequency(symbol));
                for (int i = 0; i < frequencies[symbol]; i++) {
                    assertEquals(symbol, table.find(value++), () -> "size " + size);
                }
            }
            assertEquals(FrequencyTable.TOTAL, value);
        }
    }

    @Test
    void laterChangesOfTheArrayDoNotReachTheTable() {
        int[] frequencies = {30000, 35536};
        FrequencyTable table = FrequencyTable.of(frequencies);
        frequencies[0] = 1;
        assertEquals(30000, table.frequency(0));
    }

    @Test
    void weightsAreApportionedAsByHand() {
        assertArrayEquals(new int[] {65536}, ofWeights(3e-200));
        assertArrayEquals(new int[] {21846, 21845, 21845}, ofWeights(1, 1, 1));
        assertArrayEquals(new int[] {65534, 1, 1}, ofWeights(1, 0, 0));
        assertArrayEquals(new int[] {1, 65535}, ofWeights(1e-300, 1e300));
        assertArrayEquals(new int[] {16384, 49152}, ofWeights(0.25, 0.75));
        // 1 of 2^17 deserves half a count and gets one; the other two share 65535 as 1 : 2.
        assertArrayEquals(new int[] {21845, 43690, 1}, ofWeights(1, 2, 3.0 / 131071));
    }

    /** The 90 light symbols deserve 1.02 at first, and less than 1 once each of the 4000 empty ones has taken 1. */
    @Test
    void symbolsThatFallBelowOneLaterGetOneToo() {
        double[] weights = new double[4091];
        Arrays.fill(weights, 4000, 4090, 1.02 / FrequencyTable.TOTAL);
        weights[4090] = 1 - 90 * 1.02 / FrequencyTable.TOTAL;
        int[] expected = new int[weights.length];
        Arrays.fill(expected, 1);
        expected[4090] = FrequencyTable.TOTAL - 4090;
        assertArrayEquals(expected, ofWeights(weights));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void weightsGiveTheNearestIntegers(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] weights = new double[1 + random.nextInt(FrequencyTable.MAX_SIZE)];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = random.nextInt(4) == 0 ? 0 : Math.exp(20 * random.nextDouble());
        }
        int[] frequencies = ofWeights(weights);
        double sharedWeight = 0;
        int sharedTotal = 0;
        for (int i = 0; i < weights.length; i++) {
            if (frequencies[i] > 1) {
                sharedWeight += weights[i];
                sharedTotal += frequencies[i];
            }
        }
        double rate = sharedTotal / sharedWeight;
        for (int i = 0; i < weights.length; i++) {
            if (frequencies[i] > 1) {
                assertEquals(weights[i] * rate, frequencies[i], 2, "seed " + seed + ", symbol " + i);
            } else {
                assertTrue(weights[i] * rate < 3, "seed " + seed + ", symbol " + i);
            }
        }
    }

    @Test
    void costIsTheNegativeLogarithm() {
        FrequencyTable table = FrequencyTable.of(new int[] {1, 2, 16384, 32768, 16381});
        assertEquals(16 << 16, table.costOf(0));
        assertEquals(15 << 16, table.costOf(1));
        assertEquals(2 << 16, table.costOf(2));
        assertEquals(1 << 16, table.costOf(3));
        assertEquals(65536 * RandomTables.idealBits(table, 4), table.costOf(4), 0.51);
        assertEquals(0, FrequencyTable.of(new int[] {FrequencyTable.TOTAL}).costOf(0));
    }

    private static int[] ofWeights(double... weights) {
        FrequencyTable table = FrequencyTable.ofWeights(weights);
        int[] frequencies = new int[table.size()];
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            frequencies[symbol] = table.frequency(symbol);
        }
        return frequencies;
    }
}
