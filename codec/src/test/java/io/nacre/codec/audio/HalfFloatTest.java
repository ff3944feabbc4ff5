package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HalfFloatTest {
    @ParameterizedTest
    @CsvSource({
        "0000, 0",
        "3C00, 1",
        "C000, -2",
        "7BFF, 65504",
        "0400, 6.103515625e-5",
        "0001, 5.9604644775390625e-8",
        "83FF, -6.097555160522461e-5",
        "3555, 0.333251953125"
    })
    void halvesAreExact(String bits, float value) {
        short half = (short) Integer.parseInt(bits, 16);
        assertEquals(value, HalfFloat.toFloat(half));
        assertEquals(half, HalfFloat.fromFloat(value));
    }

    @Test
    void allFiniteOnesComeBack() {
        for (int bits = 0; bits < 0x7C00; bits++) {
            assertEquals(bits, HalfFloat.fromFloat(HalfFloat.toFloat((short) bits)));
            assertTrue(bits == 0 || HalfFloat.toFloat((short) bits) > HalfFloat.toFloat((short) (bits - 1)));
        }
    }

    /** The nearest of all, and of two the even one. */
    @Test
    void roundsToTheNearest() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < 10_000; i++) {
            int below = random.nextInt(0x7BFF);
            float low = HalfFloat.toFloat((short) below);
            float high = HalfFloat.toFloat((short) (below + 1));
            float middle = low + (high - low) / 2;
            assertEquals(below + (below & 1), HalfFloat.fromFloat(middle), "after " + below);
            assertEquals(below, HalfFloat.fromFloat(Math.nextDown(middle)), "after " + below);
            assertEquals(below + 1, HalfFloat.fromFloat(Math.nextUp(middle)), "after " + below);
        }
    }

    @ParameterizedTest
    @CsvSource({"65520, 7BFF", "1e30, 7BFF", "Infinity, 7BFF", "-Infinity, FBFF", "NaN, 7BFF"})
    void whatIsBeyondStaysFinite(float value, String bits) {
        assertEquals((short) Integer.parseInt(bits, 16), HalfFloat.fromFloat(value));
    }
}
