package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows against FORMAT.md's definition, computed latent by latent from the file's bytes; and what is refused. */
class RowContextTest {
    /** The row of latent c of frame t, in whole numbers without bounds. */
    private static int row(byte[] file, short[] s, int channels, int step, int t, int c) {
        int shift = file[11];
        BigInteger sum = BigInteger.ZERO;
        for (int back = 0; back < 3; back++) {
            for (int j = 0; j < channels; j++) {
                int symbol = t < back ? 0 : s[(t - back) * channels + j];
                int level = file[12 + Math.min(Math.abs(symbol), 15)] & 0xFF;
                int weight = file[28 + (back * channels + c) * channels + j];
                // A lag of 0 knows the lower channels only, and has no weights for others.
                if (t >= back && (back > 0 || j < c)) {
                    sum = sum.add(BigInteger.valueOf((long) level * weight));
                }
            }
        }
        int at = 28 + 3 * channels * channels + 2 * (step * channels + c);
        sum = sum.add(BigInteger.valueOf((short) ((file[at] << 8) | (file[at + 1] & 0xFF))));
        return sum.shiftRight(shift)
                .max(BigInteger.ZERO)
                .min(BigInteger.valueOf(63))
                .intValue();
    }

    private static SoundSpec spec(int channels) throws ModelException {
        return SoundSpec.parse(MadePack.receiver(channels));
    }

    @ParameterizedTest
    @CsvSource({"1, 1, 0", "2, 5, 20", "3, 24, 10", "4, 33, 63"})
    void rowsFollowTheDefinition(long seed, int channels, int skip) throws Exception {
        byte[] file = MadePack.randomRowContext(new SplittableRandom(seed), channels);
        SplittableRandom random = new SplittableRandom(seed);
        try (SoundModel model = MadePack.of(channels, file, MadePack.randomTables(random, skip))) {
            for (int quality : new int[] {0, 15, 16, 500, 1008}) {
                ChannelSymbols symbols = SymbolSource.random(model.receiver(), random, 12, quality);
                int different = 0;
                for (int i = 0; i < symbols.s.length; i++) {
                    int row = row(file, symbols.s, channels, quality / 16, i / channels, i % channels);
                    assertEquals(row, symbols.rows[i], "seed " + seed + ", latent " + i);
                    assertTrue(row >= skip || symbols.s[i] == 0, "a symbol below the threshold");
                    different += row != symbols.rows[0] ? 1 : 0;
                }
                assertTrue(channels == 1 || different > 0, "seed " + seed + ": all rows are alike");
            }
        }
    }

    /** The largest sums there can be do not leave an int. */
    @ParameterizedTest
    @ValueSource(ints = {-128, 127})
    void theLargestSumsFit(int weight) throws Exception {
        int channels = SoundSpec.MAX_CHANNELS;
        byte[] levels = new byte[16];
        Arrays.fill(levels, 1, 16, (byte) 255);
        byte[] weights = new byte[3 * channels * channels];
        Arrays.fill(weights, (byte) weight);
        for (int i = 0; i < channels * channels; i++) {
            weights[i] = i % channels < i / channels ? (byte) weight : 0;
        }
        short[] bias = new short[64 * channels];
        Arrays.fill(bias, weight < 0 ? Short.MIN_VALUE : Short.MAX_VALUE);
        byte[] file = MadePack.rowContext(channels, 16, levels, weights, bias);
        try (SoundModel model = MadePack.of(channels, file, MadePack.randomTables(new SplittableRandom(1), 0))) {
            ChannelSymbols symbols = new ChannelSymbols(channels, 3);
            new FrameScan(model.receiver(), symbols, 0) {
                @Override
                protected int symbol(int index, int row) {
                    return -32767;
                }
            }.run();
            int last = symbols.s.length - 1;
            assertEquals(weight < 0 ? 0 : 63, symbols.rows[last]);
            assertEquals(row(file, symbols.s, channels, 0, 2, channels - 1), symbols.rows[last]);
        }
    }

