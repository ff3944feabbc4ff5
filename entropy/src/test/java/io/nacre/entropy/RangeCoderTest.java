package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RangeCoderTest {
    private static final int MILLION = 1_000_000;

    @Test
    void nothingIsCodedInNoBytes() throws CorruptStreamException {
        RangeEncoder encoder = new RangeEncoder();
        assertEquals(0, encoder.finish().length);
        new RangeDecoder(new byte[0], 0, 0).finish();
    }

    @Test
    void certainSymbolsCostNothing() throws CorruptStreamException {
        FrequencyTable certain = FrequencyTable.of(new int[] {FrequencyTable.TOTAL});
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 1000; i++) {
            encoder.encode(certain, 0);
        }
        byte[] stream = encoder.finish();
        assertEquals(0, stream.length);
        RangeDecoder decoder = new RangeDecoder(stream, 0, 0);
        for (int i = 0; i < 1000; i++) {
            assertEquals(0, decoder.decode(certain));
        }
        decoder.finish();
    }

    @Test
    void manyTablesCodeWithinAThousandthOfTheirEntropy() throws CorruptStreamException {
        long seed = 41;
        SplittableRandom random = new SplittableRandom(seed);
        FrequencyTable[] tables = new FrequencyTable[64];
        GaussianTables gaussians = GaussianTables.logGrid(tables.length, 0.11, 32, 255);
        for (int row = 0; row < tables.length; row++) {
            tables[row] = gaussians.table(row).table();
        }
        assertCodesClosely(random, tables, seed);
    }

    @Test
    void almostCertainSymbolsCodeWithinAThousandthOfTheirEntropy() throws CorruptStreamException {
        long seed = 42;
        FrequencyTable table = FrequencyTable.of(new int[] {65503, 20, 13}); // P(0) = 0.9995
        assertCodesClosely(new SplittableRandom(seed), new FrequencyTable[] {table}, seed);
    }

    private static void assertCodesClosely(SplittableRandom random, FrequencyTable[] tables, long seed)
            throws CorruptStreamException {
        byte[] rows = new byte[MILLION];
        short[] symbols = new short[MILLION];
        RangeEncoder encoder = new RangeEncoder();
        double idealBits = 0;
        for (int i = 0; i < MILLION; i++) {
            rows[i] = (byte) random.nextInt(tables.length);
            FrequencyTable table = tables[rows[i]];
            symbols[i] = (short) RandomTables.draw(random, table);
            encoder.encode(table, symbols[i]);
            idealBits += RandomTables.idealBits(table, symbols[i]);
        }
        byte[] stream = encoder.finish();
        double ideal = idealBits / 8;
        assertTrue(
                stream.length <= ideal * 1.001 + 8 && stream.length >= ideal - 1,
                () -> "seed " + seed + ": " + stream.length + " bytes, entropy " + ideal);
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int i = 0; i < MILLION; i++) {
            int symbol = decoder.decode(tables[rows[i]]);
            if (symbol != symbols[i]) {
                assertEquals(symbols[i], symbol, "seed " + seed + ", symbol " + i);
            }
        }
        decoder.finish();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void bytesAreThoseOfTheDefinition(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RangeEncoder encoder = new RangeEncoder();
        ReferenceEncoder reference = new ReferenceEncoder();
        for (int i = 0; i < 600; i++) {
            int low = random.nextInt(FrequencyTable.TOTAL);
            int room = FrequencyTable.TOTAL - low;
            int frequency = random.nextBoolean() ? 1 + random.nextInt(room) : Math.min(room, 1 + random.nextInt(3));
            encoder.encode(low, frequency);
            reference.encode(low, frequency);
        }
        assertArrayEquals(reference.finish(), encoder.finish(), "seed " + seed);
    }

    /**
     * Symbols that keep a number with a long run of zero bytes inside the interval leave its low end just below it, at
     * a long run of 0xFF bytes; the last symbol then carries through the whole run.
     */
    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14, 15, 16})
    void carriesRunThroughTheWholeStream(long seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] target = new byte[200];
        target[0] = (byte) 0x80;
        RangeDecoder guide = new RangeDecoder(target, 0, target.length);
        RangeEncoder encoder = new RangeEncoder();
        ReferenceEncoder reference = new ReferenceEncoder();
        FrequencyTable[] tables = new FrequencyTable[80];
        int[] symbols = new int[tables.length];
        for (int i = 0; i < tables.length; i++) {
            tables[i] = RandomTables.table(random, 200);
            symbols[i] = guide.decode(tables[i]);
            encode(encoder, reference, tables[i], symbols[i]);
        }
        assertEquals("7fffffffffffffff", HexFormat.of().formatHex(reference.low(), 0, 8), "seed " + seed);

        FrequencyTable last = FrequencyTable.of(new int[] {65535, 1});
        encode(encoder, reference, last, 1);
        byte[] stream = encoder.finish();
        assertArrayEquals(reference.finish(), stream, "seed " + seed);
        assertEquals("8000000000000000", HexFormat.of().formatHex(stream, 0, 8), "seed " + seed);

        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int i = 0; i < tables.length; i++) {
            assertEquals(symbols[i], decoder.decode(tables[i]), "seed " + seed);
        }
        assertEquals(1, decoder.decode(last), "seed " + seed);
        decoder.finish();
    }

    private static void encode(RangeEncoder encoder, ReferenceEncoder reference, FrequencyTable table, int symbol) {
        encoder.encode(table, symbol);
        reference.encode(table.low(symbol), table.frequency(symbol));
    }

    @Test
    void sizeIsAtMostTwoBytesMoreThanFinishGives() {
        SplittableRandom random = new SplittableRandom(5);
        RangeEncoder encoder = new RangeEncoder();
        for (int count = 0; count < 300; count++) {
            for (int i = 0; i < count; i++) {
                encoder.encodeBits(random.nextInt(1 << 11), 11);
            }
            long estimate = encoder.size();
            long size = encoder.finish().length;
            assertTrue(estimate >= size && estimate <= size + 2, estimate + " for " + size + " bytes");
        }
    }

    @Test
    void finishAndResetStartAnew() {
        RangeEncoder encoder = new RangeEncoder();
        encoder.encodeBits(0x1234, 16);
        byte[] first = encoder.finish();
        encoder.encodeBits(0xFFFF, 16);
        encoder.reset();
        encoder.encodeBits(0x1234, 16);
        assertArrayEquals(first, encoder.finish());
    }

    @Test
    void streamMayLieInsideAnArray() throws CorruptStreamException {
        RangeEncoder encoder = new RangeEncoder();
        for (int i = 0; i < 100; i++) {
            encoder.encodeBits(i, 7);
        }
        byte[] stream = encoder.finish();
        byte[] array = new byte[stream.length + 9];
        Arrays.fill(array, (byte) 0xA5);
        System.arraycopy(stream, 0, array, 4, stream.length);
        RangeDecoder decoder = new RangeDecoder(array, 4, stream.length);
        for (int i = 0; i < 100; i++) {
            assertEquals(i, decoder.decodeBits(7));
        }
        decoder.finish();
        assertThrows(IndexOutOfBoundsException.class, () -> new RangeDecoder(array, 4, array.length));
    }

    @ParameterizedTest
    @CsvSource({"-1, 1", "0, 0", "0, -5", "0, 65537", "65535, 2", "65536, 1", "2147483647, 2147483647"})
    void intervalsOutsideTheScaleAreRefused(int low, int frequency) {
        RangeEncoder encoder = new RangeEncoder();
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(low, frequency));
        assertEquals(0, encoder.finish().length);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0, 17", "2, 1", "-1, 16", "65536, 16", "0, -1"})
    void bitsThatDoNotFitAreRefused(int value, int count) {
        RangeEncoder encoder = new RangeEncoder();
        assertThrows(IllegalArgumentException.class, () -> encoder.encodeBits(value, count));
        assertEquals(0, encoder.finish().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void symbolsThatTheTableLacksAreRefused(int symbol) {
        RangeEncoder encoder = new RangeEncoder();
        FrequencyTable table = FrequencyTable.ofWeights(new double[] {1, 1, 1});
        assertThrows(IndexOutOfBoundsException.class, () -> encoder.encode(table, symbol));
        assertEquals(0, encoder.finish().length);
    }
}
