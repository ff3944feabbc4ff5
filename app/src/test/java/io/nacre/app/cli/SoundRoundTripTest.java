package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sounds through encode and decode, judged on the samples that come out. */
class SoundRoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "16000, 1, false, 16, 16",
        "44100, 2, false, 24, 24",
        "8000, 3, true, 32, 32",
        "22050, 1, true, 64, 32",
        "48000, 1, false, 32, 24"
    })
    void rateChannelsLengthAndBitsComeBack(int rate, int channels, boolean floating, int bits, int bitsBack)
            throws IOException {
        Path sound = folder.resolve("talk.wav");
        SampleEncoding written =
                floating ? SampleEncoding.FLOAT_32 : bits == 16 ? SampleEncoding.INT_16 : SampleEncoding.INT_24;
        Files.write(sound, Recording.wav(rate, channels, written));
        Recording.run("encode", sound).ok();
        Recording.run("decode", "-f", folder.resolve("talk.nacre")).ok().says(rate + " Hz, " + channels + " channel");
        Recording.Read back = Recording.read(Files.readAllBytes(sound));
        assertEquals(new SoundFormat(rate, channels, new SampleEncoding(floating, bitsBack)), back.format());
        assertEquals(Recording.SAMPLES * channels, back.interleaved().length);
    }

    @ParameterizedTest
    @CsvSource({"16, false, 16", "24, false, 24", "32f, true, 32"})
    void bitsCanBeChosen(String bits, boolean floating, int count) throws IOException {
        byte[] wav = Recording.pipe(Recording.nacre(), "decode", "--bits", bits, "-")
                .ok()
                .bytes();
        assertEquals(
                new SampleEncoding(floating, count),
                Recording.read(wav).format().encoding());
    }

    @Test
    void pipesCarryTheSameBytes() throws IOException {
        Path sound = Recording.write(folder.resolve("talk.wav"));
        Path nacre = folder.resolve("talk.nacre");
        Recording.run("encode", "--group", 1, sound).ok();
        assertArrayEquals(Recording.nacre(), Files.readAllBytes(nacre));
        assertArrayEquals(
                Recording.nacre(),
                Recording.run("encode", "--group", 1, sound, "-").ok().bytes());
        Recording.run("decode", nacre, folder.resolve("back.wave")).ok();
        assertArrayEquals(
                Files.readAllBytes(folder.resolve("back.wave")),
                Recording.pipe(Recording.nacre(), "decode", "-").ok().bytes());
    }

    @Test
    void whatIsDecodedIsWrittenAtOnce() throws IOException {
        List<Integer> writes = new ArrayList<>();
        OutputStream listener = new OutputStream() {
            @Override
            public void write(int b) {
                writes.add(1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) {
                writes.add(length);
            }
        };
        int code = Main.run(
                Arrays.stream(Recording.words("decode", "-"))
                        .map(Object::toString)
                        .toArray(String[]::new),
                new ByteArrayInputStream(Recording.nacre()),
                new PrintStream(listener, false, StandardCharsets.UTF_8),
                new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8));
        assertEquals(0, code);
        int most = writes.stream().mapToInt(Integer::intValue).max().orElseThrow();
        assertTrue(most <= 2 * Recording.RATE * 2, "a piece of " + most + " bytes");
    }

    @ParameterizedTest
    @CsvSource({"16000, 1", "44100, 2", "11025, 1"})
    void partsAreThoseOfTheWhole(int rate, int channels) throws IOException {
        byte[] file = Recording.pipe(
                        Recording.wav(rate, channels, SampleEncoding.FLOAT_32), "encode", "--group", 1, "--quiet", "-")
                .ok()
                .bytes();
        float[] whole =
                Recording.read(Recording.pipe(file, "decode", "-").ok().bytes()).interleaved();
        long seed = rate;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 6; i++) {
            int first = random.nextInt(Recording.SAMPLES);
            int count = 1 + random.nextInt(Recording.SAMPLES - first);
            String start = String.valueOf((double) first / rate);
            String duration = String.valueOf((double) count / rate);
            byte[] wav = Recording.pipe(file, "decode", "--start", start, "--duration", duration, "-")
                    .ok()
                    .bytes();
            float[] part = Recording.read(wav).interleaved();
            assertEquals(count * channels, part.length, "seed " + seed);
            float worst = 0;
            for (int s = 0; s < part.length; s++) {
                worst = Math.max(worst, Math.abs(part[s] - whole[first * channels + s]));
            }
            assertTrue(worst < 1e-4, "samples from " + first + " of seed " + seed + " differ by " + worst);
        }
    }

    @Test
    void partsEndWithTheSound() throws IOException {
        byte[] wav = Recording.pipe(Recording.nacre(), "decode", "--start", "0:00:03.5", "--duration", "1:00", "-")
                .ok()
                .bytes();
        assertEquals(Recording.SAMPLES - 56_000, Recording.read(wav).interleaved().length);
    }

    @Test
    void ratesAreMetFromBelow() throws IOException {
        int least = encodedSize("-q", 0);
        int most = encodedSize("-q", 100);
        int middle = (least + most) / 2;
        int bytes = encodedSize("--size", middle);
        assertTrue(least < bytes && bytes <= middle, bytes + " bytes for " + middle);
        double seconds = (double) Recording.SAMPLES / Recording.RATE;
        assertEquals(bytes, encodedSize("--kbps", middle * 8 / seconds / 1000 + 1e-9));
        Recording.pipe(Recording.wav(), "encode", "--size", least - 1, "-").fails(ExitCode.FAILED);
    }

    private static int encodedSize(Object... target) throws IOException {
        Object[] args = Arrays.copyOf(target, target.length + 1);
        args[target.length] = "-";
        return Recording.pipe(Recording.wav(), "encode", args).ok().bytes().length;
    }

    @Test
    void threadsDoNotChangeTheFile() throws IOException {
        byte[] three = Recording.pipe(Recording.wav(), "encode", "--group", 1, "--threads", 3, "-")
                .ok()
                .bytes();
        byte[] one = Recording.pipe(Recording.wav(), "encode", "--group", 1, "--threads", 1, "-")
                .ok()
                .bytes();
        assertArrayEquals(one, three);
    }

    @Test
    void aSingleSample() throws IOException {
        byte[] wav = Recording.wav(new float[] {0.5f}, 1, 44_100, SampleEncoding.INT_16);
        byte[] file = Recording.pipe(wav, "encode", "-").ok().bytes();
        assertEquals(
                1,
                Recording.read(Recording.pipe(file, "decode", "-").ok().bytes()).interleaved().length);
    }
}
