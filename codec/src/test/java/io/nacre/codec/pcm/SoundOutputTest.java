package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SoundOutputTest {
    static Stream<Arguments> formats() {
        return Stream.of(SampleEncoding.INT_16, SampleEncoding.INT_24, SampleEncoding.FLOAT_32)
                .flatMap(encoding -> Stream.of(1, 2, 3, 255).map(channels -> Arguments.of(encoding, channels)));
    }

    /** Samples that the encoding holds exactly. */
    private static float[] exact(SampleEncoding encoding, int count, SplittableRandom random) {
        float[] samples = new float[count];
        for (int i = 0; i < count; i++) {
            samples[i] = encoding.floating()
                    ? (float) (3 * random.nextDouble() - 1.5)
                    : Math.scalb(random.nextInt() >> (32 - encoding.bits()), 1 - encoding.bits());
        }
        return samples;
    }

    private static byte[] write(SoundFormat format, float[] samples, OptionalLong frames) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SoundOutput sound = SoundOutput.open(out, format, frames)) {
            int count = samples.length / format.channels();
            int first = count / 3;
            sound.write(samples, 0, first);
            sound.write(samples, first * format.channels(), count - first);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @MethodSource("formats")
    void whatIsWrittenIsReadAgain(SampleEncoding encoding, int channels) throws IOException {
        SoundFormat format = new SoundFormat(44_100, channels, encoding);
        int count = 40_001 / channels;
        float[] samples = exact(encoding, count * channels, new SplittableRandom(channels));
        for (OptionalLong frames : List.of(OptionalLong.of(count), OptionalLong.empty())) {
            Frames read = Frames.of(write(format, samples, frames), 1000);
            assertEquals(format, read.format());
            assertArrayEquals(samples, read.samples());
            assertEquals(List.of(), read.warnings());
        }
    }

    /** The JDK's reader as a witness. */
    @ParameterizedTest
    @MethodSource("formats")
    void otherProgramsReadIt(SampleEncoding encoding, int channels) throws IOException, UnsupportedAudioFileException {
        SoundFormat format = new SoundFormat(48_000, channels, encoding);
        float[] samples = exact(encoding, 100 * channels, new SplittableRandom(channels));
        byte[] file = write(format, samples, OptionalLong.of(100));
        AudioInputStream in = AudioSystem.getAudioInputStream(new ByteArrayInputStream(file));
        AudioFormat read = in.getFormat();
        assertEquals(channels, read.getChannels());
        assertEquals(48_000, read.getSampleRate());
        assertEquals(encoding.bits(), read.getSampleSizeInBits());
        assertEquals(100, in.getFrameLength());
        boolean floating = read.getEncoding().equals(AudioFormat.Encoding.PCM_FLOAT);
        assertEquals(encoding.floating(), floating);
        ByteBuffer bytes = ByteBuffer.wrap(in.readAllBytes()).order(ByteOrder.LITTLE_ENDIAN);
        int size = encoding.bits() / 8;
        for (int i = 0; i < samples.length; i++) {
            float sample = floating
                    ? bytes.getFloat(size * i)
                    : size == 2
                            ? bytes.getShort(size * i) / 32768f
                            : (bytes.getShort(size * i + 1) << 8 | (bytes.get(size * i) & 0xFF)) / 8388608f;
            assertEquals(samples[i], sample, "sample " + i);
        }
    }

    @Test
    void theHeaderOfAKnownLengthIsTheShortestThereIs() throws IOException {
        byte[] file = write(new SoundFormat(16_000, 1, SampleEncoding.INT_16), new float[3], OptionalLong.of(3));
        byte[] expected = FileBytes.littleEndian()
                .text("RIFF")
                .number(4, 36 + 6)
                .text("WAVE")
                .fmt(1, 1, 16_000, 16)
                .chunk("data", new byte[6])
                .toArray();
        assertArrayEquals(expected, file);
    }

    @Test
    void dataOfOddLengthIsPadded() throws IOException {
        byte[] file = write(new SoundFormat(16_000, 1, SampleEncoding.INT_24), new float[3], OptionalLong.of(3));
        byte[] expected = FileBytes.littleEndian()
                .text("RIFF")
                .number(4, 36 + 10)
                .text("WAVE")
                .fmt(1, 1, 16_000, 24)
                .chunk("data", new byte[9])
                .toArray();
        assertArrayEquals(expected, file);
    }

    @Test
    void anUnknownLengthSaysSo() throws IOException {
        byte[] file = write(new SoundFormat(16_000, 1, SampleEncoding.INT_16), new float[3], OptionalLong.empty());
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(-1, bytes.getInt(4));
        assertEquals(-1, bytes.getInt(40));
    }

    @ParameterizedTest
    @CsvSource({
        "16, 1.0, 32767, 1",
        "16, -1.0, -32768, 0",
        "16, 0.99998, 32767, 0",
        "16, 0.99999, 32767, 1",
        "16, 1e30, 32767, 1",
        "16, -1e30, -32768, 1",
        "16, -1.00001, -32768, 0",
        "16, -1.0001, -32768, 1",
        "16, 0.000016, 1, 0",
        "16, 0.000015, 0, 0",
        "16, -0.000016, -1, 0",
        "24, 1.0, 8388607, 1",
        "24, -1.0, -8388608, 0",
        "24, 2e-7, 2, 0",
        "24, -2, -8388608, 1"
    })
    void integersAreRoundedAndClipped(int bits, float sample, int value, int clipped) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        SoundFormat format = new SoundFormat(16_000, 1, new SampleEncoding(false, bits));
        try (SoundOutput sound = SoundOutput.open(out, format, OptionalLong.of(1))) {
            sound.write(new float[] {sample}, 0, 1);
            assertEquals(clipped, sound.clipped());
        }
        assertEquals(value, Math.round(Math.scalb(Frames.of(out.toByteArray()).samples()[0], bits - 1)));
    }

    @Test
    void floatsAreNeverClipped() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        float[] samples = {4.5f, -1e30f};
        SoundFormat format = new SoundFormat(16_000, 2, SampleEncoding.FLOAT_32);
        try (SoundOutput sound = SoundOutput.open(out, format, OptionalLong.of(1))) {
            sound.write(samples, 0, 1);
            assertEquals(0, sound.clipped());
        }
        assertArrayEquals(samples, Frames.of(out.toByteArray()).samples());
    }

    @Test
    void lengthsAreFilledInWhereTheChannelAllowsIt(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sound.wav");
        SoundFormat format = new SoundFormat(16_000, 1, SampleEncoding.INT_24);
        float[] samples = exact(SampleEncoding.INT_24, 5, new SplittableRandom(3));
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.wrap(new byte[10])); // something else before the sound
            try (SoundOutput sound = SoundOutput.open(channel, format)) {
                sound.write(samples, 0, 5);
                byte[] unfinished = Files.readAllBytes(file);
                Frames read = Frames.of(Arrays.copyOfRange(unfinished, 10, unfinished.length));
                assertArrayEquals(samples, read.samples());
                assertEquals(List.of(), read.warnings());
            }
            assertEquals(Files.size(file), channel.position());
        }
        byte[] bytes = Files.readAllBytes(file);
        byte[] wav = Arrays.copyOfRange(bytes, 10, bytes.length);
        assertEquals(
                wav.length - 8,
                ByteBuffer.wrap(wav).order(ByteOrder.LITTLE_ENDIAN).getInt(4));
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(wav), "FILE")) {
            assertEquals(OptionalLong.of(5), in.declaredFrames());
            assertArrayEquals(samples, Frames.of(in, 2).samples());
        }
    }

    /** Sizes of 32 bits end between these numbers of stereo frames; what follows them goes into 64 bits. */
    @ParameterizedTest
    @CsvSource({"1073741800, false", "1073741820, true", "1099511627776, true"})
    void beyondFourGibibytesItIsRf64(long frames, boolean rf64) throws IOException {
        SoundFormat format = new SoundFormat(48_000, 2, SampleEncoding.INT_16);
        WavHeader header = new WavHeader(format, true);
        byte[] bytes = header.bytes(frames);
        assertEquals(header.bytes(WavHeader.UNKNOWN).length, bytes.length);
        ByteBuffer fields = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(rf64 ? "RF64" : "RIFF", new String(bytes, 0, 4, ISO_8859_1));
        assertEquals(rf64 ? "ds64" : "JUNK", new String(bytes, 12, 4, ISO_8859_1));
        if (rf64) {
            assertEquals(-1, fields.getInt(4));
            assertEquals(bytes.length - 8 + 4 * frames, fields.getLong(20));
            assertEquals(4 * frames, fields.getLong(28));
            assertEquals(frames, fields.getLong(36));
            assertEquals(-1, fields.getInt(bytes.length - 4));
        } else {
            assertEquals(bytes.length - 8 + 4 * frames, Integer.toUnsignedLong(fields.getInt(4)));
            assertEquals(4 * frames, Integer.toUnsignedLong(fields.getInt(bytes.length - 4)));
        }
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(bytes), "FILE")) {
            assertEquals(OptionalLong.of(frames), in.declaredFrames());
        }
        byte[] stream = new WavHeader(format, false).bytes(frames);
        assertEquals(rf64 ? bytes.length : 44, stream.length);
    }

    @Test
    void promisesAreKept() throws IOException {
        SoundFormat format = new SoundFormat(16_000, 1, SampleEncoding.INT_16);
        SoundOutput sound = SoundOutput.open(new ByteArrayOutputStream(), format, OptionalLong.of(5));
        sound.write(new float[4], 0, 4);
        assertThrows(IllegalStateException.class, () -> sound.write(new float[4], 0, 2));
        assertThrows(IndexOutOfBoundsException.class, () -> sound.write(new float[4], 4, 1));
        IOException e = assertThrows(IOException.class, sound::close);
        assertTrue(e.getMessage().contains("has 4 frames, its header says 5"), e.getMessage());
        sound.close(); // has no further effect
        assertThrows(
                IllegalArgumentException.class,
                () -> SoundOutput.open(new ByteArrayOutputStream(), format, OptionalLong.of(-1)));
        SoundFormat wide = new SoundFormat(16_000, 1, SampleEncoding.FLOAT_64);
        assertThrows(
                IllegalArgumentException.class,
                () -> SoundOutput.open(new ByteArrayOutputStream(), wide, OptionalLong.empty()));
    }
}
