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
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Today's bytes stay tomorrow's: the files that FORMAT.md takes apart are what the writer writes. */
class GoldenFileTest {
    private static final byte[] FILE = HexFormat.of()
            .parseHex(
                    "8B4E43520D0A1A0A48454144121000853C822C020123456789ABCDEF01F4075D3B93D7494E44580203023E87215C54494C4503123456203F004D54494C4502789AE0CD56E4784D5070043C782F3E105307C8454E444E01524280D8E5");

    private static final byte[] SOUND = HexFormat.of()
            .parseHex(
                    "8B4E43520D0A1A0A4845414415100182F70085EE0002010123456789ABCDEF01F80914D3C2F754494C4503123456203F004D454E444E01325BDAE561");

    private static final SoundHeader SOUND_HEADER =
            new SoundHeader(48_000, 96_000, 2, true, SampleFormat.PCM_16, new PackId(0x0123456789ABCDEFL), 504, 10);

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
    void writerWritesTheGoldenSound() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, SOUND_HEADER);
        writer.writeTiles(List.of(new byte[] {0x12, 0x34, 0x56}));
        writer.finish();
        assertEquals(HexFormat.of().formatHex(SOUND), HexFormat.of().formatHex(out.toByteArray()));
    }

    @Test
    void readerReadsTheGoldenSound() throws IOException {
        ContainerReader reader = ContainerReader.openSound(ByteBuffer.wrap(SOUND), Limits.DEFAULT);
        assertEquals(SOUND_HEADER, reader.soundHeader());
        assertArrayEquals(new byte[] {0x12, 0x34, 0x56}, reader.tile(0));
        assertEquals(List.of(), reader.verify());
    }

    @Test
    void formatDocumentShowsTheGoldenFiles() throws IOException {
        List<String> shown = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of("FORMAT.md"))) {
            Matcher matcher = DUMP_LINE.matcher(line);
            if (matcher.matches()) {
                int offset = Integer.parseInt(matcher.group(1), 16);
                String before = offset == 0 ? "" : shown.remove(shown.size() - 1);
                assertEquals(before.length() / 2, offset, line);
                shown.add(before + matcher.group(2).replace(" ", ""));
            }
        }
        HexFormat hex = HexFormat.of().withUpperCase();
        assertEquals(List.of(hex.formatHex(FILE), hex.formatHex(SOUND)), shown);
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
