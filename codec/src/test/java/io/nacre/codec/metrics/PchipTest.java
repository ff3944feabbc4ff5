package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PchipTest {
    /** Points with a flat piece and turns, so that every rule for slopes is used; integrals by SciPy. */
    @ParameterizedTest
    @CsvSource({
        "0,    8.5,  42.284739520866005",
        "0.25, 0.75, 0.8090277777777778",
        "1.2,  6,    18.245080003173282",
        "4.1,  4.2,  0.43600000000000233",
        "7.5,  8.5,  9.207294133325131"
    })
    void integralsMatchSciPy(double from, double to, double expected) {
        Pchip curve = new Pchip(new double[] {0, 1, 1.5, 4, 4.25, 7, 8.5}, new double[] {3, 1, 1, 5, 4, 9, 9.25});
        assertEquals(expected, curve.integral(from, to), 1e-12);
    }

    @Test
    void endSlopesAreLimited() {
        Pchip curve = new Pchip(new double[] {0, 1, 3}, new double[] {0, 5, 4});
        assertEquals(12.569444444444445, curve.integral(0, 3), 1e-12);
        assertEquals(7.177951388888889, curve.integral(0.5, 2), 1e-12);
    }

    @Test
    void straightLinesAreExact() {
        Pchip line = new Pchip(new double[] {-1, 0, 2, 7}, new double[] {-3, -1, 3, 13}); // 2 x - 1
        assertEquals(6 * 6 - 6 - (0.5 * 0.5 - 0.5), line.integral(0.5, 6), 1e-12);
    }

    /** Means over short pieces rise where the points rise. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void keepsTheShapeOfRisingPoints(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] x = new double[10];
        double[] y = new double[10];
        for (int i = 1; i < 10; i++) {
            x[i] = x[i - 1] + 0.01 + random.nextDouble();
            y[i] = y[i - 1] + Math.pow(random.nextDouble(), 6);
        }
        Pchip curve = new Pchip(x, y);
        double before = y[0];
        for (int i = 0; i < 500; i++) {
            double from = x[9] * i / 500;
            double to = x[9] * (i + 1) / 500;
            double mean = curve.integral(from, to) / (to - from);
            assertTrue(mean >= before - 1e-9, "seed " + seed + ", piece " + i);
            before = mean;
        }
        assertTrue(before <= y[9] + 1e-9, "seed " + seed);
    }
}
