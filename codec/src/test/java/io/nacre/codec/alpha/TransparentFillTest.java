package io.nacre.codec.alpha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TransparentFillTest {
    /** Means of float values may leave their range by a rounding. */
    private static final float ROUNDING = 1e-6f;

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void keepsVisibleSamplesAndStaysInTheirRange(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(70);
        int height = 1 + random.nextInt(70);
        byte[] alpha = new byte[width * height];
        double visible = random.nextDouble();
        for (int i = 0; i < alpha.length; i++) {
            alpha[i] = (byte) (random.nextDouble() < visible ? 1 + random.nextInt(255) : 0);
        }
        alpha[random.nextInt(alpha.length)] = (byte) 200;
        float[][] before = new float[3][alpha.length];
        for (float[] plane : before) {
            for (int i = 0; i < plane.length; i++) {
                // Hidden samples lie outside the range of the visible ones.
                plane[i] = alpha[i] == 0 ? 5 : 0.2f + 0.6f * (float) random.nextDouble();
            }
        }
        float[][] after = new float[][] {before[0].clone(), before[1].clone(), before[2].clone()};
        TransparentFill.fill(after, alpha, width, height);
        for (int p = 0; p < 3; p++) {
            float least = Float.MAX_VALUE;
            float greatest = -Float.MAX_VALUE;
            for (int i = 0; i < alpha.length; i++) {
                if (alpha[i] != 0) {
                    assertEquals(before[p][i], after[p][i], "seed " + seed);
                    least = Math.min(least, before[p][i]);
                    greatest = Math.max(greatest, before[p][i]);
                }
            }
            for (float value : after[p]) {
                assertTrue(value >= least - ROUNDING && value <= greatest + ROUNDING, "seed " + seed + ": " + value);
            }
        }
    }

    @Test
    void doesNotDependOnWhatWasHidden() {
        byte[] alpha = Planes.circle(65, 20);
        float[][] black = new float[3][65 * 65];
        float[][] noisy = new float[3][65 * 65];
        SplittableRandom random = new SplittableRandom(4);
        for (int p = 0; p < 3; p++) {
            for (int i = 0; i < alpha.length; i++) {
                float value = (float) random.nextDouble();
                noisy[p][i] = value;
                black[p][i] = alpha[i] == 0 ? 0 : value;
            }
        }
        TransparentFill.fill(black, alpha, 65, 65);
        TransparentFill.fill(noisy, alpha, 65, 65);
        for (int p = 0; p < 3; p++) {
            assertArrayEquals(black[p], noisy[p]);
        }
    }

    @Test
    void oneColourGoesEverywhere() {
        byte[] alpha = Planes.circle(100, 10);
        float[][] rgb = new float[3][100 * 100];
        for (int i = 0; i < alpha.length; i++) {
            rgb[1][i] = alpha[i] == 0 ? 1 : 0.25f;
        }
        TransparentFill.fill(rgb, alpha, 100, 100);
        for (int i = 0; i < alpha.length; i++) {
            assertEquals(0.25f, rgb[1][i], ROUNDING);
        }
    }

    /** A hole in a ramp is closed without steps that the ramp itself has not, or nearly. */
    @Test
    void continuesSmoothly() {
        int size = 128;
        byte[] hole = Planes.circle(size, 40);
        byte[] alpha = Planes.of(size, size, (x, y) -> hole[y * size + x] == 0 ? 255 : 0);
        float[] plane = new float[size * size];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = alpha[i] == 0 ? (i % 2) : i % size / (float) size;
        }
        TransparentFill.fill(new float[][] {plane}, alpha, size, size);
        float largestStep = 0;
        double sumOfSteps = 0;
        for (int y = 0; y < size; y++) {
            for (int x = 1; x < size; x++) {
                float step = Math.abs(plane[y * size + x] - plane[y * size + x - 1]);
                largestStep = Math.max(largestStep, step);
                sumOfSteps += step;
            }
        }
        assertTrue(largestStep < 8f / size, "largest step " + largestStep * size);
        assertTrue(sumOfSteps / (size * (size - 1)) < 1.2 / size, "mean step " + sumOfSteps / (size - 1));
    }

    @Test
    void whollyTransparentBecomesGreyAndWhollyVisibleStays() {
        float[][] rgb = {{0.1f, 0.9f}, {0.2f, 0.3f}, {1, 0}};
        TransparentFill.fill(rgb, new byte[] {1, -1}, 2, 1);
        assertArrayEquals(new float[] {0.1f, 0.9f}, rgb[0]);
        TransparentFill.fill(rgb, new byte[2], 1, 2);
        for (float[] plane : rgb) {
            assertArrayEquals(new float[] {0.5f, 0.5f}, plane);
        }
    }

    @Test
    void refusesWrongLengths() {
        float[][] rgb = new float[3][6];
        assertThrows(IllegalArgumentException.class, () -> TransparentFill.fill(rgb, new byte[5], 3, 2));
        assertThrows(IllegalArgumentException.class, () -> TransparentFill.fill(rgb, new byte[8], 4, 2));
        assertThrows(IllegalArgumentException.class, () -> TransparentFill.fill(rgb, new byte[6], -3, -2));
    }
}
