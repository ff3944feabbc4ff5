package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.image.TargetException;
import io.nacre.codec.pcm.SampleEncoding;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.pcm.SoundOutput;
import io.nacre.models.ModelException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole files by the toy pack, whose weights are random: what comes back is noise, but always the same and in its place. */
class SoundRoundTripTest {
    private static SoundModel model;

    @BeforeAll
    static void open() throws ModelException {
        model = SoundFixture.tiny(2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource({
        "16000, 1, 1, 10, 50",
        "16000, 1, 319, 10, 0",
        "16000, 2, 320, 10, 100",
        "16000, 1, 321, 1, 33.3",
        "16000, 1, 200007, 10, 70",
        "16000, 3, 160001, 2, 20",
        "44100, 2, 1, 10, 50",
        "44100, 2, 132300, 1, 50",
        "44100, 1, 132301, 3, 50",
        "48000, 6, 50003, 256, 50",
        "8000, 1, 77777, 2, 90",
        "192000, 1, 100000, 1, 50",
        "7, 2, 100, 10, 50"
    })
    void everyLengthRateAndChannelCountComesBack(int rate, int channels, int samples, int group, double quality)
            throws Exception {
        TestSound sound = TestSound.of(rate, channels, samples);
        byte[] file = SoundFixture.encode(
                model, sound, SoundFixture.quality(quality, group).withFormat(SampleFormat.PCM_24));
        SoundHeader expected = new SoundHeader(
                rate,
                samples,
                channels,
                false,
                SampleFormat.PCM_24,
                model.packId(),
                (int) Math.round(10.08 * quality),
                group);
        assertEquals(expected, SoundFixture.open(file).soundHeader());
        float[] decoded = SoundFixture.decode(model, file);
        assertEquals(samples * channels, decoded.length);
        for (float sample : decoded) {
            assertTrue(Float.isFinite(sample));
        }
        assertEquals(List.of(), new SoundDecoder(model).check(SoundFixture.open(file), SoundProgress.NONE));
    }

    @Test
    void filesAreReadAsTheyCome() throws Exception {
        float[] samples = TestSound.samples(44_100, 2, 30_000);
        ByteArrayOutputStream wav = new ByteArrayOutputStream();
        try (SoundOutput out =
                SoundOutput.open(wav, new SoundFormat(44_100, 2, SampleEncoding.FLOAT_32), OptionalLong.of(30_000))) {
            out.write(samples, 0, 30_000);
        }
        SoundOptions options = SoundFixture.quality(50, 10);
        byte[] expected = SoundFixture.encode(model, new TestSound(44_100, 2, samples, 1), options);
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(wav.toByteArray()), "sound.wav")) {
            assertArrayEquals(expected, SoundFixture.encode(model, SoundSource.of(in), options));
        }
    }

