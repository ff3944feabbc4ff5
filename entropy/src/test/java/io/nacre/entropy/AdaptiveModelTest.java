package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveModelTest {
    /** Plain counts and sums over them, long enough for several halvings. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 5, 64, 100, 1023, 1024})
    void bytesAreThoseOfTheDefinitionAndComeBack(int size) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(size);
        int count = 9000;
        int[] symbols =
                random.doubles(count).mapToInt(x -> (int) (size * x * x * x)).toArray();
        long[] counts = new long[size];
        Arrays.fill(counts, 1);
        RangeEncoder expected = new RangeEncoder();
        RangeEncoder actual = new RangeEncoder();
        AdaptiveModel model = new AdaptiveModel(size);
        for (int symbol : symbols) {
            long total = Arrays.stream(counts).sum();
            long below = Arrays.stream(counts, 0, symbol).sum();
            int low = (int) (below * 65536 / total);
            int high = (int) ((below + counts[symbol]) * 65536 / total);
            expected.encode(low, high - low);
            if (total + 32 > 65536) {
                Arrays.setAll(counts, i -> (counts[i] + 1) / 2);
            }
            counts[symbol] += 32;
            model.encode(actual, symbol);
        }
        byte[] stream = actual.finish();
        assertArrayEquals(expected.finish(), stream);

        model.reset();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int i = 0; i < count; i++) {
            assertEquals(symbols[i], model.decode(decoder), "symbol " + i);
        }
        decoder.finish();
    }

    @Test
    void learnsTheDistribution() {
        long seed = 31;
        SplittableRandom random = new SplittableRandom(seed);
        FrequencyTable source = RandomTables.table(random, 40);
        AdaptiveModel model = new AdaptiveModel(source.size());
        RangeEncoder encoder = new RangeEncoder();
        double ideal = 0;
        for (int i = 0; i < 200_000; i++) {
            int symbol = RandomTables.draw(random, source);
            ideal += RandomTables.idealBits(source, symbol) / 8;
            model.encode(encoder, symbol);
        }
        double entropy = ideal;
        int length = encoder.finish().length;
        assertTrue(length < 1.02 * entropy, () -> "seed " + seed + ": " + length + " bytes for " + entropy);
    }

    @Test
    void argumentsAreChecked() {
        RangeEncoder encoder = new RangeEncoder();
        AdaptiveModel model = new AdaptiveModel(3);
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveModel(1));
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveModel(1025));
        assertThrows(IndexOutOfBoundsException.class, () -> model.encode(encoder, 3));
        assertThrows(IndexOutOfBoundsException.class, () -> model.encode(encoder, -1));
        assertEquals(0, encoder.finish().length);
    }
}