    @Test
    void whatLooksAheadOrHasAnotherSizeIsRefused() throws Exception {
        SoundSpec spec = spec(4);
        byte[] good = MadePack.randomRowContext(new SplittableRandom(1), 4);
        RowContext.parse(spec, good);
        for (int at : new int[] {0, 1, 2, 3, 6, 7, 15}) { // row-major: the diagonal and above it
            byte[] bad = good.clone();
            bad[28 + at] = 1;
            ModelException e = assertThrows(ModelException.class, () -> RowContext.parse(spec, bad), "weight " + at);
            assertTrue(e.getMessage().contains("which is not known yet"), e.getMessage());
        }
        for (int length = 0; length < good.length; length += 7) {
            byte[] cut = Arrays.copyOf(good, length);
            assertThrows(ModelException.class, () -> RowContext.parse(spec, cut));
        }
        byte[] longer = Arrays.copyOf(good, good.length + 1);
        assertThrows(ModelException.class, () -> RowContext.parse(spec, longer));
        byte[] zero = good.clone();
        zero[12] = 1;
        assertThrows(ModelException.class, () -> RowContext.parse(spec, zero));
        byte[] shift = good.clone();
        shift[11] = 17;
        assertThrows(ModelException.class, () -> RowContext.parse(spec, shift));
        assertThrows(ModelException.class, () -> RowContext.parse(spec(5), good));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"rate\":16000,|\"rate\":7999,",
                "\"rate\":16000,|\"rate\":48001,",
                "\"rate\":16000,|\"rate\":16001,",
                "\"rate\":16000,|",
                "\"hop\":320,|\"hop\":79,",
                "\"hop\":320,|\"hop\":2049,",
                "\"hop\":320,|\"hop\":321,",
                "\"hop\":320,|\"hop\":0,",
                "\"hop\":320,|\"hop\":320,\"midSide\":1,",
                "\"hop\":320,|\"hop\":320,\"midSide\":\"true\",",
                "\"hop\":320,|",
                "\"rows\":64|\"rows\":63",
                "\"levelCap\":15|\"levelCap\":16",
                "\"qualities\":64|\"qualities\":65",
                "\"qualities\":64|\"qualities\":1",
                "\"predicted\":3|\"predicted\":10",
                "\"predicted\":3|\"predicted\":-1",
                "\"channels\":9|\"channels\":0",
                "\"channels\":9|\"channels\":1025",
                "\"channels\":9|\"channels\":\"9\"",
                "\"analysisContext\":3|\"analysisContext\":-1",
                "\"synthesisContext\":1|\"synthesisContext\":5000",
                "}|"
            })
    void badReceiversAreRefused(String change) throws Exception {
        String good = new String(MadePack.receiver(9), StandardCharsets.UTF_8);
        assertEquals(9, spec(9).channels());
        String[] parts = change.split("\\|", -1);
        byte[] bad = good.replace(parts[0], parts[1]).getBytes(StandardCharsets.UTF_8);
        ModelException e = assertThrows(ModelException.class, () -> SoundSpec.parse(bad));
        assertTrue(e.getMessage().startsWith("the pack's "), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({"8000, 80, 655", "48000, 960, 1024", "44100, 882, 1024", "48000, 80, 109", "45056, 2048, 1024"})
    void otherFramingsAreTakenAndBounded(int rate, int hop, int most) throws Exception {
        String good = new String(MadePack.receiver(9), StandardCharsets.UTF_8)
                .replace("\"rate\":16000,\"hop\":320", "\"midSide\":true,\"rate\":" + rate + ",\"hop\":" + hop);
        String largest = good.replace("\"channels\":9", "\"channels\":" + most);
        SoundSpec spec = SoundSpec.parse(largest.getBytes(StandardCharsets.UTF_8));
        assertEquals(new Framing(rate, hop), spec.framing());
        assertEquals(most, spec.channels());
        assertEquals(rate / hop, spec.framing().perSecond());
        assertTrue(spec.midSide(2) && !spec.midSide(1) && !spec.midSide(3) && !spec(9).midSide(2));
        byte[] more =
                good.replace("\"channels\":9", "\"channels\":" + (most + 1)).getBytes(StandardCharsets.UTF_8);
        assertThrows(ModelException.class, () -> SoundSpec.parse(more));
    }

    @Test
    void packsOfPicturesAreToldApart() {
        byte[] picture = "{\"latentChannels\":320,\"stride\":16}".getBytes(StandardCharsets.UTF_8);
        ModelException e = assertThrows(ModelException.class, () -> SoundSpec.parse(picture));
        assertEquals("the pack's receiver has no hop: it is not for sound", e.getMessage());
    }
}
