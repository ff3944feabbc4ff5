package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

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

    @Test
    void refusesPicturesThatCannotBeCompared() {
        assertThrows(IllegalArgumentException.class, () -> Psnr.of(new byte[3], new byte[6]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.mse(new byte[0], new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofSquaredError(-1, 1));
        assertThrows(IllegalArgumentException.class, () -> Psnr.ofSquaredError(0, 0));
    }
}
