package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsnrHvsTest {
    /** Values computed in NumPy and SciPy (float64) after the authors' program. */
    @ParameterizedTest
    @CsvSource({
        "256, 256,  4, 46.56625304437324, 52.06945059639239",
        "301, 217, 12, 36.232381315401064, 39.00178717088605",
        "768, 512, 24, 29.86719624907537, 31.65716009086426",
        "177, 400, 60, 21.39610105401716, 22.52830394944123",
        "60, 41, 12, 36.559159241502584, 39.765920641871304",
        "9, 8, 12, 36.524758997787416, 42.397948528440764"
    })
    void matchesTheReference(int width, int height, int strength, double hvs, double hvsM) {
        byte[] a = SyntheticPicture.original(width, height);
        byte[] b = SyntheticPicture.distorted(a, width, strength);
        assertEquals(hvs, PsnrHvs.of(a, b, width, height).orElseThrow(), 1e-9);
        assertEquals(hvsM, PsnrHvs.masked(a, b, width, height).orElseThrow(), 1e-9);
        assertEquals(PsnrHvs.of(a, b, width, height), PsnrHvs.of(b, a, width, height));
        assertEquals(PsnrHvs.masked(a, b, width, height), PsnrHvs.masked(b, a, width, height));
    }

    /** Flat pictures have a DC coefficient only: 8 times the step, which nothing hides. */
    @Test
    void flatPicturesDifferInTheirDcOnly() {
        byte[] a = new byte[3 * 24 * 16];
        byte[] b = a.clone();
        Arrays.fill(b, (byte) 10);
        double expected = 10 * Math.log10(255 * 255 / Math.pow(10 * 1.608443, 2));
        assertEquals(expected, PsnrHvs.of(a, b, 24, 16).orElseThrow(), 1e-9);
        assertEquals(expected, PsnrHvs.masked(a, b, 24, 16).orElseThrow(), 1e-9);
    }

    /** The error is a checkerboard of two steps, of no mean in any block, on noise that never saturates. */
    @Test
    void textureHidesSmallErrors() {
        SplittableRandom random = new SplittableRandom(1);
        byte[] a = new byte[3 * 64 * 64];
        byte[] b = new byte[a.length];
        for (int pixel = 0; pixel < 64 * 64; pixel++) {
            int grey = random.nextInt(50, 200);
            int sign = (pixel % 64 + pixel / 64) % 2 == 0 ? 1 : -1;
            Arrays.fill(a, 3 * pixel, 3 * pixel + 3, (byte) grey);
            Arrays.fill(b, 3 * pixel, 3 * pixel + 3, (byte) (grey + sign));
        }
        double visible = PsnrHvs.of(a, b, 64, 64).orElseThrow();
        double masked = PsnrHvs.masked(a, b, 64, 64).orElseThrow();
        assertTrue(visible < 60, "seed 1: " + visible);
        assertTrue(masked > 250, "seed 1: " + masked); // the mean's rounding is left
    }

    @Test
    void equalPicturesAreInfinitelyGood() {
        byte[] a = SyntheticPicture.original(40, 24);
        assertEquals(Double.POSITIVE_INFINITY, PsnrHvs.of(a, a.clone(), 40, 24).orElseThrow());
        assertEquals(
                Double.POSITIVE_INFINITY, PsnrHvs.masked(a, a.clone(), 40, 24).orElseThrow());
    }

    @Test
    void partialBlocksDoNotCount() {
        byte[] a = SyntheticPicture.original(15, 15);
        byte[] b = a.clone();
        Arrays.fill(b, 3 * 15 * 8, b.length, (byte) 0);
        assertEquals(Double.POSITIVE_INFINITY, PsnrHvs.of(a, b, 15, 15).orElseThrow());
    }

    @Test
    void smallPicturesHaveNone() {
        byte[] narrow = new byte[3 * 7 * 30];
        assertTrue(PsnrHvs.of(narrow, narrow, 7, 30).isEmpty());
        assertTrue(PsnrHvs.masked(narrow, narrow, 30, 7).isEmpty());
    }

    @Test
    void refusesArraysThatDoNotFit() {
        byte[] a = new byte[3 * 8 * 8];
        assertThrows(IllegalArgumentException.class, () -> PsnrHvs.of(a, new byte[a.length - 3], 8, 8));
        assertThrows(IllegalArgumentException.class, () -> PsnrHvs.masked(a, a, 8, 9));
    }
}
