package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files of kind 1: their HEAD, and what the container does differently for them. */
class SoundFileTest {
    private static final Limits NO_LIMITS =
            Limits.DEFAULT.withSeconds(Long.MAX_VALUE).withChannels(SoundHeader.MAX_CHANNELS);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void everythingComesBack(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            SoundHeader header = randomHeader(random);
            List<byte[]> tiles = new ArrayList<>();
            for (long t = 0; t < header.tileCount(); t++) {
                tiles.add(Samples.bytes(random, random.nextInt(100)));
            }
            byte[] xmp = Samples.bytes(random, 9);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ContainerWriter writer = new ContainerWriter(out, header);
            writer.writeTiles(tiles);
            writer.writeXmp(xmp);
            writer.finish();

            String what = "seed " + seed + ", file " + i + ": " + header;
            ByteBuffer file = ByteBuffer.wrap(out.toByteArray());
            assertEquals(Kind.SOUND, ContainerReader.kindOf(file), what);
            ContainerReader reader = ContainerReader.openSound(file, NO_LIMITS);
            assertEquals(header, reader.soundHeader(), what);
            assertEquals(tiles.size(), reader.tileCount(), what);
            for (int t = 0; t < tiles.size(); t++) {
                assertArrayEquals(tiles.get(t), reader.tile(t), what);
            }
            assertArrayEquals(xmp, reader.xmp().orElseThrow(), what);
            assertEquals(List.of(), reader.verify(), what);
        }
    }

    private static SoundHeader randomHeader(SplittableRandom random) {
        int rate = random.nextInt(1, 1 << random.nextInt(1, 20));
        int channels = random.nextInt(1, 1 << random.nextInt(1, 9));
        int group = random.nextInt(1, SoundHeader.MAX_GROUP_SECONDS + 1);
        return new SoundHeader(
                rate,
                random.nextLong(1, 1 + (long) rate * group * random.nextInt(1, 6)),
                channels,
                channels > 1 && random.nextBoolean(),
                SampleFormat.of(random.nextInt(3)).orElseThrow(),
                new PackId(random.nextLong()),
                random.nextInt(ImageHeader.MAX_QUALITY + 1),
                group);
    }

    @ParameterizedTest
    @CsvSource({
        "16000, 1, 10, 1",
        "16000, 160000, 10, 1",
        "16000, 160001, 10, 2",
        "44100, 4410001, 10, 11",
        "768000, 1099511627776, 256, 5593",
        "1, 1099511627776, 1, 1099511627776"
    })
    void groupsCoverTheSound(int rate, long samples, int group, long expected) {
        assertEquals(expected, header(rate, samples, 2, group).tileCount());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 1, 10",
        "768001, 1, 1, 10",
        "16000, 0, 1, 10",
        "16000, 1099511627777, 1, 10",
        "16000, 1, 0, 10",
        "16000, 1, 256, 10",
        "16000, 1, 1, 0",
        "16000, 1, 1, 257"
    })
    void valuesOutOfRangeAreRefused(int rate, long samples, int channels, int group) {
        assertThrows(IllegalArgumentException.class, () -> header(rate, samples, channels, group));
    }

    @Test
    void theKindsAreToldApart() throws IOException {
        ByteBuffer picture = ByteBuffer.wrap(Samples.small(false));
        assertEquals(Kind.PICTURE, ContainerReader.kindOf(picture));
        FormatException e =
                assertThrows(FormatException.class, () -> ContainerReader.openSound(picture, Limits.DEFAULT));
        assertEquals("byte 8, HEAD: this is a picture, not a sound", e.getMessage());
        ContainerReader opened = ContainerReader.open(picture, Limits.DEFAULT);
        assertThrows(IllegalStateException.class, opened::soundHeader);

        ByteBuffer sound = sound("00").box("TILE", "").end().toBuffer();
        e = assertThrows(FormatException.class, () -> ContainerReader.open(sound, Limits.DEFAULT));
        assertEquals("byte 8, HEAD: this is a sound, not a picture", e.getMessage());
        assertThrows(
                IllegalStateException.class,
                () -> ContainerReader.openSound(sound, Limits.DEFAULT).header());
    }

    /** 16000 Hz, 5 samples, 2 channels. */
    private static RawFile sound(String flags) {
        return head("FD00 05 02" + flags + "0123456789ABCDEF 01F4 09");
    }

    private static RawFile head(String fields) {
        return new RawFile().box("HEAD", "1001" + fields);
    }

    static Stream<Arguments> corrupt() {
        String rest = "0123456789ABCDEF 01F4 09";
        return Stream.of(
                arguments("rate 0", head("00 05 02 00" + rest), "sample rate 0"),
                arguments("rate", head("AEF001 05 02 00" + rest), "sample rate 768001"),
                arguments("rate beyond int", head("9080808000 05 02 00" + rest), "sample rate 4294967296"),
                arguments("no samples", head("FD00 00 02 00" + rest), "number of samples 0"),
                arguments("samples", head("FD00 A08080808001 02 00" + rest), "number of samples 1099511627777"),
                arguments("no channels", head("FD00 05 00 00" + rest), "number of channels 0"),
                arguments("one channel alike", head("FD00 05 01 01" + rest), "like the others"),
                arguments("format 3", sound("06"), "byte 19, HEAD: reserved flags"),
                arguments("reserved flag", sound("08"), "byte 19, HEAD: reserved flags"),
                arguments("quality", head("FD00 05 02 00 0123456789ABCDEF 03F1 09"), "quality 1009"),
                arguments("long HEAD", head("FD00 05 02 00" + rest + "00"), "1 bytes too many"),
                arguments("short HEAD", head("FD00 05 02 00 0123456789ABCDEF 01F4"), "ends within"),
                arguments("profile", sound("00").box("iCCP", "").box("TILE", "").end(), "HEAD denies"),
                arguments(
                        "two tiles", sound("00").box("TILE", "").box("TILE", ""), "one more than the 1 of the sound"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrupt")
    void badHeadersAreRefused(String name, RawFile file, String message) {
        ByteBuffer bytes = file.box("TILE", "").end().toBuffer();
        FormatException e =
                assertThrows(FormatException.class, () -> ContainerReader.openSound(bytes, Limits.DEFAULT), name);
        assertTrue(e.getMessage().contains(message), () -> name + ": " + e.getMessage());
    }

    @Test
    void limitsHoldAndCanBeRaised() throws IOException {
        Limits few = Limits.DEFAULT.withSeconds(60).withChannels(2);
        assertEquals(1, openHeader(header(16_000, 960_000, 2, 60), few).tileCount());
        SoundHeader longer = header(16_000, 960_001, 2, 61);
        LimitExceededException e = assertThrows(LimitExceededException.class, () -> openHeader(longer, few));
        assertEquals(
                "the sound lasts 61 s, 60 are allowed; --max-seconds or CodecBuilder.maxSeconds raises that",
                e.getMessage());
        assertEquals(longer, openHeader(longer, few.withSeconds(61)).soundHeader());
        SoundHeader wider = header(16_000, 1, 3, 1);
        e = assertThrows(LimitExceededException.class, () -> openHeader(wider, few));
        assertEquals(
                "the sound has 3 channels, 2 are allowed; --max-channels or CodecBuilder.maxChannels raises that",
                e.getMessage());
        assertEquals(wider, openHeader(wider, few.withChannels(3)).soundHeader());
        assertThrows(IllegalArgumentException.class, () -> few.withSeconds(0));
    }

    private static ContainerReader openHeader(SoundHeader header, Limits limits) throws IOException {
        return ContainerReader.openSound(ByteBuffer.wrap(file(header, 2)), limits);
    }

    /** As for pictures: 64 bytes and 16 for each further tile, what is not range-coded included, and 12 once. */
    @ParameterizedTest
    @CsvSource({"48000, 1, 2", "768000, 1, 20000", "44100, 2, 2", "44100, 60, 1250", "48000, 720, 16000"})
    void theContainerIsCheap(int rate, int groups, int payload) throws IOException {
        int overhead = file(header(rate, 10L * rate * groups, 2, 10), payload).length - groups * (payload - 2);
        assertTrue(overhead <= 64 + (groups == 1 ? 0 : 12 + 16 * (groups - 1)), "bytes: " + overhead);
    }

    /** Groups of 10 s at 1 kbit/s: the container stays below 2 %. */
    @Test
    void longSoundsOfLowRateHardlyPayForIt() throws IOException {
        int groups = 360;
        int size = file(header(16_000, 160_000L * groups, 1, 10), 1250).length;
        assertTrue(size - groups * 1250 < 0.02 * size, "bytes: " + (size - groups * 1250));
    }

    private static byte[] file(SoundHeader header, int payload) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(Collections.nCopies((int) header.tileCount(), new byte[payload]));
        writer.finish();
        return out.toByteArray();
    }

    private static SoundHeader header(int rate, long samples, int channels, int group) {
        return new SoundHeader(rate, samples, channels, false, SampleFormat.PCM_16, new PackId(-1), 1008, group);
    }
}
