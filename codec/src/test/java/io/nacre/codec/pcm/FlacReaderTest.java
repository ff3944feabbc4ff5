package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FlacReaderTest {
    private static final int BLOCK = 50;

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = FlacReaderTest.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        }
    }

    private static int triangle(int n, int half) {
        return Math.abs(n % (2 * half) - half);
    }

    /** Files by FFmpeg 5.1, with linear prediction and Rice codes, of signals that a formula gives. */
    @Test
    void decodesPredictedBlocks() throws IOException {
        Frames mono = Frames.of(resource("mono16.flac"), 97);
        Frames stereo = Frames.of(resource("stereo24.flac"), 97);
        assertEquals(new SoundFormat(22_050, 1, SampleEncoding.INT_16), mono.format());
        assertEquals(new SoundFormat(96_000, 2, SampleEncoding.INT_24), stereo.format());
        assertEquals(1500, mono.count());
        assertEquals(1500, stereo.count());
        for (int n = 0; n < 1500; n++) {
            int left = 60 * triangle(n, 97) + 25 * triangle(n, 31) + n * 7919 % 13 - 3000;
            int right = left - 9 * triangle(n, 53) + n * 104_729 % 7;
            assertEquals(left / 32768f, mono.samples()[n], "frame " + n);
            assertEquals((200 * left + n % 17) / 8388608f, stereo.samples()[2 * n], "frame " + n);
            assertEquals((200 * right - n % 23) / 8388608f, stereo.samples()[2 * n + 1], "frame " + n);
        }
        assertEquals(List.of(), mono.warnings());
        assertEquals(List.of(), stereo.warnings());
    }

    static Stream<Arguments> formats() {
        return IntStream.of(4, 8, 12, 16, 20, 24, 32)
                .boxed()
                .flatMap(bits -> IntStream.rangeClosed(1, 8).mapToObj(channels -> Arguments.of(bits, channels)));
    }

    private static int[][] noise(int channels, int bits, int count, SplittableRandom random) {
        int[][] samples = new int[channels][count];
        for (int[] channel : samples) {
            for (int i = 0; i < count; i++) {
                channel[i] = random.nextInt() >> (32 - bits);
            }
        }
        return samples;
    }

    @ParameterizedTest
    @MethodSource("formats")
    void allWidthsAndChannels(int bits, int channels) throws IOException {
        SplittableRandom random = new SplittableRandom(bits * 10 + channels);
        int count = 2 * BLOCK + 11;
        FlacFile file = new FlacFile(37_800, channels, bits, BLOCK, count);
        float[] expected = new float[count * channels];
        for (int start = 0; start < count; start += BLOCK) {
            int[][] samples = noise(channels, bits, Math.min(BLOCK, count - start), random);
            int wasted = start == BLOCK ? 3 : 0;
            for (int channel = 0; channel < channels; channel++) {
                for (int i = 0; i < samples[channel].length; i++) {
                    samples[channel][i] = samples[channel][i] >> wasted << wasted;
                    expected[(start + i) * channels + channel] = samples[channel][i] / (float) (1L << (bits - 1));
                }
            }
            file.block(samples, wasted);
        }
        Frames frames = Frames.of(file.toArray(), 17);
        assertEquals(new SoundFormat(37_800, channels, new SampleEncoding(false, Math.max(8, bits))), frames.format());
        assertArrayEquals(expected, frames.samples());
        assertEquals(List.of(), frames.warnings());
    }

    @ParameterizedTest
    @MethodSource("io.nacre.codec.pcm.FlacSubframeWriter#seeds")
    void allKindsOfBlocks(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 4 + random.nextInt(29);
        int count = 1 + random.nextInt(6) * 32;
        int stereo = random.nextInt(4);
        int channels = stereo == 0 ? 1 + random.nextInt(8) : 2;
        FlacFile file = new FlacFile(48_000, channels, width, count, 0);
        FlacSubframeWriter writer = new FlacSubframeWriter(file, random);
        List<Float> expected = new ArrayList<>();
        for (int block = 0; block < 3; block++) {
            long[][] samples = new long[channels][];
            for (int channel = 0; channel < channels; channel++) {
                samples[channel] = writer.signal(width, count);
            }
            for (int i = 0; i < count; i++) {
                for (long[] channel : samples) {
                    expected.add((float) Math.scalb((double) channel[i], 1 - width));
                }
            }
            writer.frame(stereo, width, samples);
        }
        Frames frames = Frames.of(file.toArray(), 29);
        String what = "seed " + seed;
        assertEquals(expected.size(), frames.samples().length, what);
        for (int i = 0; i < expected.size(); i++) {
            assertEquals(expected.get(i), frames.samples()[i], what + ", sample " + i);
        }
        assertEquals(List.of(), frames.warnings(), what);
    }

    /** Files by the ffmpeg that is installed, with long blocks, all orders of prediction and both ways of stereo. */
    @ParameterizedTest
    @CsvSource({"0, 16, 1", "5, 16, 2", "8, 24, 2", "12, 16, 6", "12, 24, 1"})
    void decodesWhatFfmpegMakes(int level, int bits, int channels, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path wav = folder.resolve("sound.wav");
        SplittableRandom random = new SplittableRandom(level);
        float[] samples = new float[60_000 * channels];
        double phase = 0;
        for (int i = 0; i < samples.length; i += channels) {
            phase += 0.02 + 0.01 * Math.sin(i * 1e-5);
            for (int channel = 0; channel < channels; channel++) {
                double noise = 0.001 * random.nextDouble(-1, 1);
                samples[i + channel] = (float) (0.5 * Math.sin(phase + channel) * Math.sin(i * 3e-4) + noise);
            }
        }
        SoundFormat format = new SoundFormat(44_100, channels, new SampleEncoding(false, bits));
        try (SoundOutput out = SoundOutput.open(Files.newOutputStream(wav), format, OptionalLong.empty())) {
            out.write(samples, 0, 60_000);
        }
        Path flac = folder.resolve("sound.flac");
        Ffmpeg.run("-i", wav, "-compression_level", level, flac);
        try (SoundInput original = SoundInput.open(wav);
                SoundInput coded = SoundInput.open(flac)) {
            assertEquals(format, coded.format());
            Frames frames = Frames.of(coded, 4099);
            assertArrayEquals(Frames.of(original, 1 << 16).samples(), frames.samples());
            assertEquals(List.of(), frames.warnings());
        }
    }

    @Test
    void aWrongDigestIsReported() throws IOException {
        byte[] file = resource("stereo24.flac");
        assertNotEquals(0, file[26] | file[27]);
        file[26] ^= 1;
        Frames frames = Frames.of(file);
        assertEquals(1500, frames.count());
        assertEquals(1, frames.warnings().size());
        assertTrue(frames.warnings().get(0).contains("MD5"), frames.warnings().get(0));
    }

    private static byte[] twoBlocks(long declared) {
        SplittableRandom random = new SplittableRandom(5);
        return new FlacFile(8000, 1, 16, BLOCK, declared)
                .block(noise(1, 16, BLOCK, random), 0)
                .block(noise(1, 16, BLOCK, random), 0)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"0, 100, 0", "100, 100, 0", "73, 73, 0", "0xFFFFFFFFF, 100, 1", "101, 100, 1"})
    void lengthsAreNotTrusted(String declared, int frames, int warnings) throws IOException {
        Frames read = Frames.of(twoBlocks(Long.decode(declared)));
        assertEquals(frames, read.count());
        assertEquals(warnings, read.warnings().size(), read.warnings().toString());
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 100})
    void aFileThatIsCutShortGivesItsWholeBlocks(long declared) throws IOException {
        byte[] file = twoBlocks(declared);
        Frames read = Frames.of(Arrays.copyOf(file, file.length - 30));
        assertEquals(BLOCK, read.count());
        assertEquals(1, read.warnings().size(), read.warnings().toString());
    }

    @Test
    void tagsAroundTheSoundAreLeftOut() throws IOException {
        byte[] tag = new byte[10 + 300];
        tag[0] = 'I';
        tag[1] = 'D';
        tag[2] = '3';
        tag[8] = 2; // 2 * 128 + 44
        tag[9] = 44;
        byte[] file = FileBytes.bigEndian()
                .bytes(tag)
                .bytes(twoBlocks(100))
                .text("TAG")
                .bytes(new byte[125])
                .toArray();
        Frames read = Frames.of(file);
        assertEquals(100, read.count());
        assertEquals(List.of(), read.warnings());
    }

    /** Checksums notice every wrong bit of the first block; nothing may be given as if it were sound. */
    @Test
    void damageIsNoticed() {
        byte[] file = twoBlocks(100);
        int start = 4 + 4 + 34 + 4 + 5;
        for (int at = start; at < start + 8 + 2 * BLOCK; at++) {
            for (int bit = 0; bit < 8; bit++) {
                byte[] damaged = file.clone();
                damaged[at] ^= (byte) (1 << bit);
                String what = "byte " + at + ", bit " + bit;
                String message = assertThrows(IOException.class, () -> Frames.of(damaged), what)
                        .getMessage();
                assertEquals("FILE: the FLAC data is damaged after frame 0", message, what);
            }
        }
    }

    @Test
    void aChangeOfFormatIsRefused() {
        byte[] other = new FlacFile(8000, 2, 16, BLOCK, 100)
                .block(noise(2, 16, BLOCK, new SplittableRandom(1)), 0)
                .toArray();
        int start = 4 + 4 + 34 + 4 + 5;
        byte[] file = FileBytes.bigEndian()
                .bytes(Arrays.copyOf(twoBlocks(0), start))
                .bytes(Arrays.copyOfRange(other, start, other.length))
                .toArray();
        String message = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file))
                .getMessage();
        assertTrue(message.contains("changes its format after frame 0"), message);
    }

    @ParameterizedTest
    @CsvSource({"8000, 3, 3 bits", "0, 16, 0 Hz", "768001, 16, 768001 Hz"})
    void formatsThatCannotBeReadAreNamed(int rate, int bits, String message) {
        byte[] file = new FlacFile(rate, 1, bits, BLOCK, 100).toArray();
        IOException e = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @Test
    void theHeaderMustBeWhole() {
        byte[] file = twoBlocks(100);
        byte[] noInfo = file.clone();
        noInfo[4] = 4;
        for (byte[] broken : List.of(noInfo, Arrays.copyOf(file, 41), Arrays.copyOf(file, 44))) {
            String message =
                    assertThrows(IOException.class, () -> Frames.of(broken)).getMessage();
            assertTrue(message.startsWith("FILE: the F") || message.contains("within its header"), message);
        }
    }
}
