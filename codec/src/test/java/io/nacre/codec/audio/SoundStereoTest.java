package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SoundHeader;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by the toy pack of 48 kHz, in which two channels are mid and side and others stand by themselves. */
class SoundStereoTest {
    private static final int RATE = 48_000;

    private static SoundModel model;

    @BeforeAll
    static void open() throws ModelException {
        model = SoundFixture.stereo(2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    private static ChannelSymbols[][] symbols(byte[] file) throws IOException {
        return symbols(model, file);
    }

    private static ChannelSymbols[][] symbols(SoundModel model, byte[] file) throws IOException {
        ContainerReader reader = SoundFixture.open(file);
        SoundHeader header = reader.soundHeader();
        FrameGrid grid = FrameGrid.of(model.receiver().spec.framing(), header);
        GroupParser parser = new GroupParser(model.receiver(), header.codedChannels(), header.quality());
        ChannelSymbols[][] groups = new ChannelSymbols[grid.groups()][];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = parser.parse(reader.tile(g), grid.framesIn(g));
        }
        return groups;
    }

    private static float[] interleaved(float[]... channels) {
        float[] all = new float[channels.length * channels[0].length];
        for (int i = 0; i < all.length; i++) {
            all[i] = channels[i % channels.length][i / channels.length];
        }
        return all;
    }

    private static float[] channel(float[] interleaved, int count, int channel) {
        float[] plane = new float[interleaved.length / count];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = interleaved[i * count + channel];
        }
        return plane;
    }

    private static double power(float[] samples) {
        double sum = 0;
        for (float sample : samples) {
            sum += (double) sample * sample;
        }
        return sum;
    }

    private static double snr(float[] expected, float[] actual) {
        float[] difference = new float[expected.length];
        for (int i = 0; i < expected.length; i++) {
            difference[i] = expected[i] - actual[i];
        }
        return 10 * Math.log10(power(expected) / power(difference));
    }

    @ParameterizedTest
    @CsvSource({
        "48000, 2, 1, 10, 50",
        "48000, 1, 959, 10, 0",
        "48000, 2, 960, 10, 100",
        "48000, 2, 961, 1, 30",
        "48000, 2, 150001, 1, 60",
        "48000, 3, 100000, 2, 60",
        "44100, 1, 100001, 1, 60",
        "44100, 2, 132301, 3, 60",
        "44100, 3, 44100, 1, 60",
        "16000, 2, 48001, 2, 60",
        "7, 2, 20, 2, 60",
        "192000, 2, 100000, 1, 60"
    })
    void everyLengthRateAndChannelCountComesBack(int rate, int channels, int samples, int group, double quality)
            throws Exception {
        byte[] file =
                SoundFixture.encode(model, TestSound.of(rate, channels, samples), SoundFixture.quality(quality, group));
        assertFalse(SoundFixture.open(file).soundHeader().alike());
        float[] decoded = SoundFixture.decode(model, file);
        assertEquals(samples * channels, decoded.length);
        for (float sample : decoded) {
            assertTrue(Float.isFinite(sample));
        }
        assertEquals(List.of(), new SoundDecoder(model).check(SoundFixture.open(file), SoundProgress.NONE));
        for (ChannelSymbols[] symbols : symbols(file)) {
            assertTrue(channels != 2 || symbols[0].level == symbols[1].level, "mid and side have one level");
        }
    }

    /** Today's file stays tomorrow's: written once, by the frozen pack at quality 70 with groups of one second. */
    @Test
    void theGoldenFileDecodesToTheSameSymbolsForEver() throws Exception {
        byte[] file;
        try (InputStream in = SoundStereoTest.class.getResourceAsStream("golden-stereo.nacre")) {
            file = in.readAllBytes();
        }
        ChannelSymbols side = symbols(file)[1][1];
        assertEquals(419804884, Arrays.hashCode(side.s), "hash of the symbols of group 1");
        assertEquals(-1991367880, Arrays.hashCode(side.rows), "hash of the rows of group 1");
        assertEquals(65, side.level);
        float[] decoded = SoundFixture.decode(model, file);
        assertEquals(200_000, decoded.length);
        assertEquals(-21.75, 10 * Math.log10(power(channel(decoded, 2, 0)) / 100_000), 0.01, "left, dB");
        assertEquals(-21.94, 10 * Math.log10(power(channel(decoded, 2, 1)) / 100_000), 0.01, "right, dB");
    }

