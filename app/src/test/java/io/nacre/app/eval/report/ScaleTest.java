package io.nacre.app.eval.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScaleTest {
    @Test
    void linearTicksAreRound() {
        Scale scale = Scale.linear(0, 1.93, 8);
        assertEquals(
                List.of("0.0", "0.5", "1.0", "1.5", "2.0"),
                scale.ticks().stream().map(Scale.Tick::label).toList());
    }

    @Test
    void logarithmicTicksAreOneTwoFive() {
        Scale scale = Scale.logarithmic(0.09, 2.1);
        assertEquals(
                List.of("0.1", "0.2", "0.5", "1", "2"),
                scale.ticks().stream().map(Scale.Tick::label).toList());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void valuesLieWithinAndTicksRise(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 500; i++) {
            double least = Math.pow(10, random.nextDouble(-3, 2));
            double most = least * (i % 10 == 0 ? 1 : random.nextDouble(1, 1000));
            String failure = "seed " + seed + ", " + least + " to " + most;
            check(Scale.logarithmic(least, most), least, most, failure);
            check(Scale.linear(least, most, 8), least, most, failure);
            check(Scale.linear(-most, -least, 8), -most, -least, failure);
            assertTrue(Scale.linear(least, most, 8).ticks().size() <= 11, failure);
        }
    }

    private static void check(Scale scale, double least, double most, String failure) {
        assertTrue(scale.position(least) >= -1e-9 && scale.position(most) <= 1 + 1e-9, failure);
        assertTrue(scale.position(least) <= scale.position(most), failure);
        double before = Double.NEGATIVE_INFINITY;
        TreeSet<String> labels = new TreeSet<>();
        for (Scale.Tick tick : scale.ticks()) {
            assertTrue(tick.value() > before && labels.add(tick.label()), failure);
            assertTrue(scale.position(tick.value()) >= -1e-9 && scale.position(tick.value()) <= 1 + 1e-9, failure);
            before = tick.value();
        }
    }
}
