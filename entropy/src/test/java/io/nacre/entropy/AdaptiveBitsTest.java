package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AdaptiveBitsTest {
    /** The same states written as two plain recurrences. */
    @ParameterizedTest
    @ValueSource(doubles = {0, 0.003, 0.2, 0.5, 0.97, 1})
    void bytesAreThoseOfTheDefinition(double probability) {
        SplittableRandom random = new SplittableRandom(17);
        RangeEncoder expected = new RangeEncoder();
        RangeEncoder actual = new RangeEncoder();
        AdaptiveBits bits = new AdaptiveBits(1);
        int fast = 32768;
        int slow = 32768;
        for (int i = 0; i < 5000; i++) {
            int one = (fast + slow) / 2;
            int bit = random.nextDouble() < probability ? 1 : 0;
            if (bit == 1) {
                expected.encode(0, one);
                fast += (65536 - fast) / 16;
                slow += (65536 - slow) / 128;
            } else {
                expected.encode(one, 65536 - one);
                fast -= fast / 16;
                slow -= slow / 128;
            }
            bits.encode(actual, 0, bit);
        }
        assertArrayEquals(expected.finish(), actual.finish());
    }

    @ParameterizedTest
    @CsvSource({"0.5, 1.08", "0.1, 1.1", "0.02, 1.15"})
    void learnsTheProbability(double probability, double allowance) throws CorruptStreamException {
        long seed = 23;
        int count = 200_000;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] values = new byte[count];
        AdaptiveBits bits = new AdaptiveBits(3);
        RangeEncoder encoder = new RangeEncoder();
        long cost = 0;
        for (int i = 0; i < count; i++) {
            values[i] = (byte) (random.nextDouble() < probability ? 1 : 0);
            cost += bits.costOf(i % 3, values[i]);
            bits.encode(encoder, i % 3, values[i]);
        }
        byte[] stream = encoder.finish();
        double bitsPerBit = stream.length * 8.0 / count;
        double entropy =
                -(probability * Math.log(probability) + (1 - probability) * Math.log(1 - probability)) / Math.log(2);
        assertTrue(bitsPerBit < entropy * allowance, () -> bitsPerBit + " for an entropy of " + entropy);
        assertEquals(cost / 65536.0 / 8, stream.length, stream.length * 1e-3 + 2, "seed " + seed);

        bits.reset();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int i = 0; i < count; i++) {
            assertEquals(values[i], bits.decode(decoder, i % 3));
        }
        decoder.finish();
    }

    @Test
    void longRunsStayDecodable() throws CorruptStreamException {
        AdaptiveBits writer = new AdaptiveBits(1);
        AdaptiveBits reader = new AdaptiveBits(1);
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 4000; i++) {
            writer.encode(encoder, 0, i / 1000 & 1);
        }
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int i = 0; i < 4000; i++) {
            assertEquals(i / 1000 & 1, reader.decode(decoder, 0));
        }
        decoder.finish();
    }

    /** The top of the 48-bit scale belongs to no symbol: 2^16 shares of a range that is no multiple of it. */
    @Test
    void codesThatNoBitOwnsAreRefused() {
        byte[] ones = new byte[40];
        Arrays.fill(ones, (byte) 0xFF);
        RangeDecoder decoder = new RangeDecoder(ones, 0, ones.length);
        assertThrows(CorruptStreamException.class, () -> new AdaptiveBits(1).decode(decoder, 0));
    }

    @Test
    void argumentsAreChecked() {
        RangeEncoder encoder = new RangeEncoder();
        AdaptiveBits bits = new AdaptiveBits(2);
        assertThrows(IllegalArgumentException.class, () -> new AdaptiveBits(0));
        assertThrows(IllegalArgumentException.class, () -> bits.encode(encoder, 0, 2));
        assertThrows(IllegalArgumentException.class, () -> bits.encode(encoder, 0, -1));
        assertThrows(IndexOutOfBoundsException.class, () -> bits.encode(encoder, 2, 0));
    }
}
