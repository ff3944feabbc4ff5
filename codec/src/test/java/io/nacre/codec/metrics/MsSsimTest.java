package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class MsSsimTest {
    @Test
    void negativeStructureCountsAsZero() {
        byte[] a = SyntheticPicture.original(180, 180);
        byte[] inverted = new byte[a.length];
        for (int i = 0; i < a.length; i++) {
            inverted[i] = (byte) ~a[i];
        }
        assertEquals(0, MsSsim.of(a, inverted, 180, 180).orElseThrow());
    }

    /** Without variance only the luminance term of the coarsest scale is left. */
    @Test
    void flatPicturesDifferInLuminanceOnly() {
        byte[] a = new byte[3 * 176 * 176];
        byte[] b = a.clone();
        for (int i = 0; i < a.length; i++) {
            a[i] = 51; // 0.2
            b[i] = 102; // 0.4
        }
        double luminance = (2 * 0.2 * 0.4 + 1e-4) / (0.2 * 0.2 + 0.4 * 0.4 + 1e-4);
        assertEquals(Math.pow(luminance, 0.1333), MsSsim.of(a, b, 176, 176).orElseThrow(), 1e-12);
    }

    @Test
    void channelsCountEqually() {
        byte[] a = SyntheticPicture.original(200, 180);
        byte[] b = SyntheticPicture.distorted(a, 200, 40);
        double mean = 0;
        for (int c = 0; c < 3; c++) {
            mean += MsSsim.of(grey(a, c), grey(b, c), 200, 180).orElseThrow() / 3;
        }
        assertEquals(mean, MsSsim.of(a, b, 200, 180).orElseThrow(), 1e-12);
    }

    @Test
    void smallPicturesHaveNone() {
        int side = MsSsim.MIN_SIDE;
        assertTrue(MsSsim.of(new byte[3 * side * side], new byte[3 * side * side], side, side)
                .isPresent());
        byte[] narrow = new byte[3 * (side - 1) * 300];
        assertTrue(MsSsim.of(narrow, narrow, side - 1, 300).isEmpty());
        assertTrue(MsSsim.of(narrow, narrow, 300, side - 1).isEmpty());
        assertTrue(MsSsim.of(new byte[3], new byte[3], 1, 1).isEmpty());
    }

    @Test
    void refusesArraysThatDoNotFit() {
        byte[] a = new byte[3 * 200 * 200];
        assertThrows(IllegalArgumentException.class, () -> MsSsim.of(a, new byte[a.length - 3], 200, 200));
        assertThrows(IllegalArgumentException.class, () -> MsSsim.of(a, a, 200, 201));
        assertThrows(IllegalArgumentException.class, () -> MsSsim.of(a, a, -200, -200));
        assertThrows(IllegalArgumentException.class, () -> MsSsim.of(new byte[0], new byte[0], 1 << 30, 1 << 30));
    }

    @Test
    void decibelsCountNines() {
        assertEquals(0, MsSsim.decibels(0), 0);
        assertEquals(10, MsSsim.decibels(0.9), 1e-12);
        assertEquals(20, MsSsim.decibels(0.99), 1e-12);
        assertThrows(IllegalArgumentException.class, () -> MsSsim.decibels(1.001));
        assertThrows(IllegalArgumentException.class, () -> MsSsim.decibels(Double.NaN));
    }

    private static byte[] grey(byte[] rgb, int channel) {
        byte[] grey = new byte[rgb.length];
        for (int i = 0; i < rgb.length; i++) {
            grey[i] = rgb[i / 3 * 3 + channel];
        }
        return grey;
    }
}
