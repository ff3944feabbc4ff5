package io.nacre.codec.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.quantize.ResidualVectorQuantizer.Stage;
import io.nacre.entropy.CorruptStreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResidualVectorQuantizerTest {
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void oneStageOfOneGroupIsTheGroup(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        VectorQuantizer group = new VectorQuantizer(RandomVectors.codebook(random, 32, 4, 1));
        Quantizer quantizer = new ResidualVectorQuantizer(List.of(new Stage(1, List.of(group))));
        float[] vectors = RandomVectors.of(random, 500 * 4, 1);
        int[][] indices = quantizer.encode(vectors);
        assertArrayEquals(group.encode(vectors), indices, "seed " + seed);
        assertArrayEquals(group.decode(indices, 500), quantizer.decode(indices, 500), "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23})
    void oneStageOfGroupsIsProductQuantization(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        int[] widths = {3, 1, 4};
        List<Quantizer> groups = new ArrayList<>();
        for (int width : widths) {
            groups.add(new VectorQuantizer(RandomVectors.codebook(random, 20, width, 1)));
        }
        Quantizer quantizer = new ResidualVectorQuantizer(List.of(new Stage(1, groups)));
        int count = 400;
        float[] vectors = RandomVectors.of(random, count * 8, 1);
        int[][] indices = quantizer.encode(vectors);
        float[] decoded = quantizer.decode(indices, count);
        for (int g = 0, first = 0; g < widths.length; first += widths[g++]) {
            int[][] alone = groups.get(g).encode(part(vectors, 8, first, widths[g]));
            assertArrayEquals(alone[0], indices[g], "seed " + seed + ", group " + g);
            assertArrayEquals(
                    groups.get(g).decode(alone, count),
                    part(decoded, 8, first, widths[g]),
                    "seed " + seed + ", group " + g);
        }
    }

    /** Any mixture of stages, groups and strides against plain loops over single codewords. */
    @ParameterizedTest
    @ValueSource(longs = {31, 32, 33, 34, 35, 36, 37, 38})
    void matchesPlainLoops(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        int groups = seed % 2 == 0 ? 1 : 1 + random.nextInt(3); // even seeds: plain residual VQ
        int width = 1 + random.nextInt(4);
        int count = 1 + random.nextInt(300);
        int stageCount = 1 + random.nextInt(4);
        int[] strides = new int[stageCount];
        float[][][][] codebooks = new float[stageCount][groups][][];
        List<Stage> stages = new ArrayList<>();
        for (int s = 0; s < stageCount; s++) {
            strides[s] = seed % 4 == 0 ? 1 : 1 + random.nextInt(8);
            List<Quantizer> quantizers = new ArrayList<>();
            for (int g = 0; g < groups; g++) {
                codebooks[s][g] = RandomVectors.codebook(random, 1 + random.nextInt(30), width, 1.0 / (s + 1));
                quantizers.add(new VectorQuantizer(codebooks[s][g]));
            }
            stages.add(new Stage(strides[s], quantizers));
        }
        Quantizer quantizer = new ResidualVectorQuantizer(stages);
        float[] vectors = RandomVectors.of(random, count * groups * width, 1);
        int[][] indices = quantizer.encode(vectors);
        float[] decoded = quantizer.decode(indices, count);

        float[] residual = vectors.clone();
        float[] sum = new float[vectors.length];
        for (int s = 0; s < stageCount; s++) {
            for (int g = 0; g < groups; g++) {
                for (int start = 0; start < count; start += strides[s]) {
                    int end = Math.min(start + strides[s], count);
                    float[] mean = new float[width];
                    for (int i = 0; i < width; i++) {
                        for (int t = start; t < end; t++) {
                            mean[i] += residual[(t * groups + g) * width + i];
                        }
                        mean[i] /= end - start;
                    }
                    int index = nearest(codebooks[s][g], mean);
                    assertEquals(index, indices[s * groups + g][start / strides[s]], "seed " + seed);
                    for (int t = start; t < end; t++) {
                        for (int i = 0; i < width; i++) {
                            residual[(t * groups + g) * width + i] -= codebooks[s][g][index][i];
                            sum[(t * groups + g) * width + i] += codebooks[s][g][index][i];
                        }
                    }
                }
            }
        }
        assertArrayEquals(sum, decoded, "seed " + seed);
    }

    @ParameterizedTest
    @ValueSource(longs = {41, 42, 43, 44})
    void zeroCodewordsKeepTheErrorFromRising(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        ResidualVectorQuantizer quantizer = multiScale(random, true);
        float[] vectors = RandomVectors.of(random, 97 * 4, 1);
        double energy = energy(vectors, new float[vectors.length]);
        for (int stages = 1; stages <= 4; stages++) {
            ResidualVectorQuantizer prefix = quantizer.prefix(stages);
            double left = energy(vectors, prefix.decode(prefix.encode(vectors), 97));
            assertTrue(left <= energy * (1 + 1e-6), "seed " + seed + ", stage " + stages);
            energy = left;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {51, 52})
    void prefixesChooseTheFirstIndices(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ResidualVectorQuantizer quantizer = multiScale(random, false);
        float[] vectors = RandomVectors.of(random, 50 * 4, 1);
        int[][] indices = quantizer.encode(vectors);
        for (int stages = 1; stages <= 4; stages++) {
            assertArrayEquals(
                    Arrays.copyOf(indices, 2 * stages), quantizer.prefix(stages).encode(vectors), "seed " + seed);
        }
        assertThrows(IllegalArgumentException.class, () -> quantizer.prefix(0));
        assertThrows(IllegalArgumentException.class, () -> quantizer.prefix(5));
    }

    @ParameterizedTest
    @ValueSource(longs = {61, 62})
    void chunksOfWholeRunsAreIndependent(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        ResidualVectorQuantizer quantizer = multiScale(random, false);
        int split = 24; // a multiple of the largest stride, 8
        float[] whole = RandomVectors.of(random, 61 * 4, 1);
        float[] head = Arrays.copyOf(whole, split * 4);
        float[] tail = Arrays.copyOfRange(whole, split * 4, whole.length);
        float[] decoded = quantizer.decode(quantizer.encode(whole), 61);
        assertArrayEquals(
                Arrays.copyOf(decoded, head.length), quantizer.decode(quantizer.encode(head), split), "seed " + seed);
        assertArrayEquals(
                Arrays.copyOfRange(decoded, head.length, decoded.length),
                quantizer.decode(quantizer.encode(tail), 61 - split),
                "seed " + seed);
    }

    @Test
    void averagesRunsAndRepeatsTheResult() throws CorruptStreamException {
        Quantizer values = new VectorQuantizer(new float[][] {{0}, {1}, {2}, {3}, {4}});
        Quantizer quantizer = new ResidualVectorQuantizer(List.of(new Stage(4, List.of(values))));
        int[][] indices = quantizer.encode(new float[] {0, 1, 5, 2, 4, 2}); // means 2 and, of the short run, 3
        assertArrayEquals(new int[][] {{2, 3}}, indices);
        assertArrayEquals(new float[] {2, 2, 2, 2, 3, 3}, quantizer.decode(indices, 6));
    }

    @Test
    void codebooksAreNumberedByStageThenGroup() {
        Quantizer grid = new FiniteScalarQuantizer(8, 5);
        Quantizer table = new VectorQuantizer(new float[][] {{0, 0, 0}});
        Quantizer quantizer = new ResidualVectorQuantizer(
                List.of(new Stage(2, List.of(grid, table)), new Stage(1, List.of(table, grid))));
        assertEquals(5, quantizer.dimensions());
        assertArrayEquals(new int[] {8, 5, 1, 1, 8, 5}, quantizer.codebookSizes());
        int[] strides = new int[6];
        Arrays.setAll(strides, quantizer::stride);
        assertArrayEquals(new int[] {2, 2, 2, 1, 1, 1}, strides);
    }

    @Test
    void refusesStagesThatDoNotFit() {
        Quantizer one = new FiniteScalarQuantizer(5);
        Stage stage = new Stage(2, List.of(one));
        assertThrows(IllegalArgumentException.class, () -> new Stage(0, List.of(one)));
        assertThrows(IllegalArgumentException.class, () -> new Stage(65_537, List.of(one)));
        assertThrows(IllegalArgumentException.class, () -> new Stage(1, List.of()));
        Quantizer strided = new ResidualVectorQuantizer(List.of(stage));
        assertThrows(IllegalArgumentException.class, () -> new Stage(1, List.of(strided)));
        assertThrows(IllegalArgumentException.class, () -> new ResidualVectorQuantizer(List.of()));
        Stage wider = new Stage(1, List.of(one, one));
        assertThrows(IllegalArgumentException.class, () -> new ResidualVectorQuantizer(List.of(stage, wider)));
    }

    /** Four stages of strides 8, 4, 2, 1, each of two groups of two components. */
    private static ResidualVectorQuantizer multiScale(SplittableRandom random, boolean zeroCodeword) {
        List<Stage> stages = new ArrayList<>();
        for (int stride = 8; stride >= 1; stride /= 2) {
            List<Quantizer> groups = new ArrayList<>();
            for (int g = 0; g < 2; g++) {
                float[][] codebook = RandomVectors.codebook(random, 12, 2, 1);
                if (zeroCodeword) {
                    codebook[0] = new float[2];
                }
                groups.add(new VectorQuantizer(codebook));
            }
            stages.add(new Stage(stride, groups));
        }
        return new ResidualVectorQuantizer(stages);
    }

    private static int nearest(float[][] codebook, float[] vector) {
        int best = -1;
        float least = Float.POSITIVE_INFINITY;
        for (int k = 0; k < codebook.length; k++) {
            float sum = 0;
            for (int i = 0; i < vector.length; i++) {
                sum += (vector[i] - codebook[k][i]) * (vector[i] - codebook[k][i]);
            }
            if (sum < least) {
                least = sum;
                best = k;
            }
        }
        return best;
    }

    private static double energy(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (a[i] - (double) b[i]) * (a[i] - (double) b[i]);
        }
        return sum;
    }

    private static float[] part(float[] vectors, int dimensions, int first, int width) {
        float[] part = new float[vectors.length / dimensions * width];
        for (int i = 0; i < part.length; i++) {
            part[i] = vectors[i / width * dimensions + first + i % width];
        }
        return part;
    }
}
