package io.nacre.codec.quantize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.quantize.ResidualVectorQuantizer.Stage;
import io.nacre.entropy.CorruptStreamException;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every {@link Quantizer} promises. */
class QuantizerContractTest {
    private static final long SEED = 20_240;

    static Stream<Quantizer> quantizers() {
        SplittableRandom random = new SplittableRandom(SEED);
        Quantizer pair = new VectorQuantizer(RandomVectors.codebook(random, 16, 2, 1));
        Quantizer triple = new VectorQuantizer(RandomVectors.codebook(random, 1, 3, 1));
        Quantizer grid = new FiniteScalarQuantizer(8, 5, 5);
        return Stream.of(
                grid,
                pair,
                triple,
                new ResidualVectorQuantizer(List.of(new Stage(1, List.of(grid, grid)))),
                new ResidualVectorQuantizer(List.of(new Stage(4, List.of(pair)), new Stage(2, List.of(pair)))),
                new ResidualVectorQuantizer(
                        List.of(new Stage(3, List.of(pair, grid)), new Stage(1, List.of(triple, pair)))));
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void encodesToIndicesThatDecode(Quantizer quantizer) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(SEED);
        for (int count = 0; count < 20; count++) {
            float[] vectors = RandomVectors.of(random, count * quantizer.dimensions(), 2);
            float[] before = vectors.clone();
            int[][] indices = quantizer.encode(vectors);
            assertArrayEquals(before, vectors);
            int[] sizes = quantizer.codebookSizes();
            assertEquals(sizes.length, indices.length);
            for (int b = 0; b < sizes.length; b++) {
                int size = sizes[b];
                assertEquals(Math.ceil(count / (double) quantizer.stride(b)), indices[b].length);
                assertTrue(Arrays.stream(indices[b]).allMatch(index -> index >= 0 && index < size));
            }
            assertEquals(vectors.length, quantizer.decode(indices, count).length);
        }
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void everyIndexInRangeDecodesToFiniteVectors(Quantizer quantizer) throws CorruptStreamException {
        int[] sizes = quantizer.codebookSizes();
        for (int b = 0; b < sizes.length; b++) {
            for (int index = 0; index < sizes[b]; index++) {
                int[][] indices = zeros(quantizer, 1);
                indices[b][0] = index;
                for (float value : quantizer.decode(indices, 1)) {
                    assertTrue(Float.isFinite(value));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void refusesIndicesOutsideTheirCodebook(Quantizer quantizer) throws CorruptStreamException {
        int count = 7;
        int[] sizes = quantizer.codebookSizes();
        for (int b = 0; b < sizes.length; b++) {
            for (int bad : new int[] {-1, sizes[b], Integer.MIN_VALUE, Integer.MAX_VALUE}) {
                for (int position = 0; position < quantizer.indexCount(b, count); position++) {
                    int[][] indices = zeros(quantizer, count);
                    indices[b][position] = bad;
                    assertThrows(CorruptStreamException.class, () -> quantizer.decode(indices, count));
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void refusesArraysThatDoNotFit(Quantizer quantizer) {
        int[][] indices = zeros(quantizer, 13);
        assertThrows(IllegalArgumentException.class, () -> quantizer.decode(indices, 30));
        assertThrows(IllegalArgumentException.class, () -> quantizer.decode(indices, -1));
        assertThrows(IllegalArgumentException.class, () -> quantizer.decode(indices, Integer.MAX_VALUE));
        int[][] fewer = Arrays.copyOf(indices, indices.length - 1);
        assertThrows(IllegalArgumentException.class, () -> quantizer.decode(fewer, 13));
        assertThrows(IllegalArgumentException.class, () -> quantizer.encode(new float[quantizer.dimensions() + 1]));
    }

    @ParameterizedTest
    @MethodSource("quantizers")
    void refusesComponentsThatAreNotFinite(Quantizer quantizer) {
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY}) {
            float[] vectors = new float[3 * quantizer.dimensions()];
            vectors[2 * quantizer.dimensions() + 1] = bad;
            String message = assertThrows(IllegalArgumentException.class, () -> quantizer.encode(vectors))
                    .getMessage();
            assertTrue(message.startsWith("Vector 2, component 1 "), message);
        }
    }

    private static int[][] zeros(Quantizer quantizer, int count) {
        int[][] indices = new int[quantizer.codebookSizes().length][];
        for (int b = 0; b < indices.length; b++) {
            indices[b] = new int[quantizer.indexCount(b, count)];
        }
        return indices;
    }
}
