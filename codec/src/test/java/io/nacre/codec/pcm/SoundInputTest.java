package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SoundInputTest {
    private static final int COUNT = 40_000; // frames, more than the buffers take

    private static byte[] stereo() {
        SplittableRandom random = new SplittableRandom(1);
        FileBytes data = FileBytes.littleEndian();
        for (int i = 0; i < 2 * COUNT; i++) {
            data.number(2, random.nextInt());
        }
        return FileBytes.littleEndian()
                .text("RIFF")
                .number(4, 0)
                .text("WAVE")
                .fmt(1, 2, 48_000, 16)
                .chunk("data", data.toArray())
                .toArray();
    }

    /** A stream that gives single bytes, or a few, at a time and skips nothing. */
    private static final class Trickle extends InputStream {
        private final InputStream in;
        private boolean closed;

        Trickle(byte[] file) {
            in = new ByteArrayInputStream(file);
        }

        @Override
        public int read() throws IOException {
            return in.read();
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return in.read(target, offset, Math.min(length, 13));
        }

        @Override
        public long skip(long count) {
            return 0;
        }

        @Override
        public int available() {
            return 0;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 1000, 8192, 100_000})
    void piecesOfAnySizeMakeTheSameSound(int piece) throws IOException {
        byte[] file = stereo();
        Frames expected = Frames.of(file, COUNT);
        assertEquals(COUNT, expected.count());
        assertArrayEquals(expected.samples(), Frames.of(file, piece).samples());
        try (SoundInput in = SoundInput.open(new Trickle(file), "FILE")) {
            assertArrayEquals(expected.samples(), Frames.of(in, piece).samples());
        }
    }

    @Test
    void readFillsWhatIsAskedForUntilTheEnd() throws IOException {
        try (SoundInput in = SoundInput.open(new Trickle(stereo()), "FILE")) {
            float[] samples = new float[3 + 2 * COUNT];
            assertEquals(COUNT - 1, in.read(samples, 3, COUNT - 1));
            assertEquals(1, in.read(samples, 0, 2));
            assertEquals(-1, in.read(samples, 0, 2));
            assertEquals(-1, in.read(samples, 0, 2));
            assertThrows(IndexOutOfBoundsException.class, () -> in.read(samples, 4, COUNT));
            assertThrows(IllegalArgumentException.class, () -> in.read(samples, 0, 0));
        }
    }

    @Test
    void closesTheStreamOnceItIsItsOwn() throws IOException {
        Trickle good = new Trickle(stereo());
        SoundInput.open(good, "FILE").close();
        assertTrue(good.closed);
        Trickle bad = new Trickle("nothing to hear".getBytes(StandardCharsets.US_ASCII));
        assertThrows(UnsupportedSoundException.class, () -> SoundInput.open(bad, "FILE"));
        assertFalse(bad.closed);
    }

    @Test
    void opensFilesOfAnyName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sp ace 'quote' [1] \u00E4\u97F3.mp3");
        Files.write(file, stereo());
        try (SoundInput in = SoundInput.open(file)) {
            assertEquals("wav", in.container());
            assertEquals(COUNT, in.declaredFrames().orElseThrow());
            assertEquals(COUNT, Frames.of(in, 5000).count());
        }
        Files.write(file, new byte[0]);
        String message =
                assertThrows(IOException.class, () -> SoundInput.open(file)).getMessage();
        assertEquals(file + ": the file is empty", message);
        Files.delete(file);
        assertThrows(NoSuchFileException.class, () -> SoundInput.open(file));
        assertThrows(UnsupportedSoundException.class, () -> SoundInput.open(folder));
    }

    static Stream<Arguments> foreignFormats() {
        return Stream.of(
                arguments("ID3\3\0\0\0\0\0\5xxxxx\u00FF\u00FB\u0090d", "MP3"),
                arguments("\u00FF\u00FB\u0090d\0\0\0\0", "MP3"),
                arguments("\u00FF\u00FD\u0090d\0\0\0\0", "MP2"),
                arguments("\u00FF\u00F1P\u0080", "AAC"),
                arguments("OggS\0\2\0\0\0\0\0\0\0\0abcd\0\0\0\0\0\0\0\0\1\23OpusHead", "Ogg Opus"),
                arguments("OggS\0\2\0\0\0\0\0\0\0\0abcd\0\0\0\0\0\0\0\0\1\36\1vorbis", "Ogg Vorbis"),
                arguments("OggS\0\2\0\0\0\0\0\0\0\0abcd\0\0\0\0\0\0\0\0\1\63\177FLAC", "FLAC in Ogg"),
                arguments("OggS\0\2\0\0\0\0\0\0\0\0abcd\0\0\0\0\0\0\0\0\1\52\200theora", "Ogg"),
                arguments("\0\0\0\34ftypM4A \0\0\2\0", "M4A"),
                arguments("caff\0\1\0\0desc", "CAF"),
                arguments("DSD \34\0\0\0", "DSD"),
                arguments("FRM8\0\0\0\0", "DSD"),
                arguments("wvpk\0\0\0\0", "WavPack"),
                arguments("FORM\0\0\0\0008SVXVHDR", "8SVX"),
                arguments("0&\u00B2u\u008Ef\u00CF\u0011\u00A6\u00D9", "Windows Media Audio"),
                arguments("\0\0\0\34ftypisom\0\0\2\0", "MP4"),
                arguments("\0\0\0\24ftypqt  \0\0\2\0", "QuickTime"),
                arguments("\u001AE\u00DF\u00A3\u0001\0\0\0", "Matroska"));
    }

    @ParameterizedTest
    @MethodSource("foreignFormats")
    void foreignFormatsAreRefusedWithAdvice(String head, String name) {
        byte[] file = head.getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file))
                .getMessage();
        assertEquals(
                "FILE: " + name + " cannot be read by this build; build with: mvn -Pffmpeg -DskipTests package, or"
                        + " convert it with: ffmpeg -i IN OUT.wav",
                message);
        assertTrue(SoundInput.recognises(file));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "hello world, this is no sound at all",
                "\u0089PNG\r\n\u001a\n",
                "\u00FF\u00D8\u00FF\u00E0", // JPEG
                "\u00FF\u00FEh\0e\0", // text in UTF-16
                "RIFF\0\0\0\0WEBP",
                "RIFF\0\0\0\0AVI ",
                "FORM\0\0\0\0ILBM"
            })
    void whatIsNoSoundIsRefused(String head) {
        byte[] file = head.getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file))
                .getMessage();
        assertTrue(message.startsWith("FILE: not a sound of a known format"), message);
    }

    @ParameterizedTest
    @CsvSource({"'\u008BNCR\r\n\u001A\n', nacre decode", "MThd, MIDI holds notes and no sound"})
    void knownFilesWithoutSoundAreToldApart(String head, String advice) {
        byte[] file = head.getBytes(StandardCharsets.ISO_8859_1);
        String message = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file))
                .getMessage();
        assertTrue(message.contains(advice), message);
    }

    /** AVIF and HEIC are boxes as MP4 is; their brands tell them from it. */
    @ParameterizedTest
    @ValueSource(strings = {"avif", "heic", "mif1", "jxl "})
    void picturesInBoxesAreNoSound(String brand) {
        assertFalse(
                SoundInput.recognises(("\0\0\0\34ftyp" + brand + "\0\0\0\0").getBytes(StandardCharsets.ISO_8859_1)));
    }

    /** A file's header may promise anything; what is taken is what is there. */
    @Test
    void hugeLengthsTakeNoMemory() throws IOException {
        byte[] file = stereo();
        Arrays.fill(file, 40, 44, (byte) 0xFF);
        file[43] = 0x7F;
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(file), "FILE")) {
            assertEquals(0x7FFF_FFFF / 4, in.declaredFrames().orElseThrow());
            assertEquals(COUNT, Frames.of(in, 1000).count());
            assertEquals(
                    "the header says " + 0x7FFF_FFFF / 4 + " frames, the file ends after " + COUNT,
                    in.warnings().get(0));
        }
    }
}
