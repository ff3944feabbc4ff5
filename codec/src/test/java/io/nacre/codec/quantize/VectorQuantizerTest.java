package io.nacre.codec.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.entropy.CorruptStreamException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VectorQuantizerTest {
    /** Small integers: distances are exact in float, and many of them tie. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void choosesTheFirstOfTheNearestCodewords(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int dimensions = 1 + random.nextInt(4);
        float[][] codebook = new float[1 + random.nextInt(40)][dimensions];
        for (float[] codeword : codebook) {
            for (int i = 0; i < dimensions; i++) {
                codeword[i] = random.nextInt(-4, 5);
            }
        }
        float[] vectors = new float[100_000 * dimensions];
        for (int i = 0; i < vectors.length; i++) {
            vectors[i] = random.nextInt(-6, 7) / 2f;
        }
        int[] indices = new VectorQuantizer(codebook).encode(vectors)[0];
        for (int t = 0; t < indices.length; t++) {
            int best = 0;
            for (int k = 1; k < codebook.length; k++) {
                if (distance(vectors, t, codebook[k]) < distance(vectors, t, codebook[best])) {
                    best = k;
                }
            }
            assertEquals(best, indices[t], "seed " + seed + ", vector " + t);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void noCodewordIsNearerByMoreThanRounding(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] codebook = RandomVectors.codebook(random, 256, 8, 1);
        float[] vectors = RandomVectors.of(random, 2000 * 8, 1);
        int[] indices = new VectorQuantizer(codebook).encode(vectors)[0];
        for (int t = 0; t < indices.length; t++) {
            double nearest = Double.POSITIVE_INFINITY;
            for (float[] codeword : codebook) {
                nearest = Math.min(nearest, distance(vectors, t, codeword));
            }
            double chosen = distance(vectors, t, codebook[indices[t]]);
            assertTrue(chosen <= nearest * (1 + 1e-5), "seed " + seed + ", vector " + t);
        }
    }

    @Test
    void codewordsStandForThemselves() throws CorruptStreamException {
        float[][] codebook = {{1, 2}, {3, 4}, {1, 2}, {-0.1f, 1e-30f}};
        VectorQuantizer quantizer = new VectorQuantizer(codebook);
        float[] all = quantizer.decode(new int[][] {{0, 1, 2, 3}}, 4);
        assertArrayEquals(new float[] {1, 2, 3, 4, 1, 2, -0.1f, 1e-30f}, all);
        int[][] again = quantizer.encode(all);
        assertArrayEquals(new int[][] {{0, 1, 0, 3}}, again);
        assertArrayEquals(all, quantizer.decode(again, 4));
    }

    @Test
    void keepsACopyOfTheCodebook() throws CorruptStreamException {
        float[][] codebook = {{1}, {2}};
        VectorQuantizer quantizer = new VectorQuantizer(codebook);
        codebook[0][0] = 9;
        assertArrayEquals(new float[] {1}, quantizer.decode(new int[][] {{0}}, 1));
    }

    @Test
    void refusesUnusableCodebooks() {
        assertThrows(IllegalArgumentException.class, () -> new VectorQuantizer(new float[0][]));
        assertThrows(IllegalArgumentException.class, () -> new VectorQuantizer(new float[][] {{}}));
        assertThrows(IllegalArgumentException.class, () -> new VectorQuantizer(new float[][] {{1}, {1, 2}}));
        assertThrows(IllegalArgumentException.class, () -> new VectorQuantizer(new float[][] {{Float.NaN}}));
        assertThrows(
                IllegalArgumentException.class, () -> new VectorQuantizer(new float[VectorQuantizer.MAX_SIZE + 1][]));
    }

    private static double distance(float[] vectors, int t, float[] codeword) {
        double sum = 0;
        for (int i = 0; i < codeword.length; i++) {
            double difference = (double) vectors[t * codeword.length + i] - codeword[i];
            sum += difference * difference;
        }
        return sum;
    }
}
