package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuReaderTest {
    private static FileBytes file(long start, long length, long encoding, long rate, long channels) {
        return FileBytes.bigEndian()
                .text(".snd")
                .number(4, start)
                .number(4, length)
                .number(4, encoding)
                .number(4, rate)
                .number(4, channels);
    }

    @ParameterizedTest
    @CsvSource({
        "1, 80, 32124, 16-bit",
        "2, c0, -16384, 8-bit",
        "3, c000, -16384, 16-bit",
        "4, c00000, -16384, 24-bit",
        "5, c0000000, -16384, 32-bit",
        "6, c0000000, -65536, 32-bit float",
        "7, c000000000000000, -65536, 64-bit float",
        "27, aa, 32256, 16-bit"
    })
    void encodings(int encoding, String sample, int value, String name) throws IOException {
        byte[] bytes = HexFormat.of().parseHex(sample);
        byte[] data = file(28, bytes.length, encoding, 8000, 1)
                .text("note")
                .bytes(bytes)
                .toArray();
        Frames frames = Frames.of(data);
        assertArrayEquals(new float[] {value / 32768f}, frames.samples());
        assertEquals(new SoundFormat(8000, 1, frames.format().encoding()), frames.format());
        assertEquals(name, frames.format().encoding().toString());
    }

    @ParameterizedTest
    @CsvSource({"0xFFFFFFFF, 3, 0", "0, 3, 1", "12, 3, 0", "8, 2, 0", "100, 3, 1", "7, 1, 1"})
    void lengthsAreNotTrusted(String length, int frames, int warnings) throws IOException {
        Frames read = Frames.of(
                file(24, Long.decode(length), 3, 8000, 2).bytes(new byte[12]).toArray());
        assertEquals(frames, read.count());
        assertEquals(warnings, read.warnings().size(), read.warnings().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "24, 23, 8000, 1, ADPCM (encoding 23)",
        "24, 99, 8000, 1, unknown kind (encoding 99)",
        "24, 3, 0, 1, 0 Hz",
        "24, 3, 4294967295, 1, 4294967295 Hz",
        "24, 3, 8000, 0, 0 channels",
        "24, 3, 8000, 4294967295, 4294967295 channels",
        "23, 3, 8000, 1, begins within it"
    })
    void whatCannotBeReadIsNamed(long start, long encoding, long rate, long channels, String message) {
        IOException e = assertThrows(
                IOException.class,
                () -> Frames.of(file(start, 100, encoding, rate, channels)
                        .bytes(new byte[12])
                        .toArray()));
        assertTrue(e.getMessage().startsWith("FILE: ") && e.getMessage().contains(message), e.getMessage());
    }
}
