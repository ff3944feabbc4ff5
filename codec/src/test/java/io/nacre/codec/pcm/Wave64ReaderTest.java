package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class Wave64ReaderTest {
    private static final byte[] DATA = {0, 0, 0, 0x40, 0, (byte) 0x80};

    private static FileBytes guid(FileBytes out, String name, String tail) {
        return out.text(name).bytes(HexFormat.of().parseHex(tail));
    }

    private static FileBytes chunk(FileBytes out, String name, long size, byte[] content) {
        guid(out, name, "f3acd3118cd100c04f8edb8a").number(8, size).bytes(content);
        return out.bytes(new byte[-content.length & 7]);
    }

    private static FileBytes head() {
        FileBytes out = guid(FileBytes.littleEndian(), "riff", "2e91cf11a5d628db04c10000")
                .number(8, 1000);
        return guid(out, "wave", "f3acd3118cd100c04f8edb8a");
    }

    private static byte[] fmt(int bits) {
        FileBytes fields = FileBytes.littleEndian().number(2, 1).number(2, 1).number(4, 16_000);
        return fields.number(4, 0).number(2, (bits + 7) / 8).number(2, bits).toArray();
    }

    @Test
    void chunksArePaddedToMultiplesOfEight() throws IOException {
        FileBytes file = chunk(head(), "junk", 24 + 3, new byte[3]);
        chunk(file, "fmt ", 24 + 16, fmt(16));
        Frames frames = Frames.of(chunk(file, "data", 24 + 6, DATA).toArray());
        assertEquals(new SoundFormat(16_000, 1, SampleEncoding.INT_16), frames.format());
        assertArrayEquals(new float[] {0, 0.5f, -1}, frames.samples());
        assertEquals(0, frames.warnings().size());
    }

    @ParameterizedTest
    @CsvSource({"28, 2, 0", "1000, 4, 1", "0x7FFFFFFFFFFFFFFF, 4, 1", "-1, 4, 0", "24, 4, 1"})
    void lengthsAreNotTrusted(String size, int frames, int warnings) throws IOException {
        FileBytes file = chunk(head(), "fmt ", 24 + 16, fmt(16));
        Frames read = Frames.of(chunk(file, "data", Long.decode(size), DATA).toArray());
        assertEquals(frames, read.count());
        assertEquals(warnings, read.warnings().size(), read.warnings().toString());
    }

    @Test
    void aChunkSmallerThanItsHeaderIsDamage() {
        FileBytes file = chunk(head(), "junk", 23, new byte[8]);
        IOException e = assertThrows(IOException.class, () -> Frames.of(file.toArray()));
        assertTrue(e.getMessage().contains("chunks of the file are damaged"), e.getMessage());
    }
}
