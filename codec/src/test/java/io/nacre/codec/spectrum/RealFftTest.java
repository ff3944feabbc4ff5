package io.nacre.codec.spectrum;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 512, 1024})
    void matchesTheDefinition(int size) {
        double[] frame = noise(size, size);
        double[] re = new double[size / 2 + 1];
        double[] im = new double[size / 2 + 1];
        new RealFft(size).forward(frame, re, im);
        for (int k = 0; k <= size / 2; k++) {
            double expectedRe = 0;
            double expectedIm = 0;
            for (int i = 0; i < size; i++) {
                double angle = 2 * Math.PI * ((long) i * k % size) / size;
                expectedRe += frame[i] * Math.cos(angle);
                expectedIm -= frame[i] * Math.sin(angle);
            }
            assertEquals(expectedRe, re[k], 1e-11 * size, "seed " + size + ", bin " + k);
            assertEquals(expectedIm, im[k], 1e-11 * size, "seed " + size + ", bin " + k);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 512, 1024})
    void inverseUndoesForward(int size) {
        double[] frame = noise(-size, size);
        double[] re = new double[size / 2 + 1];
        double[] im = new double[size / 2 + 1];
        RealFft fft = new RealFft(size);
        fft.forward(frame, re, im);
        im[0] = 5; // what a spectrum of a real frame cannot have is not looked at
        im[size / 2] = -7;
        double[] back = new double[size];
        fft.inverse(re, im, back);
        assertArrayEquals(frame, back, 1e-12, "seed " + -size);
    }

    @ParameterizedTest
    @ValueSource(ints = {-4, 0, 2, 3, 320, Integer.MAX_VALUE})
    void otherSizesAreRefused(int size) {
        assertThrows(IllegalArgumentException.class, () -> new RealFft(size));
    }

    private static double[] noise(long seed, int size) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] frame = new double[size];
        for (int i = 0; i < size; i++) {
            frame[i] = random.nextDouble(-1, 1);
        }
        return frame;
    }
}
