package io.nacre.codec.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.entropy.CorruptStreamException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FiniteScalarQuantizerTest {
    /** The paper's sets, a single component, and a set of extremes. */
    static Stream<int[]> grids() {
        return Stream.of(
                new int[] {8, 6, 5},
                new int[] {8, 5, 5, 5},
                new int[] {7, 5, 5, 5, 5},
                new int[] {8, 8, 8, 6, 5},
                new int[] {8, 8, 8, 5, 5, 5},
                new int[] {2},
                new int[] {255, 2, 128},
                new int[] {3, 4, 9, 16});
    }

    @ParameterizedTest
    @MethodSource("grids")
    void indexDigitsAndValuesAreABijection(int[] levels) throws CorruptStreamException {
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(levels);
        assertEquals(Arrays.stream(levels).reduce(1, (a, b) -> a * b), grid.size());
        int[] expected = new int[levels.length]; // counts up like an odometer, the first component fastest
        for (int index = 0; index < grid.size(); index++) {
            int[] digits = grid.digits(index);
            assertArrayEquals(expected, digits);
            assertEquals(index, grid.index(digits));
            for (int i = 0; i < levels.length && ++expected[i] == levels[i]; i++) {
                expected[i] = 0;
            }
        }
        for (int i = 0; i < levels.length; i++) {
            assertEquals(-1, grid.value(i, 0));
            assertEquals(0, grid.value(i, levels[i] / 2));
            for (int digit = 0; digit < levels[i]; digit++) {
                float value = grid.value(i, digit);
                assertEquals(digit, Math.round(value * (levels[i] / 2)) + levels[i] / 2);
                assertTrue(value >= -1 && value <= 1);
            }
        }
    }

    /** Digits of z = -3, -2.75, ... 3 by the same formula in PyTorch, float32. */
    @ParameterizedTest
    @CsvSource({
        "3, 0000000000111112222222222",
        "5, 0000000001122233444444444",
        "7, 0000000011223445566666666",
        "8, 0000000112234556677777777",
        "9, 0000000111234567778888888"
    })
    void matchesTrainingFramework(int levels, String digits) {
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(levels);
        StringBuilder actual = new StringBuilder();
        for (int i = -12; i <= 12; i++) {
            actual.append(grid.digit(0, i * 0.25f));
        }
        assertEquals(digits, actual.toString());
    }

    /** The reference inverts the bound: a digit is the number of decision levels below z. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8, 9, 16, 127, 254, 255})
    void digitCountsTheDecisionLevelsBelow(int levels) {
        long seed = 0x46535100L + levels;
        SplittableRandom random = new SplittableRandom(seed);
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(levels);
        double[] decisions = decisionLevels(levels);
        for (int i = 0; i < 100_000; i++) {
            float z = (float) ((random.nextDouble() - 0.5) * (i % 2 == 0 ? 2 : 12));
            assertEquals(count(decisions, z), grid.digit(0, z), () -> "seed " + seed + ", z = " + z);
        }
        for (double decision : decisions) {
            float z = (float) decision; // the floats next to a decision level, and a few beyond
            for (int step = 0; step < 4; step++) {
                z = Math.nextDown(z);
            }
            for (int step = -4; step <= 4; step++, z = Math.nextUp(z)) {
                assertEquals(count(decisions, z), grid.digit(0, z), "decision level " + decision + ", step " + step);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 5, 8, 255})
    void extremesStayInRange(int levels) {
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(levels);
        assertEquals(0, grid.digit(0, -Float.MAX_VALUE));
        assertEquals(levels - 1, grid.digit(0, Float.MAX_VALUE));
        assertEquals(levels / 2, grid.digit(0, 0f));
        assertEquals(levels / 2, grid.digit(0, -0f));
        assertEquals(0, grid.bound(0, 0f), 1e-13);
    }

    @Test
    void quantizerCodesOneDigitPerComponent() throws CorruptStreamException {
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(8, 5);
        assertArrayEquals(new int[] {8, 5}, grid.codebookSizes());
        int[][] digits = grid.encode(new float[] {0, 9, -9, 0, 9, -9});
        assertArrayEquals(new int[][] {{4, 0, 7}, {4, 2, 0}}, digits);
        assertArrayEquals(new float[] {0, 1, -1, 0, 0.75f, -1}, grid.decode(digits, 3));
    }

    @Test
    void refusesImpossibleGrids() {
        assertThrows(IllegalArgumentException.class, FiniteScalarQuantizer::new);
        assertThrows(IllegalArgumentException.class, () -> new FiniteScalarQuantizer(5, 1));
        assertThrows(IllegalArgumentException.class, () -> new FiniteScalarQuantizer(256));
        assertThrows(IllegalArgumentException.class, () -> new FiniteScalarQuantizer(128, 128, 128, 128, 8));
        assertEquals(1 << 30, new FiniteScalarQuantizer(128, 128, 128, 128, 4).size());
    }

    @Test
    void refusesIndicesOutOfRange() {
        FiniteScalarQuantizer grid = new FiniteScalarQuantizer(8, 6, 5);
        assertThrows(CorruptStreamException.class, () -> grid.digits(240));
        assertThrows(CorruptStreamException.class, () -> grid.digits(-1));
        assertThrows(IllegalArgumentException.class, () -> grid.index(new int[] {0, 0}));
        assertThrows(IllegalArgumentException.class, () -> grid.index(new int[] {0, 6, 0}));
        assertThrows(IllegalArgumentException.class, () -> grid.index(new int[] {-1, 0, 0}));
    }

    private static double[] decisionLevels(int levels) {
        double h = (levels - 1) * 1.001 / 2;
        double o = levels % 2 == 0 ? 0.5 : 0;
        double[] decisions = new double[levels - 1];
        for (int digit = 1; digit < levels; digit++) {
            double bound = digit - levels / 2 - 0.5;
            decisions[digit - 1] = atanh((bound + o) / h) - atanh(o / h);
        }
        return decisions;
    }

    private static int count(double[] decisions, float z) {
        int count = 0;
        for (double decision : decisions) {
            count += decision < z ? 1 : 0;
        }
        return count;
    }

    private static double atanh(double x) {
        return (Math.log1p(x) - Math.log1p(-x)) / 2;
    }
}
