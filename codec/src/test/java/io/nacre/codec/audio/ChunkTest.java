package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.SoundHeader;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sound in chunks is sound in one: the reference runs each graph once over all frames. */
class ChunkTest {
    private static ChannelSymbols[] parsed(SoundModel model, byte[] file) throws Exception {
        ContainerReader reader = SoundFixture.open(file);
        SoundHeader header = reader.soundHeader();
        FrameGrid grid = FrameGrid.of(model.receiver().spec.framing(), header);
        GroupParser parser = new GroupParser(model.receiver(), header.codedChannels(), header.quality());
        ChannelSymbols[] groups = new ChannelSymbols[grid.groups()];
        for (int g = 0; g < groups.length; g++) {
            groups[g] = parser.parse(reader.tile(g), grid.framesIn(g))[0];
        }
        return groups;
    }

    @ParameterizedTest
    @CsvSource({
        "1, 1",
        "320, 1",
        "31999, 1",
        "32000, 1",
        "32001, 1",
        "100000, 1",
        "100000, 2",
        "200007, 4",
        "200007, 5",
        "400007, 10"
    })
    void chunksMakeUpTheWhole(int samples, int groupSeconds) throws Exception {
        float[] sound = TestSound.samples(16_000, 1, samples);
        for (int i = 0; i < samples; i++) {
            sound[i] *= 1 + 3 * (i / 40_000 % 2); // levels move
        }
        try (SoundModel model = SoundFixture.tiny(2)) {
            byte[] file = SoundFixture.encode(
                    model, new TestSound(16_000, 1, sound, 3), SoundFixture.quality(70, groupSeconds));
            int quality = SoundFixture.open(file).soundHeader().quality();
            ChannelSymbols[] groups = parsed(model, file);
            FrameGrid grid = new FrameGrid(model.receiver().spec.framing(), samples, 50 * groupSeconds);
            int frames = (int) grid.frames();
            LevelCurve curve = LevelCurve.of(
                    grid, 0, Arrays.stream(groups).mapToInt(g -> g.level).toArray());
            float[] padded = new float[grid.hop() * (frames + 1)];
            System.arraycopy(sound, 0, padded, grid.hop(), samples);
            curve.apply(padded, -grid.hop());
            short[] latents = new ChunkAnalyser(model).analyse(padded, frames, 0, frames);

            int width = model.receiver().spec.channels();
            GroupQuantizer quantizer = new GroupQuantizer(model.receiver(), model.sender(), quality);
            float[] gains =
                    model.receiver().gains.at(model.receiver().spec.qualities().share(quality));
            float[] whole = new float[width * frames];
            int different = 0;
            int done = 0;
            for (ChannelSymbols group : groups) {
                int end = done + group.s.length;
                short[] expected = quantizer.quantize(Arrays.copyOfRange(latents, done, end)).s;
                for (int i = 0; i < expected.length; i++) {
                    different += expected[i] == group.s[i] ? 0 : 1; // rounding may move a latent across an edge
                }
                float[] values = new DecodedChannel(model.receiver(), gains, group).latents;
                System.arraycopy(values, 0, whole, done, values.length);
                done = end;
            }
            assertEquals(latents.length, done);
            assertTrue(different <= done / 1000, different + " of " + done + " symbols differ");

            float[] expected = new ChunkSynthesiser(model.receiver()).synthesise(whole, 0, frames - 1);
            curve.remove(expected, 0);
            float[] decoded = SoundFixture.decode(model, file);
            assertEquals(samples, decoded.length);
            assertTrue(SoundFixture.largestDifference(Arrays.copyOf(expected, samples), decoded) < 1e-4);
        }
    }

    /** However the source deals its samples out. */
    @ParameterizedTest
    @CsvSource({"16000, 1", "44100, 2"})
    void blocksDoNotMatter(int rate, int channels) throws Exception {
        float[] sound = TestSound.samples(rate, channels, 3 * rate);
        try (SoundModel model = SoundFixture.tiny(2)) {
            SoundOptions options = SoundFixture.quality(50, 1);
            byte[] first = SoundFixture.encode(model, new TestSound(rate, channels, sound, 1), options);
            byte[] second = SoundFixture.encode(model, new TestSound(rate, channels, sound, 2), options);
            assertArrayEquals(first, second);
        }
    }

    /** The level of a group of silence is that of the group before it, of the first one that of the second. */
    @ParameterizedTest
    @CsvSource({"0, 1", "1, 0", "2, 1"})
    void silentGroupsTakeTheirNeighboursLevel(int silent, int neighbour) throws Exception {
        float[] sound = TestSound.samples(16_000, 1, 64_000);
        SplittableRandom random = new SplittableRandom(silent);
        for (int i = 16_000 * silent; i < 16_000 * (silent + 1); i++) {
            sound[i] = random.nextInt(2) * 1e-5f;
        }
        try (SoundModel model = SoundFixture.tiny(1)) {
            ChannelSymbols[] groups = parsed(
                    model, SoundFixture.encode(model, new TestSound(16_000, 1, sound, 5), SoundFixture.quality(50, 1)));
            assertEquals(groups[neighbour].level, groups[silent].level);
        }
    }
}
