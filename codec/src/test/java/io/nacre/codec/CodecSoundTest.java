package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sounds through the public interface. */
class CodecSoundTest {
    private static final int RATE = 22_050;

    @TempDir
    private static Path packs;

    private static Codec codec;
    private static byte[] file;
    private static float[] decoded;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() throws IOException {
        codec = CodecFixture.tiny(packs).build();
        Sound sound = Sound.of(RATE, 2, CodecFixture.tones(RATE, 2, 4 * RATE + 123));
        file = codec.encode(sound, CodecFixture.SOUND.withSampleType(SampleType.INT_24));
        decoded = codec.openSound(file).decode().samples();
    }

    @AfterAll
    static void close() {
        codec.close();
    }

    @Test
    void arraysThereAndBack() throws IOException {
        Sound sound = codec.openSound(file).decode();
        assertEquals(RATE, sound.sampleRate());
        assertEquals(2, sound.channels());
        assertEquals(4 * RATE + 123, sound.frames());
        double power = 0;
        for (float sample : sound.samples()) {
            power += sample * sample;
        }
        assertTrue(power / sound.samples().length > 1e-4, "there is sound in it");

        short[] shorts = sound.shorts();
        byte[] of16 = codec.encode(Sound.of(RATE, 2, shorts), CodecFixture.SOUND);
        assertEquals(SampleType.INT_16, codec.openSound(of16).info().sampleType());
        float[] same = new float[shorts.length];
        for (int i = 0; i < same.length; i++) {
            same[i] = shorts[i] / 32768f;
        }
        SoundSettings offered16 = CodecFixture.SOUND.withSampleType(SampleType.INT_16);
        assertArrayEquals(of16, codec.encode(Sound.of(RATE, 2, same), offered16));
    }

    @Test
    void infoDecodesNothing() throws IOException {
        try (Codec other = Codec.builder().threads(1).build()) { // does not have the pack that the file needs
            SoundInfo info = assertInstanceOf(SoundInfo.class, other.info(file));
            assertEquals(RATE, info.sampleRate());
            assertEquals(2, info.channels());
            assertEquals(4 * RATE + 123, info.frames());
            assertEquals(SampleType.INT_24, info.sampleType());
            assertEquals(1, info.groupSeconds());
            assertEquals(60, info.quality(), 0.05);
            assertEquals(8.0 * file.length / info.seconds() / 1000, info.kbps(), 1e-9);
            assertThrows(ModelUnavailableException.class, other.openSound(file)::stream);
        }
    }

    @Test
    void seekingGivesTheSamplesOfTheWhole() throws IOException {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        try (SoundStream sound = codec.openSound(file).stream()) {
            assertEquals(4L * RATE + 123, sound.frames());
            for (int i = 0; i < 12; i++) {
                int at = random.nextInt((int) sound.frames());
                int count = random.nextInt(1, 3000);
                sound.seek(at);
                assertEquals(at, sound.position());
                float[] part = new float[2 * count];
                int n = sound.read(part, 0, count);
                assertTrue(n >= 1 && n <= count);
                assertEquals(at + n, sound.position());
                for (int k = 0; k < 2 * n; k++) {
                    assertEquals(decoded[2 * at + k], part[k], 1e-4, "seed " + seed + ", sample " + (2 * at + k));
                }
            }
            sound.seek(sound.frames());
            assertEquals(-1, sound.read(new float[2], 0, 1));
            assertThrows(IllegalArgumentException.class, () -> sound.seek(sound.frames() + 1));
            assertThrows(IllegalArgumentException.class, () -> sound.seek(-1));
        }
        SoundStream ended = codec.openSound(file).stream();
        ended.close();
        assertThrows(IllegalStateException.class, () -> ended.read(new float[2], 0, 1));
    }

    @Test
    void javaSoundStreamHasTheSameSamples() throws IOException {
        try (AudioInputStream pcm = codec.openSound(file).stream().toAudioInputStream()) {
            AudioFormat format = pcm.getFormat();
            assertEquals(Encoding.PCM_SIGNED, format.getEncoding());
            assertEquals(24, format.getSampleSizeInBits());
            assertEquals(6, format.getFrameSize());
            assertEquals(decoded.length / 2, pcm.getFrameLength());
            byte[] head = pcm.readNBytes(6 * 1000);
            compare(head, 0);
            long skipped = pcm.skip(6L * 2 * RATE + 5); // not a whole frame
            assertEquals(6L * 2 * RATE, skipped);
            compare(pcm.readNBytes(6 * 777), 1000 + 2 * RATE);
            int left = decoded.length / 2 - 1777 - 2 * RATE;
            assertEquals(6 * left, pcm.available());
            assertEquals(6 * left, pcm.readAllBytes().length);
            assertEquals(-1, pcm.read(new byte[60]));
            assertEquals(0, pcm.skip(60));
        }
    }

