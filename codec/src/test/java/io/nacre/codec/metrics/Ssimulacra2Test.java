package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Ssimulacra2Test {
    /** Values computed in NumPy (float64) from the published definition, with the Gaussian as a recursion. */
    @ParameterizedTest
    @CsvSource({
        "256, 256,  4, 91.68674184261434",
        "301, 217, 12, 73.07618345803795",
        "768, 512, 24, 38.12804386099973",
        "177, 400, 60, -51.679599961973594",
        "60, 41, 12, 29.030976173651965",
        "9, 8, 12, 93.15953399578618"
    })
    void matchesTheDefinition(int width, int height, int strength, double score) {
        byte[] a = SyntheticPicture.original(width, height);
        byte[] b = SyntheticPicture.distorted(a, width, strength);
        assertEquals(score, Ssimulacra2.of(a, b, width, height).orElseThrow(), 1e-7);
    }

    /** Values that the reference program printed for grey pictures of 64 x 64; it computes in single precision. */
    @Test
    void agreesWithTheReferenceProgram() {
        byte[] ramp = new byte[3 * 64 * 64];
        byte[] noise = new byte[ramp.length];
        byte[] grey = flat(64, 128);
        long state = 42;
        for (int i = 0; i < ramp.length; i++) {
            ramp[i] = (byte) (i / 3 % 64 * 255 / 63);
            state = state * 6364136223846793005L + 1442695040888963407L;
            noise[i] = (byte) (state >>> 33);
        }
        assertEquals(-64.56872148, Ssimulacra2.of(ramp, grey, 64, 64).orElseThrow(), 0.005);
        assertEquals(-47.33572558, Ssimulacra2.of(noise, grey, 64, 64).orElseThrow(), 0.005);
        assertEquals(-8.75942256, Ssimulacra2.of(grey, flat(64, 178), 64, 64).orElseThrow(), 0.05);
        assertEquals(
                -0.39085784,
                Ssimulacra2.of(flat(256, 128), flat(256, 178), 256, 256).orElseThrow(),
                0.05);
    }

    @ParameterizedTest
    @CsvSource({"8, 8", "113, 40", "200, 180"})
    void equalPicturesScore100(int width, int height) {
        byte[] a = SyntheticPicture.original(width, height);
        assertEquals(100, Ssimulacra2.of(a, a.clone(), width, height).orElseThrow());
    }

    @Test
    void moreDistortionScoresLess() {
        byte[] a = SyntheticPicture.original(160, 120);
        double before = 100;
        for (int strength = 2; strength <= 128; strength *= 2) {
            double score = Ssimulacra2.of(a, SyntheticPicture.distorted(a, 160, strength), 160, 120)
                    .orElseThrow();
            assertTrue(score < before, "strength " + strength + ": " + score + " after " + before);
            before = score;
        }
    }

    @Test
    void smallPicturesHaveNone() {
        byte[] narrow = new byte[3 * 7 * 300];
        assertTrue(Ssimulacra2.of(narrow, narrow, 7, 300).isEmpty());
        assertTrue(Ssimulacra2.of(narrow, narrow, 300, 7).isEmpty());
        assertTrue(Ssimulacra2.of(new byte[3], new byte[3], 1, 1).isEmpty());
    }

    @Test
    void refusesArraysThatDoNotFit() {
        byte[] a = new byte[3 * 20 * 20];
        assertThrows(IllegalArgumentException.class, () -> Ssimulacra2.of(a, new byte[a.length - 3], 20, 20));
        assertThrows(IllegalArgumentException.class, () -> Ssimulacra2.of(a, a, 20, 21));
        assertThrows(IllegalArgumentException.class, () -> Ssimulacra2.of(a, a, -20, -20));
    }

    private static byte[] flat(int side, int value) {
        byte[] rgb = new byte[3 * side * side];
        Arrays.fill(rgb, (byte) value);
        return rgb;
    }
}
