package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.entropy.CorruptStreamException;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupCoderTest {
    private static final int QUALITY = 500;

    private static ChannelSymbols[] symbols(SoundModel model, SplittableRandom random, int channels, int frames)
            throws Exception {
        ChannelSymbols[] symbols = new ChannelSymbols[channels];
        for (int c = 0; c < channels; c++) {
            symbols[c] = SymbolSource.random(model.receiver(), random, frames, QUALITY);
        }
        return symbols;
    }

    private static byte[] encode(SoundModel model, ChannelSymbols... symbols) {
        return GroupEncoder.encode(model.receiver().tables, symbols);
    }

    private static GroupParser parser(SoundModel model, int channels) {
        return new GroupParser(model.receiver(), channels, QUALITY);
    }

    private static void assertSame(ChannelSymbols[] expected, ChannelSymbols[] actual, String what) {
        assertEquals(expected.length, actual.length, what);
        for (int c = 0; c < expected.length; c++) {
            assertEquals(expected[c].level, actual[c].level, what);
            assertArrayEquals(expected[c].s, actual[c].s, what);
            assertArrayEquals(expected[c].rows, actual[c].rows, what);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void everySymbolComesBack(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (SoundModel model = MadePack.random(random, random.nextInt(1, 40), random.nextInt(40))) {
            for (int frames : new int[] {1, 2, 3, 51, 300}) {
                int channels = random.nextInt(1, 4);
                ChannelSymbols[] symbols = symbols(model, random, channels, frames);
                byte[] payload = encode(model, symbols);
                assertSame(symbols, parser(model, channels).parse(payload, frames), "seed " + seed);
            }
        }
    }

    /** The check of FORMAT.md, computed byte by byte. */
    @Test
    void theCheckCoversLevelsAndSymbols() throws Exception {
        SplittableRandom random = new SplittableRandom(3);
        try (SoundModel model = MadePack.random(random, 7, 10)) {
            ChannelSymbols[] symbols = symbols(model, random, 2, 30);
            CRC32C crc = new CRC32C();
            for (ChannelSymbols channel : symbols) {
                crc.update(channel.level);
                for (short s : channel.s) {
                    crc.update(s >> 8);
                    crc.update(s);
                }
            }
            byte[] payload = encode(model, symbols);
            long value = crc.getValue();
            assertEquals(((value >>> 16) ^ value) & 0xFFFF, 256 * (payload[0] & 0xFF) + (payload[1] & 0xFF));
            payload[1] ^= 1;
            CorruptStreamException e = assertThrows(
                    CorruptStreamException.class, () -> parser(model, 2).parse(payload, 30));
            assertEquals("the decoded symbols are not those that were encoded", e.getMessage());
        }
    }

    @Test
    void otherTablesAreFound() throws Exception {
        try (SoundModel one = MadePack.random(new SplittableRandom(1), 12, 0);
                SoundModel other = MadePack.random(new SplittableRandom(2), 12, 0)) {
            byte[] payload = encode(one, symbols(one, new SplittableRandom(8), 1, 50));
            assertThrows(CorruptStreamException.class, () -> parser(other, 1).parse(payload, 50));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void damageEndsInOneException(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        try (SoundModel model = MadePack.random(random, 6, 5)) {
            GroupParser parser = parser(model, 2);
            byte[] good = encode(model, symbols(model, random, 2, 30));
            for (int length = 0; length < good.length; length++) {
                byte[] cut = Arrays.copyOf(good, length);
                assertThrows(CorruptStreamException.class, () -> parser.parse(cut, 30), "length " + length);
            }
            // A check of 16 bits lets one damage in 65536 pass: none of these.
            for (int bit = 0; bit < 8 * good.length; bit++) {
                byte[] bad = good.clone();
                bad[bit / 8] ^= (byte) (1 << bit % 8);
                assertThrows(
                        CorruptStreamException.class, () -> parser.parse(bad, 30), "seed " + seed + ", bit " + bit);
            }
            for (int i = 0; i < 300; i++) {
                byte[] noise = new byte[random.nextInt(200)];
                random.nextBytes(noise);
                assertThrows(
                        CorruptStreamException.class, () -> parser.parse(noise, 30), "seed " + seed + ", noise " + i);
            }
            byte[] longer = Arrays.copyOf(good, good.length + 1);
            assertThrows(CorruptStreamException.class, () -> parser.parse(longer, 30));
        }
    }

    /** A group needs nothing but itself, and a channel nothing of the channel before. */
    @Test
    void channelsAreCodedApart() throws Exception {
        SplittableRandom random = new SplittableRandom(6);
        try (SoundModel model = MadePack.random(random, 16, 0)) {
            ChannelSymbols[] two = symbols(model, random, 2, 50);
            ChannelSymbols[] turned = {two[1], two[0]};
            assertSame(turned, parser(model, 2).parse(encode(model, turned), 50), "seed 6");
            assertSame(
                    Arrays.copyOfRange(two, 1, 2), parser(model, 1).parse(encode(model, two[1]), 50), "seed 6, alone");
        }
    }

    /** Rows below the threshold cost nothing, however many. */
    @Test
    void silenceIsCheap() throws Exception {
        int channels = 128;
        byte[] context =
                MadePack.rowContext(channels, 7, new byte[16], new byte[3 * 128 * 128], new short[64 * channels]);
        byte[] tables = MadePack.randomTables(new SplittableRandom(2), 1); // all rows are 0
        try (SoundModel model = MadePack.of(channels, context, tables)) {
            ChannelSymbols silence =
                    new GroupQuantizer(model.receiver(), model.sender(), QUALITY).quantize(new short[500 * channels]);
            int bytes = encode(model, silence).length;
            assertTrue(bytes <= 4, bytes + " bytes");
        }
    }
}
