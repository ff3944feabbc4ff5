package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AiffReaderTest {
    private static final byte[] DATA = {0, 0, 0x40, 0, (byte) 0x80, 0}; // 0, 0.5, -1 in 16 bits
    private static final float[] SAMPLES = {0, 0.5f, -1};

    private static FileBytes head(String type) {
        return FileBytes.bigEndian().text("FORM").number(4, 1000).text(type);
    }

    /** The 80 bits of a positive number: its binary digits from the first one on, and where the point stands. */
    private static void putExtended(FileBytes out, BigDecimal value) {
        BigInteger digits =
                value.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(64))).toBigInteger();
        int surplus = digits.bitLength() - 64;
        out.number(2, 16383 + digits.bitLength() - 1 - 64);
        out.number(8, digits.shiftRight(surplus).longValue());
    }

    private static byte[] common(int channels, long frames, int bits, String rate, String type) {
        FileBytes common =
                FileBytes.bigEndian().number(2, channels).number(4, frames).number(2, bits);
        putExtended(common, new BigDecimal(rate));
        return common.text(type).toArray();
    }

    private static byte[] sound(int offset, byte[] data) {
        byte[] junk = new byte[offset];
        Arrays.fill(junk, (byte) 77);
        return FileBytes.bigEndian()
                .number(4, offset)
                .number(4, 0)
                .bytes(junk)
                .bytes(data)
                .toArray();
    }

    @ParameterizedTest
    @CsvSource({"1, 0", "8000, 0", "11025, 0", "44100, 0", "768000, 0", "22254.5454, 1"})
    void plainAiffOfAnyRate(String rate, int warnings) throws IOException {
        byte[] file = head("AIFF")
                .chunk("COMM", common(1, 3, 16, rate, ""))
                .chunk("NAME", new byte[7])
                .chunk("SSND", sound(0, DATA))
                .toArray();
        Frames frames = Frames.of(file);
        int rounded = Math.round(Float.parseFloat(rate));
        assertEquals(new SoundFormat(rounded, 1, SampleEncoding.INT_16), frames.format());
        assertArrayEquals(SAMPLES, frames.samples());
        assertEquals(warnings, frames.warnings().size(), frames.warnings().toString());
    }

    static Stream<Arguments> types() {
        return Stream.of(
                Arguments.of("NONE", 16, "8000", -1f, "16-bit"),
                Arguments.of("twos", 16, "8000", -1f, "16-bit"),
                Arguments.of("sowt", 16, "0080", -1f, "16-bit"),
                Arguments.of("NONE", 8, "40", 0.5f, "8-bit"),
                Arguments.of("NONE", 12, "4000", 0.5f, "12-bit"),
                Arguments.of("raw ", 8, "c0", 0.5f, "8-bit"),
                Arguments.of("in24", 24, "c00000", -0.5f, "24-bit"),
                Arguments.of("in32", 32, "c0000000", -0.5f, "32-bit"),
                Arguments.of("sowt", 24, "0000c0", -0.5f, "24-bit"),
                Arguments.of("fl32", 32, "40490fdb", (float) Math.PI, "32-bit float"),
                Arguments.of("FL32", 32, "bf000000", -0.5f, "32-bit float"),
                Arguments.of("fl64", 64, "bfe0000000000000", -0.5f, "64-bit float"),
                Arguments.of("FL64", 64, "400921fb54442d18", (float) Math.PI, "64-bit float"),
                Arguments.of("alaw", 16, "aa", 32256 / 32768f, "16-bit"),
                Arguments.of("ALAW", 8, "2a", -32256 / 32768f, "16-bit"),
                Arguments.of("ulaw", 16, "00", -32124 / 32768f, "16-bit"),
                Arguments.of("ULAW", 8, "ff", 0f, "16-bit"));
    }

    @ParameterizedTest
    @MethodSource("types")
    void typesOfAiffC(String type, int bits, String sample, float value, String encoding) throws IOException {
        byte[] bytes = new BigInteger("1" + sample, 16).toByteArray();
        byte[] data = Arrays.copyOfRange(bytes, 1, bytes.length);
        byte[] file = head("AIFC")
                .chunk("FVER", new byte[4])
                .chunk("COMM", common(1, 1, bits, "44100", type + "\4some"))
                .chunk("SSND", sound(0, data))
                .toArray();
        Frames frames = Frames.of(file);
        assertArrayEquals(new float[] {value}, frames.samples());
        assertEquals(encoding, frames.format().encoding().toString());
        assertEquals(List.of(), frames.warnings());
    }

    @Test
    void soundMayBeginBehindAnOffsetAndEndBeforeItsChunk() throws IOException {
        byte[] file = head("AIFF")
                .chunk("COMM", common(1, 2, 16, "44100", ""))
                .chunk("SSND", sound(6, DATA))
                .toArray();
        assertArrayEquals(Arrays.copyOf(SAMPLES, 2), Frames.of(file).samples());
    }

    @Test
    void aSoundWithoutFramesMayLackItsChunk() throws IOException {
        byte[] file = head("AIFF").chunk("COMM", common(2, 0, 16, "44100", "")).toArray();
        assertEquals(0, Frames.of(file).count());
    }

    @ParameterizedTest
    @CsvSource({"0, 0, 3, 1", "0, 3, 3, 1", "14, 0, 3, 0", "14, 9, 3, 0", "1000, 1000, 3, 1", "12, 3, 2, 0"})
    void lengthsAreNotTrusted(int chunk, int declared, int frames, int warnings) throws IOException {
        byte[] file = head("AIFF")
                .chunk("COMM", common(1, declared, 16, "44100", ""))
                .text("SSND")
                .number(4, chunk)
                .bytes(sound(0, DATA))
                .toArray();
        Frames read = Frames.of(file);
        assertEquals(frames, read.count());
        assertEquals(warnings, read.warnings().size(), read.warnings().toString());
    }

    static Stream<Arguments> broken() {
        byte[] fine = common(1, 3, 16, "44100", "");
        return Stream.of(
                Arguments.of(head("AIFF"), "has no COMM chunk"),
                Arguments.of(head("AIFF").chunk("COMM", fine), "has no SSND chunk"),
                Arguments.of(head("AIFF").chunk("SSND", sound(0, DATA)).chunk("COMM", fine), "no COMM chunk comes"),
                Arguments.of(head("AIFF").chunk("COMM", new byte[17]), "\"COMM\" ends within its fields"),
                Arguments.of(head("AIFF").chunk("COMM", new byte[18]), "samples of 0 bits"),
                Arguments.of(head("AIFC").chunk("COMM", fine), "\"COMM\" ends within its fields"),
                Arguments.of(head("AIFF").chunk("COMM", common(0, 3, 16, "44100", "")), "0 channels"),
                Arguments.of(head("AIFF").chunk("COMM", common(300, 3, 16, "44100", "")), "300 channels"),
                Arguments.of(head("AIFF").chunk("COMM", common(1, 3, 16, "1e4000", "")), "Hz"),
                Arguments.of(head("AIFF").chunk("COMM", common(1, 3, 16, "0.25", "")), "0 Hz"),
                Arguments.of(head("AIFC").chunk("COMM", common(1, 3, 16, "44100", "ima4")), "IMA ADPCM \"ima4\""),
                Arguments.of(head("AIFC").chunk("COMM", common(1, 3, 16, "44100", "\1\2\3x")), "\"???x\""),
                Arguments.of(head("AIFF").chunk("COMM", fine).chunk("SSND", new byte[7]), "\"SSND\" ends within"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void whatCannotBeReadIsNamed(FileBytes file, String message) {
        IOException e = assertThrows(IOException.class, () -> Frames.of(file.toArray()));
        assertTrue(e.getMessage().startsWith("FILE: ") && e.getMessage().contains(message), e.getMessage());
    }
}
