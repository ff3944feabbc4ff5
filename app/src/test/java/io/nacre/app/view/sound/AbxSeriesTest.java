package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AbxSeriesTest {
    private final SplittableRandom random = new SplittableRandom(4);

    private AbxSeries series(int trials) {
        return new AbxSeries(trials, () -> random.nextInt(2) == 1);
    }

    /** Values of R's pbinom(k - 1, n, 0.5, lower.tail = FALSE). */
    @ParameterizedTest
    @CsvSource({
        "0, 16, 1",
        "8, 16, 0.5981903076171875",
        "12, 16, 0.0384063720703125",
        "16, 16, 1.52587890625e-05",
        "1, 1, 0.5",
        "60, 100, 0.02844396682049044",
        "200, 200, 6.223015277861142e-61"
    })
    void theProbabilityOfGuessingIsExact(int correct, int trials, double expected) {
        assertEquals(expected, AbxSeries.pValue(correct, trials), 1e-12 * expected);
    }

    @Test
    void whoHearsAlwaysAnswersRight() {
        AbxSeries series = series(16);
        while (!series.ended()) {
            assertTrue(series.result().isEmpty(), "nothing is told before the end");
            series.answer(series.hidden());
        }
        AbxSeries.Result result = series.result().orElseThrow();
        assertEquals(16, result.correct());
        assertEquals(Math.pow(0.5, 16), result.pValue(), 1e-18);
        assertEquals(18, result.log().lines().count());
        assertTrue(result.log().contains("16 of 16 correct, 16 planned, p = 1.526e-05"), result.log());
    }

    @Test
    void theCoinIsTossedForEveryTrial() {
        AbxSeries series = series(200);
        int heads = 0;
        int runs = 0;
        Side last = null;
        while (!series.ended()) {
            heads += series.hidden() == Side.A ? 1 : 0;
            runs += series.hidden() == last ? 0 : 1;
            last = series.hidden();
            series.answer(Side.A);
        }
        assertTrue(heads > 60 && heads < 140, heads + " heads");
        assertTrue(runs > 60 && runs < 140, runs + " runs");
        assertEquals(heads, series.result().orElseThrow().correct());
    }

    @Test
    void endingEarlyIsWrittenDown() {
        AbxSeries series = series(16);
        series.answer(series.hidden().other());
        series.answer(series.hidden());
        series.end();
        AbxSeries.Result result = series.result().orElseThrow();
        assertEquals(2, result.trials().size());
        assertEquals(1, result.correct());
        assertEquals(16, result.planned());
        assertEquals(0.75, result.pValue());
        assertThrows(IllegalStateException.class, () -> series.answer(Side.A));
    }

    @Test
    void withoutATrialThereIsNoResult() {
        AbxSeries series = series(3);
        assertFalse(series.ended());
        series.end();
        assertTrue(series.result().isEmpty());
        assertThrows(IllegalArgumentException.class, () -> series(0));
        assertThrows(IllegalArgumentException.class, () -> series(AbxSeries.MAX_TRIALS + 1));
    }
}
