package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignedTableTest {
    private static final SignedTable TABLE = new SignedTable(new int[] {4, 8192, 32768, 16384, 4096, 4092});

    @Test
    void symbolsLieAroundTheMiddle() {
        assertEquals(2, TABLE.reach());
        assertEquals(6, TABLE.table().size());
        assertEquals(14 << 16, TABLE.costOf(-2));
        assertEquals(1 << 16, TABLE.costOf(0));
        assertEquals(4 << 16, TABLE.costOf(2));
        // Escape, one bit for the length of 0, one for the sign.
        assertEquals(TABLE.table().costOf(5) + (2 << 16), TABLE.costOf(-3));
        assertEquals(TABLE.table().costOf(5) + (4 << 16), TABLE.costOf(4));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 200})
    void allNumbersComeBack(int reach) throws CorruptStreamException {
        int[] frequencies = new int[2 * reach + 2];
        Arrays.fill(frequencies, FrequencyTable.TOTAL / frequencies.length);
        frequencies[0] += FrequencyTable.TOTAL % frequencies.length;
        SignedTable table = new SignedTable(frequencies);
        ExpGolomb escape = new ExpGolomb(15);
        RangeEncoder encoder = new RangeEncoder();
        for (int s = -SignedTable.MAX_MAGNITUDE; s <= SignedTable.MAX_MAGNITUDE; s++) {
            table.encode(encoder, s, escape);
        }
        byte[] stream = encoder.finish();
        escape.reset();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (int s = -SignedTable.MAX_MAGNITUDE; s <= SignedTable.MAX_MAGNITUDE; s++) {
            assertEquals(s, table.decode(decoder, escape));
        }
        decoder.finish();
    }

    @ParameterizedTest
    @ValueSource(ints = {32768, -32768, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void largeMagnitudesAreRefused(int s) {
        RangeEncoder encoder = new RangeEncoder();
        assertThrows(IllegalArgumentException.class, () -> TABLE.encode(encoder, s, new ExpGolomb(24)));
        assertThrows(IllegalArgumentException.class, () -> TABLE.costOf(s));
        assertEquals(0, encoder.finish().length);
    }

    @Test
    void largeMagnitudesInAStreamAreCorrupt() throws CorruptStreamException {
        RangeEncoder encoder = new RangeEncoder();
        ExpGolomb escape = new ExpGolomb(17);
        int offset = TABLE.reach() + 1;
        encoder.encode(TABLE.table(), 5);
        escape.encode(encoder, SignedTable.MAX_MAGNITUDE - offset);
        encoder.encodeBits(1, 1);
        encoder.encode(TABLE.table(), 5);
        escape.encode(encoder, SignedTable.MAX_MAGNITUDE - offset + 1);
        encoder.encodeBits(1, 1);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        escape.reset();
        assertEquals(-SignedTable.MAX_MAGNITUDE, TABLE.decode(decoder, escape));
        assertThrows(CorruptStreamException.class, () -> TABLE.decode(decoder, escape));
    }

    @Test
    void numberOfFrequenciesIsChecked() {
        assertThrows(IllegalArgumentException.class, () -> new SignedTable(new int[] {65534, 1, 1}));
        assertThrows(IllegalArgumentException.class, () -> new SignedTable(new int[0]));
    }
}
