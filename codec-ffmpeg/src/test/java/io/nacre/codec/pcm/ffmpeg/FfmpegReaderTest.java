package io.nacre.codec.pcm.ffmpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.UnsupportedSoundException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegReaderTest {
    private static final int RATE = 44_100;
    private static final int COUNT = 100_000;
    private static final SoundFormat STEREO = new SoundFormat(RATE, 2, SampleEncoding.INT_16);

    @TempDir
    private static Path folder;

    private static float[] original; // as 16 bits hold it

    /** Two different tones that swell: any lag between what was written and read would show. */
    @BeforeAll
    static void writeOriginal() throws IOException {
        float[] samples = new float[2 * COUNT];
        for (int i = 0; i < COUNT; i++) {
            double swell = 0.2 + 0.2 * Math.sin(i * 1.1e-4);
            samples[2 * i] = (float) (swell * Math.sin(i * (0.03 + i * 1e-7)));
            samples[2 * i + 1] = (float) (swell * Math.sin(i * (0.11 - i * 1e-7)));
        }
        Path wav = folder.resolve("original.wav");
        Ffmpeg.writeWav(wav, STEREO, samples);
        try (SoundInput in = SoundInput.open(wav)) {
            original = Ffmpeg.samples(in, COUNT);
        }
    }

    /** The original in another format. */
    private static Path coded(String name, String... options) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        if (!Files.exists(file)) {
            Ffmpeg.encode(folder.resolve("original.wav"), file, options);
        }
        return file;
    }

    @ParameterizedTest
    @CsvSource({
        "alac.m4a, alac, mov, 16",
        "a.wv, wavpack, wv, 16",
        "a.tta, tta, tta, 16",
        "flac.ogg, flac, ogg, 16",
        "a.caf, pcm_s24be, caf, 24",
        "a.mka, pcm_f32le, matroska, 32"
    })
    void losslessFormatsGiveTheSameSamples(String name, String codec, String container, int bits)
            throws IOException, InterruptedException {
        try (SoundInput in = SoundInput.open(coded(name, "-c:a", codec))) {
            assertEquals(container, in.container());
            assertEquals(new SoundFormat(RATE, 2, new SampleEncoding(bits == 32, bits)), in.format());
            assertArrayEquals(original, Ffmpeg.samples(in, 4999));
            assertEquals(List.of(), in.warnings());
        }
    }

    /** What encoders put before and behind the sound is taken away, as far as the format tells how much it is. */
    @ParameterizedTest
    @CsvSource({"a.mp3, libmp3lame, mp3, 0", "a.m4a, aac, mov, 1024", "a.mp4, aac, mov, 1024", "a.aac, aac, aac, 3072"})
    void lossyFormatsKeepRateChannelsAndTime(String name, String codec, String container, int excess)
            throws IOException, InterruptedException {
        try (SoundInput in = SoundInput.open(coded(name, "-c:a", codec, "-b:a", "192k"))) {
            assertEquals(container, in.container());
            assertEquals(new SoundFormat(RATE, 2, SampleEncoding.FLOAT_32), in.format());
            float[] samples = Ffmpeg.samples(in, 4999);
            assertTrue(samples.length >= 2 * COUNT && samples.length <= 2 * (COUNT + excess), samples.length / 2 + "");
            int lag = name.endsWith(".aac") ? 1024 : 0; // which the header of no ADTS says
            assertTrue(noise(samples, lag) < 0.06, "noise " + noise(samples, lag));
            assertEquals(List.of(), in.warnings());
        }
    }

    /** RMS of the difference to the original, relative to that. */
    private static double noise(float[] samples, int lag) {
        double error = 0;
        double energy = 0;
        for (int i = 0; i < 2 * (COUNT - lag); i++) {
            double difference = samples[i + 2 * lag] - original[i];
            error += difference * difference;
            energy += original[i] * original[i];
        }
        return Math.sqrt(error / energy);
    }

    @ParameterizedTest
    @CsvSource({"a.opus, libopus, 48000", "a.ogg, vorbis, 44100", "a.mp3, libmp3lame, 44100", "a.mka, ac3, 44100"})
    void samplesAreThoseOfTheProgram(String name, String codec, int rate) throws IOException, InterruptedException {
        Path file = coded("program-" + name, "-c:a", codec);
        Path wav = folder.resolve(name + ".wav");
        Ffmpeg.encode(file, wav, "-c:a", "pcm_f32le");
        try (SoundInput in = SoundInput.open(file);
                SoundInput program = SoundInput.open(wav)) {
            assertEquals(new SoundFormat(rate, 2, SampleEncoding.FLOAT_32), in.format());
            assertEquals(program.format(), in.format());
            float[] samples = Ffmpeg.samples(in, 777);
            assertEquals((double) COUNT * rate / RATE, samples.length / 2, 1536);
            assertArrayEquals(Ffmpeg.samples(program, 1000), samples);
        }
    }

    @ParameterizedTest
    @CsvSource({"a.mp3, libmp3lame", "a.ogg, vorbis", "flac.ogg, flac", "a.aac, aac"})
    void aPipeGivesTheSameSound(String name, String codec) throws IOException, InterruptedException {
        Path file = coded(name, "-c:a", codec, "-b:a", "192k");
        float[] expected;
        try (SoundInput in = SoundInput.open(file)) {
            expected = Ffmpeg.samples(in, 1000);
        }
        try (SoundInput in = SoundInput.open(Files.newInputStream(file), "PIPE")) {
            float[] samples = Ffmpeg.samples(in, 1000);
            assertArrayEquals(expected, Arrays.copyOf(samples, expected.length));
            assertEquals(expected.length, samples.length, 2 * 1152); // the length of an MP3 comes last
        }
    }

    @Test
    void whatNeedsToBeAFileIsSaid() throws IOException, InterruptedException {
        byte[] file = Files.readAllBytes(coded("a.m4a", "-c:a", "aac", "-b:a", "192k"));
        String message = assertThrows(IOException.class, () -> SoundInput.open(new ByteArrayInputStream(file), "PIPE"))
                .getMessage();
        assertTrue(message.startsWith("PIPE: the M4A data is damaged, or needs to be a file"), message);
    }

    @Test
    void filesWithoutSoundAreRefused() throws IOException {
        byte[] noise = new byte[5000];
        new SplittableRandom(3).nextBytes(noise);
        for (String head : List.of("OggS", "wvpk", "\0\0\0\34ftypM4A \0\0\2\0", "ID3\4\0\0\0\0\0\5xxxxx", "MAC ")) {
            byte[] file = noise.clone();
            System.arraycopy(head.getBytes(StandardCharsets.ISO_8859_1), 0, file, 0, head.length());
            String message = assertThrows(
                            IOException.class, () -> SoundInput.open(new ByteArrayInputStream(file), "FILE"), head)
                    .getMessage();
            assertTrue(message.startsWith("FILE: ") && message.lines().count() == 1, message);
        }
    }

    /** A file that ends early gives what it holds, and says so where its header tells. */
    @ParameterizedTest
    @CsvSource({"a.mp3, libmp3lame, true", "a.opus, libopus, false", "cut.m4a, aac, true", "a.tta, tta, true"})
    void filesThatAreCutGiveTheirBeginning(String name, String codec, boolean told)
            throws IOException, InterruptedException {
        Path whole = coded(name, "-c:a", codec, "-b:a", "192k", "-movflags", "faststart");
        byte[] bytes = Files.readAllBytes(whole);
        Path cut = folder.resolve("cut-" + name);
        Files.write(cut, Arrays.copyOf(bytes, bytes.length / 2));
        try (SoundInput in = SoundInput.open(cut)) {
            int count = Ffmpeg.samples(in, 1000).length / 2;
            assertTrue(count > COUNT / 4 && count < COUNT * 3 / 4, count + " frames");
            assertEquals(told, !in.warnings().isEmpty(), in.warnings().toString());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a.mp3, libmp3lame",
        "a.ogg, vorbis",
        "a.opus, libopus",
        "cut.m4a, aac",
        "alac.m4a, alac",
        "a.wv, wavpack",
        "a.mka, pcm_f32le",
        "a.caf, pcm_s24be"
    })
    void filesWithWrongBytesAreReadOrRefused(String name, String codec) throws IOException, InterruptedException {
        byte[] file = Files.readAllBytes(coded(name, "-c:a", codec, "-movflags", "faststart"));
        long seed = name.hashCode();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 12; round++) {
            byte[] damaged = file.clone();
            int range = round % 2 == 0 ? file.length : Math.min(1000, file.length);
            for (int changes = 1 + random.nextInt(10); changes > 0; changes--) {
                damaged[4 + random.nextInt(range - 4)] = (byte) random.nextInt(256);
            }
            Path target = folder.resolve("damaged");
            Files.write(target, damaged);
            String what = name + ", seed " + seed + ", round " + round;
            try (SoundInput in = SoundInput.open(target)) {
                float[] samples = Ffmpeg.samples(in, 5000);
                assertTrue(samples.length <= 100L * original.length, what + ": " + samples.length);
                for (float sample : samples) {
                    assertTrue(Float.isFinite(sample), what);
                }
            } catch (IOException e) {
                assertTrue(e.getMessage().startsWith(target + ": "), what + ": " + e.getMessage());
                assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
            }
        }
    }

    /** Native callbacks are few; they serve any number of files. */
    @Test
    void manyFilesAreReadAtOnce() throws IOException, InterruptedException {
        Path file = coded("a.tta", "-c:a", "tta");
        List<SoundInput> inputs = new ArrayList<>();
        try {
            for (int i = 0; i < 30; i++) {
                inputs.add(SoundInput.open(file));
            }
            float[] samples = new float[2 * COUNT];
            for (SoundInput in : inputs) {
                assertEquals(COUNT, in.read(samples, 0, COUNT));
                assertArrayEquals(original, samples);
            }
        } finally {
            for (SoundInput in : inputs) {
                in.close();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 40_000})
    void errorsOfTheFileSystemPassThrough(int position) throws IOException, InterruptedException {
        byte[] file = Files.readAllBytes(coded("a.mp3", "-c:a", "libmp3lame", "-b:a", "192k"));
        IOException broken = new IOException("broken");
        InputStream in = new SequenceInputStream(new ByteArrayInputStream(file, 0, position), new InputStream() {
            @Override
            public int read() throws IOException {
                throw broken;
            }
        });
        IOException e = assertThrows(IOException.class, () -> {
            try (SoundInput sound = SoundInput.open(in, "FILE")) {
                Ffmpeg.samples(sound, 1000);
            }
        });
        assertSame(broken, e.getCause());
    }

    @Test
    void aVideoWithoutSoundIsRefused() throws IOException, InterruptedException {
        Path video = folder.resolve("silent.mp4");
        Ffmpeg.encode(
                folder.resolve("original.wav"),
                video,
                "-filter_complex",
                "color=black:s=64x64:d=0.2[v]",
                "-map",
                "[v]",
                "-c:v",
                "mpeg4");
        String message = assertThrows(UnsupportedSoundException.class, () -> SoundInput.open(video))
                .getMessage();
        assertTrue(message.endsWith("the MP4 file holds no sound that FFmpeg reads"), message);
    }
}