    /** 24 bits, little-endian. */
    private static void compare(byte[] bytes, int frame) {
        for (int i = 0; i < bytes.length / 3; i++) {
            int value = bytes[3 * i + 2] << 16 | (bytes[3 * i + 1] & 0xFF) << 8 | (bytes[3 * i] & 0xFF);
            assertEquals(decoded[2 * frame + i], value / 8388608f, 1e-4, "sample " + i + " from frame " + frame);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PCM_SIGNED, 16, true, INT_16",
        "PCM_SIGNED, 16, false, INT_16",
        "PCM_SIGNED, 24, false, INT_24",
        "PCM_SIGNED, 32, true, INT_24",
        "PCM_UNSIGNED, 8, false, INT_16",
        "PCM_FLOAT, 32, false, FLOAT_32",
        "PCM_FLOAT, 64, true, FLOAT_32",
        "ULAW, 8, false, INT_16",
        "ALAW, 8, false, INT_16"
    })
    void javaSoundFormats(String encoding, int bits, boolean bigEndian, SampleType offered) throws IOException {
        AudioFormat format = new AudioFormat(new Encoding(encoding), 16000, bits, 1, bits / 8, 16000, bigEndian);
        byte[] silence = new byte[bits / 8 * 16000];
        if (encoding.equals("PCM_UNSIGNED")) {
            Arrays.fill(silence, (byte) 128);
        }
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(silence), format, 16000);
        SoundInfo info = codec.openSound(codec.encode(stream, CodecFixture.SOUND, new Monitor()))
                .info();
        assertEquals(16000, info.frames());
        assertEquals(offered, info.sampleType());
    }

    @Test
    void javaSoundFormatsThatCannotBeRead() {
        AudioFormat strange = new AudioFormat(new Encoding("MPEG1L3"), 16000, 16, 1, 2, 16000, false);
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(new byte[100]), strange, 50);
        assertThrows(UnsupportedMediaException.class, () -> codec.encode(stream, CodecFixture.SOUND, new Monitor()));
        AudioFormat odd = new AudioFormat(22050.5f, 16, 1, true, false);
        AudioInputStream other = new AudioInputStream(new ByteArrayInputStream(new byte[100]), odd, 50);
        assertThrows(UnsupportedMediaException.class, () -> codec.encode(other, CodecFixture.SOUND, new Monitor()));
    }

    @Test
    void filesThereAndBack() throws Exception {
        Path wav = folder.resolve("a.wav");
        Path nacre = folder.resolve("a.nacre");
        AudioFormat format = new AudioFormat(16000, 16, 1, true, false);
        byte[] pcm = new byte[2 * 20000];
        new SplittableRandom(3).nextBytes(pcm);
        AudioSystem.write(
                new AudioInputStream(new ByteArrayInputStream(pcm), format, 20000),
                AudioFileFormat.Type.WAVE,
                wav.toFile());
        codec.encodeSound(wav, nacre, CodecFixture.SOUND, new Monitor());
        AudioInputStream stream = new AudioInputStream(new ByteArrayInputStream(pcm), format, 20000);
        assertArrayEquals(Files.readAllBytes(nacre), codec.encode(stream, CodecFixture.SOUND, new Monitor()));

        Path out = folder.resolve("b.wav");
        codec.openSound(nacre).write(out, new Monitor());
        try (AudioInputStream back = AudioSystem.getAudioInputStream(out.toFile())) {
            assertEquals(20000, back.getFrameLength());
            assertEquals(16, back.getFormat().getSampleSizeInBits());
        }
    }

    @Test
    void samplesMustBeFinite() {
        float[] samples = new float[16000];
        samples[777] = Float.NaN;
        UnsupportedMediaException e = assertThrows(
                UnsupportedMediaException.class, () -> codec.encode(Sound.of(16000, 2, samples), CodecFixture.SOUND));
        assertTrue(e.getMessage().contains("frame 388, channel 1"), e.getMessage());
        assertThrows(IllegalArgumentException.class, () -> Sound.of(16000, 2, new float[3]));
        assertThrows(IllegalArgumentException.class, () -> Sound.of(16000, 1, new float[0]));
    }

    @Test
    void damageIsNamed() throws IOException {
        byte[] damaged = file.clone();
        damaged[file.length * 3 / 4] ^= 1;
        InvalidFileException e = assertThrows(
                InvalidFileException.class, () -> codec.openSound(damaged).decode());
        assertTrue(e.getMessage().contains("TILE"), e.getMessage());
    }

    @Test
    void salvageKeepsTheLength() throws IOException {
        byte[] damaged = file.clone();
        for (int i = 0; i < 8; i++) {
            damaged[file.length / 2 + i] ^= (byte) 0xA5;
        }
        SoundFile left = codec.salvageSound(damaged);
        assertTrue(left.problems().toString().contains("TILE"), left.problems()::toString);
        float[] salvaged = left.decode().samples();
        assertEquals(decoded.length, salvaged.length);
        for (int i = 0; i < RATE; i++) {
            assertEquals(decoded[i], salvaged[i], 1e-4, "sample " + i + ", far before the damage");
        }
        assertThrows(InvalidFileException.class, () -> codec.salvagePicture(file));
    }
}
