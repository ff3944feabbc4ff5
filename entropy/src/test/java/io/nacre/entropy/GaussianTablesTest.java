package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GaussianTablesTest {
    private static final double ESCAPE_MASS = 1.0 / 1024;

    @Test
    void scalesLieOnALogarithmicGrid() {
        GaussianTables tables = GaussianTables.logGrid(64, 0.11, 64, 255);
        assertEquals(64, tables.rows());
        assertEquals(0.11, tables.sigma(0), 1e-15);
        assertEquals(64, tables.sigma(63), 1e-12);
        double ratio = tables.sigma(1) / tables.sigma(0);
        for (int row = 1; row < 64; row++) {
            assertEquals(ratio, tables.sigma(row) / tables.sigma(row - 1), 1e-12);
        }
    }

    @Test
    void frequenciesAreThoseOfNumericIntegration() {
        GaussianTables tables = GaussianTables.logGrid(24, 0.11, 40, 255);
        for (int row = 0; row < tables.rows(); row++) {
            FrequencyTable table = tables.table(row).table();
            int reach = tables.reach(row);
            double sigma = tables.sigma(row);
            assertEquals(2 * reach + 2, table.size());
            for (int s = -reach; s <= reach; s++) {
                double expected = FrequencyTable.TOTAL * mass(Math.abs(s) - 0.5, Math.abs(s) + 0.5, sigma);
                // What rounding leaves over, at most one for each pair, is zero's.
                assertEquals(expected, table.frequency(s + reach), s == 0 ? 2 + reach : 2, "row " + row + ", s " + s);
                assertEquals(table.frequency(reach - s), table.frequency(reach + s), "row " + row + ", s " + s);
            }
            double beyond = massBeyond(reach, sigma);
            assertEquals(Math.max(1, FrequencyTable.TOTAL * beyond), table.frequency(2 * reach + 1), 1, "row " + row);
            assertTrue(beyond < ESCAPE_MASS, "row " + row);
            assertTrue(reach == 0 || massBeyond(reach - 1, sigma) >= ESCAPE_MASS, "row " + row);
        }
    }

    @Test
    void largestLevelCutsTheReach() {
        GaussianTables tables = GaussianTables.logGrid(8, 1, 500, 20);
        assertEquals(20, tables.reach(7));
        assertTrue(tables.table(7).table().frequency(41) > FrequencyTable.TOTAL / 2);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1, 2, 10",
        "4, 0, 2, 10",
        "4, -1, 2, 10",
        "4, 2, 2, 10",
        "4, NaN, 2, 10",
        "4, 1, Infinity, 10",
        "4, 1, 2, -1",
        "4, 1, 2, 256"
    })
    void argumentsAreChecked(int rows, double sigmaMin, double sigmaMax, int maxLevel) {
        assertThrows(IllegalArgumentException.class, () -> GaussianTables.logGrid(rows, sigmaMin, sigmaMax, maxLevel));
    }

    /** The probability of a magnitude that rounds above {@code level}: twelve deviations are as good as infinity. */
    private static double massBeyond(int level, double sigma) {
        double from = level + 0.5;
        return 2 * mass(from, from + 12 * sigma, sigma);
    }

    /** The integral of the normal density by Simpson's rule. */
    private static double mass(double from, double to, double sigma) {
        int intervals = 2000;
        double step = (to - from) / intervals;
        double sum = 0;
        for (int i = 0; i <= intervals; i++) {
            double x = (from + i * step) / sigma;
            int weight = i == 0 || i == intervals ? 1 : 2 + 2 * (i % 2);
            sum += weight * Math.exp(-x * x / 2);
        }
        return sum * step / 3 / (sigma * Math.sqrt(2 * Math.PI));
    }
}
