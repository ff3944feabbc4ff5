package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever bytes a file holds, it is read or refused in one sentence. */
class DamagedSoundTest {
    static Stream<Named<byte[]>> files() throws IOException {
        return Stream.of(
                Named.of("WAV", wav(SampleEncoding.INT_16)),
                Named.of("extensible WAV", wav(SampleEncoding.INT_24)),
                Named.of("float WAV", wav(SampleEncoding.FLOAT_32)),
                Named.of("RF64", rf64()),
                Named.of("AIFF", byJdk(AudioFileFormat.Type.AIFF)),
                Named.of("AU", byJdk(AudioFileFormat.Type.AU)),
                Named.of("FLAC", resource("mono16.flac")),
                Named.of("stereo FLAC", resource("stereo24.flac")));
    }

    private static byte[] wav(SampleEncoding encoding) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int channels = encoding.bits() == 24 ? 3 : 1;
        try (SoundOutput sound =
                SoundOutput.open(out, new SoundFormat(8000, channels, encoding), OptionalLong.of(50))) {
            sound.write(new float[50 * channels], 0, 50);
        }
        return out.toByteArray();
    }

    private static byte[] rf64() {
        byte[] header = new WavHeader(new SoundFormat(8000, 1, SampleEncoding.INT_16), true).bytes(1L << 33);
        return Arrays.copyOf(header, header.length + 100);
    }

    private static byte[] byJdk(AudioFileFormat.Type type) throws IOException {
        AudioFormat format = new AudioFormat(8000, 16, 1, true, true);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        AudioSystem.write(new AudioInputStream(new ByteArrayInputStream(new byte[100]), format, 50), type, out);
        return out.toByteArray();
    }

    private static byte[] resource(String name) {
        try (InputStream in = DamagedSoundTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesCutAtAnyLengthAreReadOrRefused(byte[] file) throws IOException {
        int whole = Frames.of(file).count();
        for (int length = 0; length < file.length; length++) {
            String what = "cut at " + length;
            int frames = frames(Arrays.copyOf(file, length), what);
            assertTrue(frames <= whole, what + ": " + frames + " frames of " + whole);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void filesWithWrongBytesAreReadOrRefused(byte[] file) {
        long seed = Arrays.hashCode(file);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            byte[] damaged = file.clone();
            int range = round % 4 == 0 ? file.length : Math.min(120, file.length);
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            frames(damaged, "seed " + seed + ", round " + round);
        }
    }

    /** Frames that a file gives, 0 if it is refused; anything but an exception of one line fails the test. */
    private static int frames(byte[] file, String what) {
        try {
            Frames frames = Frames.of(file, 1000);
            for (String warning : frames.warnings()) {
                assertEquals(1, warning.lines().count(), what + ": " + warning);
            }
            for (float sample : frames.samples()) {
                assertTrue(Float.isFinite(sample), what + ": " + sample);
            }
            return frames.count();
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("FILE: "), what + ": " + e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
            return 0;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }
}
