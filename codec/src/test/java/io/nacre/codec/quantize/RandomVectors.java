package io.nacre.codec.quantize;

import java.util.SplittableRandom;

/** Seeded test vectors: bell-shaped components around zero. */
final class RandomVectors {
    private RandomVectors() {}

    static float[] of(SplittableRandom random, int length, double scale) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            double sum = random.nextDouble() + random.nextDouble() + random.nextDouble() + random.nextDouble();
            values[i] = (float) (scale * (sum - 2));
        }
        return values;
    }

    static float[][] codebook(SplittableRandom random, int size, int dimensions, double scale) {
        float[][] codebook = new float[size][];
        for (int k = 0; k < size; k++) {
            codebook[k] = of(random, dimensions, scale);
        }
        return codebook;
    }
}
