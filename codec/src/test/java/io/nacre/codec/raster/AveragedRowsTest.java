package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragedRowsTest {
    /** Samples of a seeded picture, row after row. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Noise(int width, int height, int maximum, boolean alpha, int[] samples) implements RowSource {
        static Noise of(int width, int height, int maximum, boolean alpha, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            int[] samples = new int[4 * width * height];
            for (int i = 0; i < samples.length; i++) {
                int value = random.nextInt(maximum + 1);
                samples[i] = i % 4 < 3 ? value : !alpha ? maximum : random.nextInt(3) == 0 ? 0 : value;
            }
            return new Noise(width, height, maximum, alpha, samples);
        }

        @Override
        public boolean grey() {
            return false;
        }

        @Override
        public void readRow(int y, int[] rgba) {
            System.arraycopy(samples, 4 * width * y, rgba, 0, 4 * width);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "16, 8, 255, false, 2",
        "17, 9, 255, true, 2",
        "1, 1, 255, true, 8",
        "13, 21, 65535, true, 4",
        "33, 7, 65535, false, 8"
    })
    void meansWeightedByAlpha(int width, int height, int maximum, boolean alpha, int factor) throws IOException {
        long seed = width * 1000L + factor;
        Noise noise = Noise.of(width, height, maximum, alpha, seed);
        AveragedRows small = new AveragedRows(noise, factor);
        assertEquals((width + factor - 1) / factor, small.width());
        assertEquals((height + factor - 1) / factor, small.height());
        int[] row = new int[4 * small.width()];
        for (int y = 0; y < small.height(); y++) {
            small.readRow(y, row);
            for (int x = 0; x < small.width(); x++) {
                double[] expected = mean(noise, x * factor, y * factor, factor);
                for (int c = 0; c < 4; c++) {
                    assertEquals(expected[c], row[4 * x + c], 0.5 + 1e-9, "seed " + seed + " at " + x + "," + y);
                }
            }
        }
    }

    private static double[] mean(Noise noise, int left, int top, int factor) {
        double[] sums = new double[3];
        double alphas = 0;
        int count = 0;
        for (int y = top; y < Math.min(top + factor, noise.height); y++) {
            for (int x = left; x < Math.min(left + factor, noise.width); x++) {
                int at = 4 * (y * noise.width + x);
                double alpha = noise.samples[at + 3];
                for (int c = 0; c < 3; c++) {
                    sums[c] += alpha * noise.samples[at + c];
                }
                alphas += alpha;
                count++;
            }
        }
        double scale = alphas == 0 ? 0 : 1 / alphas;
        return new double[] {sums[0] * scale, sums[1] * scale, sums[2] * scale, alphas / count};
    }
}
