package io.nacre.entropy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactorizedTableTest {
    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 0",
        "0, 1, 0, 1",
        "0, 1, -1, 0",
        "-60, 121, -127, 127",
        "5, 3, 5, 300",
        "5, 3, -300, 7",
        "-3, 7, -32768, 32767",
        "2147483640, 8, 2147483600, 2147483647",
        "-2147483648, 2, -2147483648, -2147483000"
    })
    void allNumbersComeBack(int lo, int window, int min, int max) throws CorruptStreamException {
        FactorizedTable table = new FactorizedTable(lo, flat(window + 1), min, max);
        RangeEncoder encoder = new RangeEncoder();
        long cost = 0;
        for (long value = min; value <= max; value++) {
            table.encode(encoder, (int) value);
            cost += table.costOf((int) value);
        }
        byte[] stream = encoder.finish();
        assertEquals(cost / 65536.0 / 8, stream.length, 2 + 1e-4 * stream.length);
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        for (long value = min; value <= max; value++) {
            assertEquals((int) value, table.decode(decoder));
        }
        decoder.finish();
    }

    @Test
    void escapesThatLeadNowhereAreCorrupt() {
        FactorizedTable table = new FactorizedTable(-60, flat(122), -127, 127);
        RangeEncoder encoder = new RangeEncoder();
        encoder.encode(FrequencyTable.of(flat(122)), 121);
        encoder.encodeBits(134, 8);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        assertThrows(CorruptStreamException.class, () -> table.decode(decoder));
    }

    @Test
    void escapeIsCorruptWhereNothingLiesOutside() {
        FactorizedTable table = new FactorizedTable(0, flat(4), 0, 2);
        RangeEncoder encoder = new RangeEncoder();
        encoder.encode(FrequencyTable.of(flat(4)), 3);
        byte[] stream = encoder.finish();
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        assertThrows(CorruptStreamException.class, () -> table.decode(decoder));
    }

    @ParameterizedTest
    @CsvSource({"0, 3, 1, 5", "0, 3, 0, 1", "0, 3, -1, 65535", "2147483646, 3, 0, 2147483647", "0, 0, 0, 5"})
    void windowsThatDoNotFitAreRefused(int lo, int window, int min, int max) {
        assertThrows(IllegalArgumentException.class, () -> new FactorizedTable(lo, flat(window + 1), min, max));
    }

    @Test
    void valuesOutsideTheirBoundsAreRefused() {
        FactorizedTable table = new FactorizedTable(0, flat(4), -1, 5);
        RangeEncoder encoder = new RangeEncoder();
        assertThrows(IllegalArgumentException.class, () -> table.encode(encoder, -2));
        assertThrows(IllegalArgumentException.class, () -> table.encode(encoder, 6));
        assertThrows(IllegalArgumentException.class, () -> table.costOf(6));
        assertEquals(0, encoder.finish().length);
    }

    private static int[] flat(int size) {
        int[] frequencies = new int[size];
        Arrays.fill(frequencies, FrequencyTable.TOTAL / size);
        frequencies[0] += FrequencyTable.TOTAL % size;
        return frequencies;
    }
}
