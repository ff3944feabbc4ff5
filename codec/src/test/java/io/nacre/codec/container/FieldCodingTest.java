package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FieldCodingTest {
    @ParameterizedTest
    @CsvSource({
        "0, 00",
        "1, 01",
        "127, 7F",
        "128, 8100",
        "16383, FF7F",
        "16384, 818000",
        "20000, 819C20",
        "9223372036854775807, FFFFFFFFFFFFFFFF7F"
    })
    void varintsHaveTheWrittenForm(long value, String hex) throws FormatException {
        byte[] expected = HexFormat.of().parseHex(hex);
        FieldOutput out = new FieldOutput();
        out.varint(value);
        assertArrayEquals(expected, out.toByteArray());
        assertEquals(expected.length, FieldOutput.varintSize(value));
        FieldInput in = input(expected);
        assertEquals(value, in.varint());
        assertEquals(0, in.remaining());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void numbersComeBack(long seed) throws FormatException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 2000; i++) {
            long value = random.nextLong() >>> random.nextInt(1, 64);
            int bytes = random.nextInt(1, 9);
            FieldOutput out = new FieldOutput();
            out.varint(value);
            out.fixed(value, bytes);
            FieldInput in = input(out.toByteArray());
            String what = "seed " + seed + ", value " + value;
            assertEquals(value, in.varint(), what);
            assertEquals(bytes == 8 ? value : value & ((1L << (8 * bytes)) - 1), in.fixed(bytes), what);
            in.expectEnd();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"8000", "8001", "80FF7F", "80", "FFFFFFFFFFFFFFFFFF7F", "81808080808080808000", "FF", ""})
    void otherFormsAreRefused(String hex) {
        assertThrows(
                FormatException.class, () -> input(HexFormat.of().parseHex(hex)).varint());
    }

    @Test
    void everyTwoByteVarintIsTheOnlyFormOfItsNumber() throws FormatException {
        boolean[] seen = new boolean[1 << 14];
        for (int first = 0x81; first <= 0xFF; first++) {
            for (int second = 0; second < 0x80; second++) {
                int value =
                        (int) input(new byte[] {(byte) first, (byte) second}).varint();
                assertTrue(value >= 128 && !seen[value], "value " + value);
                seen[value] = true;
            }
        }
    }

    private static FieldInput input(byte[] bytes) {
        return new FieldInput(ByteBuffer.wrap(bytes), "TEST", 0, bytes.length);
    }
}
