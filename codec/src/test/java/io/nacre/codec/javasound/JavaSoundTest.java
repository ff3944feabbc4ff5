package io.nacre.codec.javasound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.Codec;
import io.nacre.codec.CodecFixture;
import io.nacre.codec.InvalidFileException;
import io.nacre.codec.Monitor;
import io.nacre.codec.Picture;
import io.nacre.codec.SampleType;
import io.nacre.codec.Sound;
import io.nacre.codec.SoundInfo;
import io.nacre.codec.SoundSettings;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What Java Sound asks of readers and writers, and that the others go on working. */
class JavaSoundTest {
    private static final int RATE = 16000;

    @TempDir
    private static Path packs;

    private static Codec codec;
    private static NacreAudioFileReader reader;
    private static byte[] file;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        codec = CodecFixture.tiny(packs).build();
        reader = new NacreAudioFileReader(codec);
        file = encoded(SampleType.INT_16);
    }

    @AfterAll
    static void close() {
        codec.close();
    }

    private static byte[] encoded(SampleType type) throws IOException {
        Sound sound = Sound.of(RATE, 2, CodecFixture.tones(RATE, 2, 3 * RATE));
        return codec.encode(sound, CodecFixture.SOUND.withSampleType(type));
    }

    @ParameterizedTest
    @EnumSource(SampleType.class)
    void formatsAreTheFiles(SampleType type) throws Exception {
        byte[] bytes = encoded(type);
        int bits = type == SampleType.INT_16 ? 16 : type == SampleType.INT_24 ? 24 : 32;
        AudioFileFormat format = reader.getAudioFileFormat(new ByteArrayInputStream(bytes));
        assertEquals("NACRE", format.getType().toString());
        assertEquals("nacre", format.getType().getExtension());
        assertEquals(3 * RATE, format.getFrameLength());
        assertEquals(3_000_000L, format.getProperty("duration"));
        assertEquals(codec.info(bytes).pack(), format.getProperty("nacre.pack"));
        try (AudioInputStream pcm = reader.getAudioInputStream(new ByteArrayInputStream(bytes))) {
            assertTrue(pcm.getFormat().matches(format.getFormat()));
            assertEquals(
                    type == SampleType.FLOAT_32 ? Encoding.PCM_FLOAT : Encoding.PCM_SIGNED,
                    pcm.getFormat().getEncoding());
            assertEquals(bits, pcm.getFormat().getSampleSizeInBits());
            assertEquals(3 * RATE, pcm.getFrameLength());
            assertEquals(3 * RATE * 2 * bits / 8, pcm.readAllBytes().length);
        }
    }

    @Test
    void skipSeeks() throws Exception {
        byte[] all;
        try (AudioInputStream pcm = reader.getAudioInputStream(new ByteArrayInputStream(file))) {
            all = pcm.readAllBytes();
        }
        long seed = 8;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 6; i++) {
            try (AudioInputStream pcm = reader.getAudioInputStream(new ByteArrayInputStream(file))) {
                int from = 4 * random.nextInt(3 * RATE - 500);
                assertEquals(from, pcm.skip(from));
                byte[] part = pcm.readNBytes(400);
                for (int k = 0; k < 400; k += 2) {
                    int expected = (short) ((all[from + k] & 0xFF) | (all[from + k + 1] << 8));
                    int actual = (short) ((part[k] & 0xFF) | (part[k + 1] << 8));
                    assertEquals(expected, actual, 1, "seed " + seed + ", byte " + (from + k));
                }
            }
        }
    }

    @Test
    void filesAndUrls() throws Exception {
        File sound = Files.write(folder.resolve("a.nacre"), file).toFile();
        assertEquals(file.length, reader.getAudioFileFormat(sound).getByteLength());
        assertEquals(3 * RATE, reader.getAudioFileFormat(sound.toURI().toURL()).getFrameLength());
        byte[] fromStream;
        try (AudioInputStream pcm = reader.getAudioInputStream(new ByteArrayInputStream(file))) {
            fromStream = pcm.readAllBytes();
        }
        try (AudioInputStream pcm = reader.getAudioInputStream(sound)) {
            assertArrayEquals(fromStream, pcm.readAllBytes());
        }
        try (AudioInputStream pcm = reader.getAudioInputStream(sound.toURI().toURL())) {
            assertArrayEquals(fromStream, pcm.readAllBytes());
        }
    }

    /** Notes that it was closed. */
    private static final class Watched extends FilterInputStream {
        private boolean closed;

        Watched(InputStream in) {
            super(in);
        }

        @Override
        public void close() throws IOException {
            closed = true;
            super.close();
        }
    }

    @Test
    void probingLeavesStreamsWhereTheyStood() throws Exception {
        byte[] picture = codec.encode(Picture.of(64, 64, 3, CodecFixture.bytes(64, 64, 3)), CodecFixture.PICTURE);
        byte[] noise = new byte[5000];
        new SplittableRandom(4).nextBytes(noise);
        for (byte[] bytes : new byte[][] {picture, noise, new byte[0], Arrays.copyOf(file, 7)}) {
            ByteArrayInputStream in = new ByteArrayInputStream(bytes);
            assertThrows(UnsupportedAudioFileException.class, () -> reader.getAudioInputStream(in));
            assertThrows(UnsupportedAudioFileException.class, () -> reader.getAudioFileFormat(in));
            assertArrayEquals(bytes, in.readAllBytes());
        }
        ByteArrayInputStream in = new ByteArrayInputStream(file);
        reader.getAudioFileFormat(in);
        Watched watched = new Watched(in);
        try (AudioInputStream pcm = reader.getAudioInputStream(watched)) {
            assertEquals(3 * RATE, pcm.getFrameLength());
            assertFalse(watched.closed);
        }
        assertTrue(watched.closed);
        InputStream unmarkable = new FilterInputStream(new ByteArrayInputStream(file)) {
            @Override
            public boolean markSupported() {
                return false;
            }
        };
        assertThrows(UnsupportedAudioFileException.class, () -> reader.getAudioInputStream(unmarkable));
        assertEquals(file.length, unmarkable.readAllBytes().length);
    }

    @Test
    void damageIsAnException() throws Exception {
        byte[] damaged = file.clone();
        damaged[file.length - 20] ^= 1;
        assertThrows(
                IOException.class,
                () -> reader.getAudioInputStream(new ByteArrayInputStream(damaged))
                        .readAllBytes());
        byte[] cut = Arrays.copyOf(file, file.length / 2);
        assertThrows(InvalidFileException.class, () -> reader.getAudioInputStream(new ByteArrayInputStream(cut)));
    }

    @Test
    void writerMakesWhatTheCodecMakes() throws Exception {
        NacreAudioFileWriter writer = new NacreAudioFileWriter(codec);
        byte[] pcm = new byte[2 * 20000];
        new SplittableRandom(9).nextBytes(pcm);
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        NacreFileType type = NacreFileType.of(CodecFixture.SOUND);
        byte[] expected = codec.encode(
                new AudioInputStream(new ByteArrayInputStream(pcm), format, 20000), CodecFixture.SOUND, new Monitor());
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, 20000);
        assertEquals(expected.length, writer.write(stream, type, out));
        assertArrayEquals(expected, out.toByteArray());
        File target = folder.resolve("b.nacre").toFile();
        AudioInputStream again = new AudioInputStream(new ByteArrayInputStream(pcm), format, 20000);
        assertEquals(expected.length, writer.write(again, type, target));
        assertArrayEquals(expected, Files.readAllBytes(target.toPath()));
        assertThrows(
                IllegalArgumentException.class,
                () -> writer.write(again, AudioFileFormat.Type.WAVE, new ByteArrayOutputStream()));
        AudioFormat strange = new AudioFormat(new Encoding("MPEG1L3"), RATE, 16, 1, 2, RATE, false);
        AudioInputStream foreign = new AudioInputStream(new ByteArrayInputStream(pcm), strange, 20000);
        assertEquals(0, writer.getAudioFileTypes(foreign).length);
    }

    @Test
    void javaSoundFindsBoth() throws Exception {
        AudioFormat format = new AudioFormat(RATE, 16, 1, true, false);
        byte[] pcm = new byte[2 * RATE];
        AudioInputStream silence = new AudioInputStream(new ByteArrayInputStream(pcm), format, RATE);
        assertTrue(AudioSystem.isFileTypeSupported(NacreFileType.DEFAULT, silence));
        File target = folder.resolve("c.nacre").toFile();
        assertTrue(AudioSystem.write(silence, NacreFileType.of(SoundSettings.ofQuality(30)), target) > 0);
        SoundInfo info = assertInstanceOf(SoundInfo.class, codec.info(target.toPath()));
        assertEquals(30, info.quality(), 0.05);
        try (AudioInputStream back = AudioSystem.getAudioInputStream(target)) {
            assertEquals(RATE, back.getFrameLength());
            assertEquals(2 * RATE, back.readAllBytes().length);
        }
        assertEquals("NACRE", AudioSystem.getAudioFileFormat(target).getType().toString());
    }

    @ParameterizedTest
    @CsvSource({"PCM_SIGNED, 16", "PCM_SIGNED, 24", "PCM_SIGNED, 32", "PCM_FLOAT, 32", "PCM_FLOAT, 64", "ULAW, 8"})
    void othersAreNotDisturbed(String encoding, int bits) throws Exception {
        AudioFormat format = new AudioFormat(new Encoding(encoding), RATE, bits, 2, bits / 4, RATE, false);
        byte[] samples = new byte[bits / 4 * 1000];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (byte) (i % 61); // small positive numbers, also as floats
        }
        File wav = folder.resolve("a.wav").toFile();
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(samples), format, 1000), AudioFileFormat.Type.WAVE, wav);
        try (AudioInputStream back = AudioSystem.getAudioInputStream(wav)) {
            assertTrue(back.getFormat().matches(format), back.getFormat().toString());
            assertArrayEquals(samples, back.readAllBytes());
        }
        assertEquals(
                AudioFileFormat.Type.WAVE, AudioSystem.getAudioFileFormat(wav).getType());
    }
}