    @Test
    void threadsChangeNothing() throws Exception {
        byte[] first = null;
        float[] samples = null;
        for (int threads = 1; threads <= 3; threads++) {
            try (SoundModel other = SoundFixture.stereo(threads)) {
                byte[] file = SoundFixture.encode(other, TestSound.of(44_100, 2, 150_000), SoundFixture.quality(60, 1));
                float[] decoded = SoundFixture.decode(other, file);
                first = first == null ? file : first;
                samples = samples == null ? decoded : samples;
                assertArrayEquals(first, file);
                assertArrayEquals(samples, decoded);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"48000, 1", "48000, 2", "44100, 1"})
    void aGroupAloneIsPartOfTheWhole(int rate, int group) throws Exception {
        byte[] file = SoundFixture.encode(model, TestSound.of(rate, 2, 5 * rate + 77), SoundFixture.quality(60, group));
        float[] whole = SoundFixture.decode(model, file);
        try (DecodedSound sound = new SoundDecoder(model).decode(SoundFixture.open(file))) {
            assertArrayEquals(whole, SoundFixture.readRest(sound, 77), "streaming");
            for (int wanted : new int[] {2, 0, 1}) {
                sound.skipTo(wanted);
                int from = 2 * wanted * group * rate;
                float[] rest = SoundFixture.readRest(sound, 10_000);
                float[] expected = Arrays.copyOfRange(whole, from, whole.length);
                assertTrue(SoundFixture.largestDifference(expected, rest) < 1e-4, "group " + wanted);
            }
        }
    }

    @Test
    void channelsThatAreAlikeAreCodedOnce() throws Exception {
        float[] mono = TestSound.samples(44_100, 1, 100_000);
        SoundOptions options = SoundFixture.quality(60, 1);
        byte[] one = SoundFixture.encode(model, new TestSound(44_100, 1, mono, 1), options);
        byte[] two = SoundFixture.encode(model, new TestSound(44_100, 2, interleaved(mono, mono), 2), options);
        assertEquals(one.length, two.length);
        assertTrue(SoundFixture.open(two).soundHeader().alike());
        float[] decoded = SoundFixture.decode(model, one);
        assertArrayEquals(interleaved(decoded, decoded), SoundFixture.decode(model, two));
    }

    /** Two channels that part late are coded as if they had never been alike: a difference of nothing at once tells. */
    @ParameterizedTest
    @CsvSource({"1, 0", "1, 1", "1, 47999", "1, 100003", "1, 249999", "2, 130000", "3, 249999"})
    void channelsMayPartAnywhere(int groupSeconds, int common) throws Exception {
        int samples = 250_000;
        float[] left = TestSound.samples(RATE, 1, samples);
        left[0] = 0;
        float[] right = left.clone();
        for (int i = common; i < samples; i++) {
            right[i] = 0.6f * left[samples - 1 - i] + 0.01f;
        }
        float[] nudged = right.clone();
        nudged[0] += 1e-30f;
        for (boolean searching : new boolean[] {false, true}) {
            SoundOptions options = SoundFixture.quality(100, groupSeconds);
            if (searching) {
                options = options.withTarget(new SoundTarget.Bytes(1 << 24)); // ends with quality 100
            }
            byte[] parting = SoundFixture.encode(model, new TestSound(RATE, 2, interleaved(left, right), 3), options);
            byte[] apart = SoundFixture.encode(model, new TestSound(RATE, 2, interleaved(left, nudged), 4), options);
            assertFalse(SoundFixture.open(parting).soundHeader().alike());
            assertArrayEquals(apart, parting, "searching: " + searching);
        }
    }

    /** Three channels are not mixed: each is what it is alone. */
    @Test
    void moreChannelsStandByThemselves() throws Exception {
        float[] samples = TestSound.samples(RATE, 3, 100_000);
        SoundOptions options = SoundFixture.quality(60, 1);
        ChannelSymbols[][] three = symbols(SoundFixture.encode(model, new TestSound(RATE, 3, samples, 1), options));
        for (int c = 0; c < 3; c++) {
            TestSound sound = new TestSound(RATE, 1, channel(samples, 3, c), 2);
            ChannelSymbols[][] alone = symbols(SoundFixture.encode(model, sound, options));
            for (int g = 0; g < alone.length; g++) {
                assertEquals(alone[g][0].level, three[g][c].level);
                assertArrayEquals(alone[g][0].s, three[g][c].s);
            }
        }
    }

    /** While left and right are alike, side is nothing but symbols of 0. */
    @Test
    void aSilentSideHasNoSymbols() throws Exception {
        float[] left = TestSound.samples(RATE, 1, 110_000);
        float[] right = left.clone();
        right[right.length - 1] += 0.1f;
        try (SoundModel transparent = MadePack.transparentStereo(new Framing(RATE, 480), 2)) {
            TestSound sound = new TestSound(RATE, 2, interleaved(left, right), 1);
            ChannelSymbols[][] groups =
                    symbols(transparent, SoundFixture.encode(transparent, sound, SoundFixture.quality(100, 1)));
            for (int g = 0; g < groups.length; g++) {
                assertEquals(g < groups.length - 1, silent(groups[g][1]), "side of group " + g);
                assertFalse(silent(groups[g][0]), "mid of group " + g);
            }
        }
    }

    private static boolean silent(ChannelSymbols symbols) {
        return IntStream.range(0, symbols.s.length).allMatch(i -> symbols.s[i] == 0);
    }

    /** With graphs that lose nothing, left stays left and right stays right, however loud either is. */
    @ParameterizedTest
    @CsvSource({"48000, 1, 1", "44100, 1, 0.1", "48000, 0, 1", "44100, 1, 0", "48000, 1, -1", "48000, 0.01, 0.01"})
    void leftAndRightComeBack(int rate, float left, float right) throws Exception {
        float[] samples = TestSound.samples(rate, 2, 70_001);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = left == -right ? left * samples[i / 2 * 2] : samples[i]; // of opposite sign: no mid at all
            samples[i] *= i % 2 == 0 ? left : right;
        }
        try (SoundModel transparent = MadePack.transparentStereo(new Framing(RATE, 480), 2)) {
            byte[] file =
                    SoundFixture.encode(transparent, new TestSound(rate, 2, samples, 1), SoundFixture.quality(100, 1));
            float[] decoded = SoundFixture.decode(transparent, file);
            double both = power(samples);
            for (int c = 0; c < 2; c++) {
                float[] expected = channel(samples, 2, c);
                double distance = power(expected) == 0
                        ? 10 * Math.log10(both / power(channel(decoded, 2, c)))
                        : snr(expected, channel(decoded, 2, c));
                assertTrue(distance > 25, "channel " + c + ": " + distance + " dB");
            }
        }
    }

