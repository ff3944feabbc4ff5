package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Streams in which every kind of coder takes part: as written, and damaged. */
class MixedStreamTest {
    static LongStream seeds() {
        return LongStream.rangeClosed(1, 24);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void valuesComeBack(long seed) throws CorruptStreamException {
        MixedCodes codes = new MixedCodes(seed, 3000);
        int[] values = codes.draw(new SplittableRandom(seed));
        assertArrayEquals(values, codes.decode(codes.encode(values)), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void cutStreamsNeverGiveTheSameValues(long seed) {
        MixedCodes codes = new MixedCodes(seed, 40);
        int[] values = codes.draw(new SplittableRandom(seed));
        byte[] stream = codes.encode(values);
        for (int length = 0; length < stream.length; length++) {
            assertRefusedOrOther(codes, values, Arrays.copyOf(stream, length), "seed " + seed + ", cut to " + length);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void flippedBitsNeverGiveTheSameValues(long seed) {
        MixedCodes codes = new MixedCodes(seed, 60);
        int[] values = codes.draw(new SplittableRandom(seed));
        byte[] stream = codes.encode(values);
        for (int bit = 0; bit < 8 * stream.length; bit++) {
            byte[] flipped = stream.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertRefusedOrOther(codes, values, flipped, "seed " + seed + ", bit " + bit);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void extendedStreamsAreRefused(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MixedCodes codes = new MixedCodes(seed, 40);
        byte[] stream = codes.encode(codes.draw(random));
        for (int more = 1; more <= 8; more++) {
            byte[] zeros = Arrays.copyOf(stream, stream.length + more);
            assertThrows(CorruptStreamException.class, () -> codes.decode(zeros), "seed " + seed + ", zeros " + more);
            byte[] noise = zeros.clone();
            for (int i = stream.length; i < noise.length; i++) {
                noise[i] = (byte) random.nextInt(256);
            }
            assertThrows(CorruptStreamException.class, () -> codes.decode(noise), "seed " + seed + ", noise " + more);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesGiveValuesOrACorruptStream(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        MixedCodes codes = new MixedCodes(seed, 2000);
        for (int trial = 0; trial < 60; trial++) {
            byte[] bytes = new byte[random.nextInt(400)];
            int style = random.nextInt(4);
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = switch (style) {
                    case 0 -> 0;
                    case 1 -> (byte) 0xFF;
                    case 2 -> (byte) (random.nextInt(10) == 0 ? random.nextInt(256) : 0xFF);
                    default -> (byte) random.nextInt(256);
                };
            }
            assertRefusedOrOther(codes, new int[0], bytes, "seed " + seed + ", trial " + trial);
        }
    }

    /** Every stream of at most two bytes, each read as several symbols of one table. */
    @Test
    void acceptedShortStreamsAreThoseThatTheEncoderWrites() {
        FrequencyTable table = FrequencyTable.of(new int[] {40000, 20000, 5000, 536});
        int accepted = 0;
        for (int length = 0; length <= 2; length++) {
            for (int number = 0; number < 1 << (8 * length); number++) {
                byte[] stream = new byte[length];
                for (int i = 0; i < length; i++) {
                    stream[i] = (byte) (number >>> (8 * (length - 1 - i)));
                }
                accepted += reencodes(stream, table, 4) ? 1 : 0;
            }
        }
        // Each of the 4^4 sequences has one stream; the rarest needs 4 * 6.9 bits and so is longer.
        assertTrue(accepted > 100 && accepted < 256, accepted + " streams");
    }

    @Test
    void decoderStopsSoonAfterTheEndOfTheData() {
        for (int length = 0; length < 20; length++) {
            RangeDecoder decoder = new RangeDecoder(new byte[length], 0, length);
            int most = length / 2 + 1;
            assertThrows(CorruptStreamException.class, () -> {
                for (int i = 0; i <= most; i++) {
                    decoder.decodeBits(16);
                }
            });
            assertThrows(CorruptStreamException.class, () -> decoder.decodeBits(16));
            assertThrows(CorruptStreamException.class, decoder::finish);
        }
    }

    private static boolean reencodes(byte[] stream, FrequencyTable table, int count) {
        RangeEncoder encoder = new RangeEncoder();
        try {
            RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
            for (int i = 0; i < count; i++) {
                encoder.encode(table, decoder.decode(table));
            }
            decoder.finish();
        } catch (CorruptStreamException e) {
            return false;
        }
        assertArrayEquals(stream, encoder.finish());
        return true;
    }

    /** Any exception but a corrupt stream fails the test, and so do values of which the encoder makes other bytes. */
    private static void assertRefusedOrOther(MixedCodes codes, int[] values, byte[] stream, String where) {
        int[] decoded;
        try {
            decoded = codes.decode(stream);
        } catch (CorruptStreamException e) {
            return;
        }
        assertFalse(Arrays.equals(values, decoded), where);
        assertArrayEquals(stream, codes.encode(decoded), where);
    }
}