    @Test
    void threadsChangeNothing() throws Exception {
        byte[] first = null;
        float[] samples = null;
        for (int threads = 1; threads <= 3; threads++) {
            try (SoundModel other = SoundFixture.tiny(threads)) {
                byte[] file = SoundFixture.encode(other, TestSound.of(22_050, 2, 150_000), SoundFixture.quality(60, 2));
                float[] decoded = SoundFixture.decode(other, file);
                first = first == null ? file : first;
                samples = samples == null ? decoded : samples;
                assertArrayEquals(first, file);
                assertArrayEquals(samples, decoded);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"16000, 1", "16000, 3", "44100, 1", "11025, 2", "8001, 1", "20, 1"})
    void aGroupAloneIsPartOfTheWhole(int rate, int group) throws Exception {
        byte[] file =
                SoundFixture.encode(model, TestSound.of(rate, 2, 12 * rate + 77), SoundFixture.quality(50, group));
        float[] whole = SoundFixture.decode(model, file);
        ContainerReader reader = SoundFixture.open(file);
        try (DecodedSound sound = new SoundDecoder(model).decode(reader)) {
            sound.read(new float[200], 0, 100);
            List<Integer> order = new ArrayList<>(List.of(3, 0, 1, reader.tileCount() - 1, 2));
            for (int wanted : order) {
                sound.skipTo(wanted);
                assertEquals((long) wanted * group * rate, sound.position());
                int from = wanted * group * rate * 2;
                int frames = Math.min(group * rate, whole.length / 2 - from / 2);
                float[] part = new float[2 * frames];
                for (int done = 0; done < frames; ) {
                    done += sound.read(part, 2 * done, frames - done);
                }
                float[] expected = Arrays.copyOfRange(whole, from, from + part.length);
                assertTrue(SoundFixture.largestDifference(expected, part) < 1e-4, "group " + wanted);
            }
            assertThrows(IndexOutOfBoundsException.class, () -> sound.skipTo(reader.tileCount()));
            assertThrows(IndexOutOfBoundsException.class, () -> sound.skipTo(-1));
        }
    }

    @Test
    void aPartParsesItsNeighboursOnly() throws Exception {
        byte[] file = SoundFixture.encode(model, TestSound.of(16_000, 1, 640_000), SoundFixture.quality(0, 2));
        try (DecodedSound sound = new SoundDecoder(model).decode(SoundFixture.open(file))) {
            sound.skipTo(10);
            float[] part = new float[32_000];
            for (int done = 0; done < part.length; ) {
                done += sound.read(part, done, part.length - done);
            }
            assertTrue(sound.groupsParsed() <= 8, sound.groupsParsed() + " of 20 groups");
        }
    }

    @Test
    void anyBlockOfReadingGivesTheSameSamples() throws Exception {
        byte[] file = SoundFixture.encode(model, TestSound.of(44_100, 2, 60_000), SoundFixture.quality(50, 1));
        float[] whole = SoundFixture.decode(model, file);
        for (int block : new int[] {1, 77, 100_000}) {
            try (DecodedSound sound = new SoundDecoder(model).decode(SoundFixture.open(file))) {
                assertArrayEquals(whole, SoundFixture.readRest(sound, block));
                assertEquals(-1, sound.read(new float[2], 0, 1));
                assertEquals(60_000, sound.position());
            }
        }
    }

    @Test
    void channelsThatAreAlikeAreCodedOnce() throws Exception {
        float[] mono = TestSound.samples(32_000, 1, 150_000);
        float[] stereo = new float[2 * mono.length];
        for (int i = 0; i < stereo.length; i++) {
            stereo[i] = mono[i / 2];
        }
        SoundOptions options = SoundFixture.quality(50, 2);
        byte[] one = SoundFixture.encode(model, new TestSound(32_000, 1, mono, 1), options);
        byte[] two = SoundFixture.encode(model, new TestSound(32_000, 2, stereo, 2), options);
        assertEquals(one.length, two.length);
        assertTrue(SoundFixture.open(two).soundHeader().alike());
        float[] expected = SoundFixture.decode(model, one);
        float[] decoded = SoundFixture.decode(model, two);
        for (int i = 0; i < decoded.length; i++) {
            assertEquals(expected[i / 2], decoded[i]);
        }
    }

    /** Two channels that part late are coded as if they had never been alike. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 70_000, 100_003, 159_999})
    void channelsMayPartAnywhere(int common) throws Exception {
        int samples = 160_000;
        float[][] channels = {TestSound.samples(16_000, 1, samples), new float[samples]};
        float[] stereo = new float[2 * samples];
        for (int i = 0; i < samples; i++) {
            channels[1][i] = i < common ? channels[0][i] : 0.7f * channels[0][samples - 1 - i] + 0.01f;
            stereo[2 * i] = channels[0][i];
            stereo[2 * i + 1] = channels[1][i];
        }
        SoundOptions options = SoundFixture.quality(80, 2);
        ContainerReader both =
                SoundFixture.open(SoundFixture.encode(model, new TestSound(16_000, 2, stereo, 9), options));
        assertFalse(both.soundHeader().alike());
        FrameGrid grid = FrameGrid.of(model.receiver().spec.framing(), both.soundHeader());
        int quality = both.soundHeader().quality();
        for (int c = 0; c < 2; c++) {
            ContainerReader alone =
                    SoundFixture.open(SoundFixture.encode(model, new TestSound(16_000, 1, channels[c], 9), options));
            for (int g = 0; g < grid.groups(); g++) {
                ChannelSymbols expected =
                        new GroupParser(model.receiver(), 1, quality).parse(alone.tile(g), grid.framesIn(g))[0];
                ChannelSymbols symbols =
                        new GroupParser(model.receiver(), 2, quality).parse(both.tile(g), grid.framesIn(g))[c];
                assertEquals(expected.level, symbols.level);
                assertArrayEquals(expected.s, symbols.s);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"16000, 1, 10, 0.9", "16000, 1, 10, 1.3", "22050, 2, 2, 2.5"})
    void ratesAreMetFromBelow(int rate, int channels, int group, double kbps) throws Exception {
        TestSound sound = TestSound.of(rate, channels, 15 * rate);
        SoundOptions options = SoundOptions.DEFAULT.withGroupSeconds(group);
        byte[] file = SoundFixture.encode(model, sound, options.withTarget(new SoundTarget.Kbps(kbps)));
        int most = (int) (kbps * 1000 / 8 * 15);
        assertTrue(file.length <= most && file.length >= 0.97 * most, file.length + " bytes of " + most);
        TestSound again = TestSound.of(rate, channels, 15 * rate);
        assertArrayEquals(
                file, SoundFixture.encode(model, again, options.withTarget(new SoundTarget.Bytes(most))), "in bytes");
    }

    @Test
    void sizesOutOfReachAreToldApart() throws Exception {
        int smallest = SoundFixture.encode(model, TestSound.of(16_000, 1, 50_000), SoundFixture.quality(0, 10)).length;
        byte[] best = SoundFixture.encode(model, TestSound.of(16_000, 1, 50_000), SoundFixture.quality(100, 10));
        SoundOptions huge = SoundOptions.DEFAULT.withTarget(new SoundTarget.Bytes(1 << 20));
        assertArrayEquals(best, SoundFixture.encode(model, TestSound.of(16_000, 1, 50_000), huge));
        SoundOptions tiny = SoundOptions.DEFAULT.withTarget(new SoundTarget.Bytes(smallest - 1));
        TargetException e = assertThrows(
                TargetException.class, () -> SoundFixture.encode(model, TestSound.of(16_000, 1, 50_000), tiny));
        assertEquals(
                "the smallest file for this sound has " + smallest + " bytes, not " + (smallest - 1), e.getMessage());
    }

    @Test
    void qualityTakesMoreBytes() throws Exception {
        int before = 0;
        for (double quality : new double[] {0, 10, 37, 50, 80, 100}) {
            int size = SoundFixture.encode(model, TestSound.of(16_000, 1, 80_000), SoundFixture.quality(quality, 10))
                    .length;
            assertTrue(size > before, "quality " + quality + ": " + size);
            before = size;
        }
    }

    @Test
    void theContainerCostsAtMost64Bytes() throws Exception {
        float[] silence = new float[48_000];
        byte[] file = SoundFixture.encode(model, new TestSound(48_000, 1, silence, 1), SoundOptions.DEFAULT);
        ContainerReader reader = SoundFixture.open(file);
        int overhead = file.length - (reader.tile(0).length - 2);
        assertTrue(overhead <= 64, overhead + " bytes");
    }

    @Test
    void whatCannotBeEncodedIsRefused() {
        IOException e = assertThrows(
                IOException.class,
                () -> SoundFixture.encode(model, new TestSound(16_000, 1, new float[0], 1), SoundOptions.DEFAULT));
        assertEquals("the sound has no samples", e.getMessage());
        assertThrows(
                IllegalArgumentException.class,
                () -> SoundFixture.encode(model, TestSound.of(16_000, 256, 1), SoundOptions.DEFAULT));
        assertThrows(
                IllegalArgumentException.class,
                () -> SoundFixture.encode(model, TestSound.of(768_001, 1, 1), SoundOptions.DEFAULT));
    }

    @Test
    void anotherPacksFileIsRefused() throws Exception {
        byte[] file = SoundFixture.encode(model, TestSound.of(16_000, 1, 100), SoundOptions.DEFAULT);
        try (SoundModel other = MadePack.transparent(1)) {
            ContainerReader reader = SoundFixture.open(file);
            ModelException e = assertThrows(ModelException.class, () -> new SoundDecoder(other).decode(reader));
            assertTrue(e.getMessage().contains(model.packId().toString()), e.getMessage());
            assertNotEquals(model.packId(), other.packId());
        }
    }

    @Test
    void anInterruptEndsTheWork() {
        Thread.currentThread().interrupt();
        assertThrows(
                InterruptedIOException.class,
                () -> SoundFixture.encode(model, TestSound.of(16_000, 1, 640_000), SoundOptions.DEFAULT));
        assertTrue(Thread.interrupted(), "the flag stays set");
    }

    @Test
    void progressIsTold() throws Exception {
        List<Long> heard = new ArrayList<>();
        TestSound sound = TestSound.of(16_000, 1, 50_000);
        byte[] file = new SoundEncoder(model).encode(sound, SoundFixture.quality(50, 1), heard::add);
        assertEquals(50_000, heard.get(heard.size() - 1));
        heard.clear();
        new SoundDecoder(model).check(SoundFixture.open(file), heard::add);
        assertEquals(List.of(16_000L, 32_000L, 48_000L, 50_000L), heard);
    }
}
