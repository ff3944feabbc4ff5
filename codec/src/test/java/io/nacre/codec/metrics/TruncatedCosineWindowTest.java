package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TruncatedCosineWindowTest {
    private static final int RADIUS = TruncatedCosineWindow.RADIUS;

    /** The weights are normalized, and have the variance of the Gaussian by the paper's condition (its equation 55). */
    @Test
    void hasUnitSumAndTheVarianceOfTheGaussian() {
        double[] weights = response();
        double sum = 0;
        double variance = 0;
        for (int i = 0; i < weights.length; i++) {
            sum += weights[i];
            variance += weights[i] * (i - RADIUS) * (i - RADIUS);
        }
        assertEquals(1, sum, 1e-14);
        assertEquals(1.5 * 1.5, variance, 1e-13);
    }

    /** A sum of cosines of 1, 3 and 5 quarter turns a radius of 5: the other odd harmonics are absent. */
    @Test
    void isASumOfThreeCosines() {
        double[] weights = response();
        for (int harmonic : new int[] {7, 9}) {
            double amplitude = 0;
            for (int i = 0; i < weights.length; i++) {
                amplitude += weights[i] * Math.cos(Math.PI * harmonic * (i - RADIUS) / 10);
            }
            assertEquals(0, amplitude, 1e-14, "harmonic " + harmonic);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 1", "2, 12, 3", "3, 5, 20", "4, 30, 17"})
    void matchesTheDirectSumWithZerosOutside(long seed, int width, int height) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] plane = new double[height][width];
        for (double[] row : plane) {
            Arrays.setAll(row, x -> random.nextDouble());
        }
        double[] weights = response();
        TruncatedCosineWindow window = new TruncatedCosineWindow(width);
        for (int y = 0; y < height + RADIUS; y++) {
            if (y < height) {
                window.accept(plane[y]);
            } else {
                window.acceptZeros();
            }
            if (y >= RADIUS) {
                assertArrayEquals(
                        means(plane, weights, y - RADIUS), window.means(), 1e-13, "seed " + seed + ", row " + y);
            }
        }
    }

    private static double[] means(double[][] plane, double[] weights, int row) {
        double[] means = new double[plane[0].length];
        for (int x = 0; x < means.length; x++) {
            for (int dy = -RADIUS; dy <= RADIUS; dy++) {
                for (int dx = -RADIUS; dx <= RADIUS; dx++) {
                    boolean inside = row + dy >= 0 && row + dy < plane.length && x + dx >= 0 && x + dx < means.length;
                    means[x] += inside ? weights[RADIUS + dy] * weights[RADIUS + dx] * plane[row + dy][x + dx] : 0;
                }
            }
        }
        return means;
    }

    /** One-dimensional weights, from the middle row of the response to a column of ones around a single one. */
    private static double[] response() {
        double[] impulse = new double[2 * RADIUS + 1];
        impulse[RADIUS] = 1;
        TruncatedCosineWindow window = new TruncatedCosineWindow(impulse.length);
        for (int y = 0; y <= 2 * RADIUS; y++) {
            window.accept(impulse); // equal rows: the vertical filter sums to 1
        }
        return window.means().clone();
    }
}
