package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PsnrTest {
    @Test
    void blackAgainstWhiteIsZeroDecibels() {
        byte[] white = new byte[12];
        Arrays.fill(white, (byte) 255);
        assertEquals(0, Psnr.of(new byte[12], white));
        assertEquals(65025, Psnr.mse(new byte[12], white));
    }

    @Test
    void bytesAreUnsigned() {
        assertEquals(1, Psnr.squaredError(new byte[] {127}, new byte[] {(byte) 128}));
    }

    @Test
    void piecesAddUp() {
        byte[] a = SyntheticPicture.original(64, 40);
        byte[] b = SyntheticPicture.distorted(a, 64, 20);
        int half = a.length / 2;
        long error = Psnr.squaredError(Arrays.copyOf(a, half), Arrays.copyOf(b, half))
                + Psnr.squaredError(Arrays.copyOfRange(a, half, a.length), Arrays.copyOfRange(b, half, b.length));
        assertEquals(Psnr.of(a, b), Psnr.ofSquaredError(error, a.length));
    }

    @Test
    void sumsOfLargePicturesDoNotOverflow() {
        assertEquals(0, Psnr.ofSquaredError(65025L << 40, 1L << 40), 1e-12);
    }

    /** Values computed in NumPy on the same synthetic pictures. */
    @ParameterizedTest
    @CsvSource({
        "256, 256,  4, 46.4979130590941",
        "301, 217, 12, 36.69867102827074",
        "768, 512, 24, 30.56528060461669",
        "177, 400, 60, 22.693149631294553"
    })
    void lumaMatchesTheReference(int width, int height, int strength, double psnr) {
        byte[] a = SyntheticPicture.original(width, height);
        byte[] b = SyntheticPicture.distorted(a, width, strength);
        assertEquals(psnr, Psnr.ofLuma(a, b), 1e-9);
        assertEquals(psnr, Psnr.ofLuma(b, a), 1e-9);
        assertEquals(Double.POSITIVE_INFINITY, Psnr.ofLuma(a, a.clone()));
    }

    @Test
    void lumaWeighsTheChannels() {
        byte[] black = new byte[3];
        assertEquals(0, Psnr.ofLuma(black, new byte[] {-1, -1, -1}), 1e-12);
        assertEquals(-20 * Math.log10(0.299), Psnr.ofLuma(black, new byte[] {-1, 0, 0}), 1e-12);
        assertEquals(-20 * Math.log10(0.587), Psnr.ofLuma(black, new byte[] {0, -1, 0}), 1e-12);
        assertEquals(-20 * Math.log10(0.114), Psnr.ofLuma(black, new byte[] {0, 0, -1}), 1e-12);
    }

    @Test
    void refusesPicturesThatCannotBeCompared() {
        assertThrows(IllegalArgumentException.class, () -> Psnr.of(new byte[3], new byte[6]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.mse(new byte[0], new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofLuma(new byte[3], new byte[6]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofLuma(new byte[4], new byte[4]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofLuma(new byte[0], new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofSquaredError(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofSquaredError(0, 0));
    }
}
