package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Today's bytes stay tomorrow's: the file that FORMAT.md takes apart is what the writer writes. */
class GoldenFileTest {
    private static final byte[] FILE = HexFormat.of()
            .parseHex(
                    "8B4E43520D0A1A0A48454144121000853C822C020123456789ABCDEF01F4075D3B93D7494E44580203023E87215C54494C4503123456203F004D54494C4502789AE0CD56E4784D5070043C782F3E105307C8454E444E01524280D8E5");

    /** Offset, bytes and, after two blanks, an explanation. */
    private static final Pattern DUMP_LINE = Pattern.compile("([0-9a-f]{4})  ((?:[0-9A-F]{2} ?)+)(?:  .*)?");

    @Test
    void writerWritesTheGoldenFile() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(
                out, new ImageHeader(700, 300, false, true, false, false, new PackId(0x0123456789ABCDEFL), 500, 512));
        writer.writeTiles(List.of(new byte[] {0x12, 0x34, 0x56}, new byte[] {0x78, (byte) 0x9A}));
        writer.writeXmp("<x/>".getBytes(StandardCharsets.UTF_8));
        writer.finish();
        assertEquals(HexFormat.of().formatHex(FILE), HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void readerReadsTheGoldenFile() throws IOException {
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(FILE), Limits.DEFAULT);
        assertEquals(
                new ImageHeader(700, 300, false, true, false, false, new PackId(0x0123456789ABCDEFL), 500, 512),
                reader.header());
        assertArrayEquals(new byte[] {0x78, (byte) 0x9A}, reader.tile(1));
        assertEquals(List.of(), reader.verify());
    }

    @Test
    void formatDocumentShowsTheGoldenFile() throws IOException {
        ByteArrayOutputStream shown = new ByteArrayOutputStream();
        for (String line : Files.readAllLines(Path.of("FORMAT.md"))) {
            Matcher matcher = DUMP_LINE.matcher(line);
            if (matcher.matches()) {
                assertEquals(shown.size(), Integer.parseInt(matcher.group(1), 16), line);
                shown.writeBytes(HexFormat.of().parseHex(matcher.group(2).replace(" ", "")));
            }
        }
        assertEquals(HexFormat.of().formatHex(FILE), HexFormat.of().formatHex(shown.toByteArray()));
    }

    @Test
    void independentBuilderAgrees() {
        byte[] built = new RawFile()
                .box("HEAD", "10 00 853C 822C 02 0123456789ABCDEF 01F4 07")
                .box("INDX", "03 02")
                .box("TILE", "123456")
                .box("TILE", "789A")
                .box("xMPp", "3C782F3E")
                .end()
                .toByteArray();
        assertEquals(HexFormat.of().formatHex(FILE), HexFormat.of().formatHex(built));
    }
}