    /** The level is that of both together. */
    @ParameterizedTest
    @ValueSource(floats = {0, 0.5f, -1})
    void theLevelIsThatOfMidAndSide(float right) throws Exception {
        float[] left = TestSound.samples(RATE, 1, 3 * RATE);
        float[] other = left.clone();
        float[] magnitude = left.clone();
        for (int i = 0; i < left.length; i++) {
            other[i] *= right;
            magnitude[i] *= (float) Math.sqrt((1 + right * right) / 2);
        }
        SoundOptions options = SoundFixture.quality(60, 1);
        ChannelSymbols[][] expected =
                symbols(SoundFixture.encode(model, new TestSound(RATE, 1, magnitude, 1), options));
        ChannelSymbols[][] both =
                symbols(SoundFixture.encode(model, new TestSound(RATE, 2, interleaved(left, other), 1), options));
        for (int g = 0; g < both.length; g++) {
            assertEquals(expected[g][0].level, both[g][0].level, "mid of group " + g);
            assertEquals(expected[g][0].level, both[g][1].level, "side of group " + g);
        }
    }

    /** A lost group is silent in both channels, between fades, and the rest stays. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2, 4})
    void aLostGroupLosesBoth(int lost) throws Exception {
        byte[] file = SoundFixture.encode(model, TestSound.of(RATE, 2, 5 * RATE - 33), SoundFixture.quality(60, 1));
        float[] good = SoundFixture.decode(model, file);
        byte[] bad = file.clone();
        int payload = (int) SoundFixture.open(file).boxes().stream()
                        .filter(box -> box.type().equals("TILE"))
                        .toList()
                        .get(lost)
                        .offset()
                + 6;
        Arrays.fill(bad, payload + 1, payload + 12, (byte) 0x5A);
        assertThrows(FormatException.class, () -> SoundFixture.decode(model, bad));
        ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(bad), Limits.DEFAULT);
        try (DecodedSound sound = new SoundDecoder(model).salvaging().decode(reader)) {
            float[] decoded = SoundFixture.readRest(sound, 1000);
            assertEquals(
                    List.of(lost),
                    sound.lostGroups().stream().map(LostGroup::number).toList());
            assertEquals(good.length, decoded.length);
            int from = 2 * lost * RATE;
            int to = Math.min(good.length, from + 2 * RATE);
            int fade = 2 * RATE / 10;
            int reach = 2 * (RATE + RATE / 2);
            for (int i = 0; i < good.length; i++) {
                if (i >= from + fade && i < to - fade) {
                    assertEquals(0, decoded[i], "sample " + i + " within");
                } else if (i < from - reach || i >= to + reach) {
                    assertEquals(good[i], decoded[i], 1e-4f, "sample " + i);
                }
            }
        }
    }
}
