package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpGolombTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 15, 16, 17, 18, 23, 24})
    void allLengthsUpToTheBoundComeBack(int maxPrefix) throws CorruptStreamException {
        ExpGolomb writer = new ExpGolomb(maxPrefix);
        ExpGolomb reader = new ExpGolomb(maxPrefix);
        RangeEncoder encoder = new RangeEncoder();
        int largest = (1 << maxPrefix) - 2;
        for (int value = largest; value > 0; value >>= 1) {
            writer.encode(encoder, value);
            writer.encode(encoder, value - 1);
        }
        writer.encode(encoder, 0);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int value = largest; value > 0; value >>= 1) {
            assertEquals(value, reader.decode(decoder));
            assertEquals(value - 1, reader.decode(decoder));
        }
        assertEquals(0, reader.decode(decoder));
        decoder.finish();
        assertThrows(IllegalArgumentException.class, () -> writer.encode(encoder, largest + 1));
        assertThrows(IllegalArgumentException.class, () -> writer.encode(encoder, -1));
        assertEquals(0, encoder.finish().length);
    }

    @Test
    void prefixBeyondTheBoundIsRefused() {
        RangeEncoder encoder = new RangeEncoder();
        new ExpGolomb(10).encode(encoder, 511);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        assertThrows(CorruptStreamException.class, () -> new ExpGolomb(9).decode(decoder));
    }

    @Test
    void learnsGeometricNumbers() {
        SplittableRandom random = new SplittableRandom(3);
        ExpGolomb code = new ExpGolomb(15);
        RangeEncoder encoder = new RangeEncoder();
        int count = 50_000;
        long plainBits = 0;
        for (int i = 0; i < count; i++) {
            int value = (int) (Math.log(1 - random.nextDouble()) / Math.log(0.9));
            plainBits += ExpGolomb.plainLength(value);
            code.encode(encoder, value);
        }
        double bits = encoder.finish().length * 8.0;
        double entropy = count * (-0.1 * Math.log(0.1) - 0.9 * Math.log(0.9)) / 0.1 / Math.log(2);
        assertTrue(bits > entropy * 0.98 && bits < entropy * 1.1 && bits < plainBits, bits + " of " + entropy);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 25, -1})
    void prefixesOutsideTheirBoundsAreRefused(int maxPrefix) {
        assertThrows(IllegalArgumentException.class, () -> new ExpGolomb(maxPrefix));
    }
}
