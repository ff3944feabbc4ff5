package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class WavReaderTest {
    /** Three frames of 16 bits, one channel. */
    private static final byte[] DATA = {0, 0, 0, 0x40, 0, (byte) 0x80};

    private static final float[] SAMPLES = {0, 0.5f, -1};

    private static FileBytes head() {
        return FileBytes.littleEndian().text("RIFF").number(4, 1000).text("WAVE");
    }

    static Stream<Arguments> integers() {
        return Stream.of(8, 16, 24, 32, 40, 48, 56, 64)
                .flatMap(bits -> Stream.of("RIFF", "RIFX").map(kind -> Arguments.of(bits, kind)));
    }

    @ParameterizedTest
    @MethodSource("integers")
    void integersOfAllWidthsFillFullScale(int bits, String kind) throws IOException {
        ByteOrder order = kind.equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        BigInteger half = BigInteger.ONE.shiftLeft(bits - 1);
        SplittableRandom random = new SplittableRandom(bits);
        FileBytes data = new FileBytes(order);
        float[] expected = new float[60];
        for (int i = 0; i < expected.length; i++) {
            BigInteger value = i == 0 ? half.negate() : i == 1 ? half.subtract(BigInteger.ONE) : BigInteger.ZERO;
            if (i > 2) {
                value = BigInteger.valueOf(random.nextLong()).shiftRight(64 - bits);
            }
            expected[i] = Math.scalb(value.floatValue(), 1 - bits);
            data.number(bits / 8, bits == 8 ? value.longValue() + 128 : value.longValue());
        }
        byte[] file = new FileBytes(order)
                .text(kind)
                .number(4, 0)
                .text("WAVE")
                .fmt(1, 3, 44_100, bits)
                .chunk("data", data.toArray())
                .toArray();
        Frames frames = Frames.of(file, 7);
        assertEquals(new SoundFormat(44_100, 3, new SampleEncoding(false, bits)), frames.format());
        assertArrayEquals(expected, frames.samples());
        assertEquals(-1, frames.samples()[0]);
        assertEquals(0, frames.samples()[2]);
        assertEquals(List.of(), frames.warnings());
    }

    @ParameterizedTest
    @ValueSource(ints = {32, 64})
    void floatsBeyondFullScaleAreKept(int bits) throws IOException {
        double[] values = {0.1, -3.5, 1e-42, -0.0, 1000};
        FileBytes data = FileBytes.littleEndian();
        for (double value : values) {
            data.number(bits / 8, bits == 32 ? Float.floatToIntBits((float) value) : Double.doubleToLongBits(value));
        }
        byte[] file =
                head().fmt(3, 1, 48_000, bits).chunk("data", data.toArray()).toArray();
        Frames frames = Frames.of(file);
        assertEquals(new SampleEncoding(true, bits), frames.format().encoding());
        assertArrayEquals(new float[] {0.1f, -3.5f, 0, 0, 1000}, frames.samples());
    }

    @ParameterizedTest
    @CsvSource({"32, NaN", "32, Infinity", "64, -Infinity", "64, NaN", "64, 1e39"})
    void samplesThatAreNotFiniteAreRefused(int bits, double value) throws IOException {
        FileBytes data = FileBytes.littleEndian();
        int bad = 2 * 10_000 + 1;
        for (int i = 0; i < bad + 5; i++) {
            double sample = i == bad ? value : 0.25;
            data.number(bits / 8, bits == 32 ? Float.floatToIntBits((float) sample) : Double.doubleToLongBits(sample));
        }
        byte[] file =
                head().fmt(3, 2, 48_000, bits).chunk("data", data.toArray()).toArray();
        String message = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file))
                .getMessage();
        assertTrue(message.startsWith("FILE: the sample of frame 10000, channel 1 is "), message);
    }

    @Test
    void chunksOfAnyKindMayStandBetween() throws IOException {
        byte[] file = head().chunk("JUNK", new byte[28])
                .chunk("LIST", new byte[5])
                .fmt(1, 1, 16_000, 16)
                .chunk("bext", new byte[603])
                .chunk("data", DATA)
                .chunk("id3 ", new byte[11])
                .toArray();
        Frames frames = Frames.of(file);
        assertArrayEquals(SAMPLES, frames.samples());
        assertEquals(List.of(), frames.warnings());
    }

    @Test
    void paddingThatIsMissingIsNoticed() throws IOException {
        byte[] file = head().text("junk")
                .number(4, 5)
                .text("abcde")
                .fmt(1, 1, 16_000, 16)
                .chunk("data", DATA)
                .toArray();
        Frames frames = Frames.of(file);
        assertArrayEquals(SAMPLES, frames.samples());
        assertEquals(1, frames.warnings().size());
        assertTrue(
                frames.warnings().get(0).contains("\"junk\""), frames.warnings().get(0));
    }

    @Test
    void paddingBehindTheDataIsNoSound() throws IOException {
        byte[] file = head().fmt(1, 1, 16_000, 8)
                .chunk("data", new byte[] {(byte) 128, 0, (byte) 255})
                .chunk("LIST", new byte[10])
                .toArray();
        Frames frames = Frames.of(file);
        assertArrayEquals(new float[] {0, -1, 127 / 128f}, frames.samples());
        assertEquals(List.of(), frames.warnings());
    }

    @Test
    void aSecondDataChunkIsLeftOutWithAWarning() throws IOException {
        byte[] file = head().fmt(1, 1, 16_000, 16)
                .chunk("data", DATA)
                .chunk("LIST", new byte[3])
                .chunk("data", DATA)
                .toArray();
        Frames frames = Frames.of(file);
        assertArrayEquals(SAMPLES, frames.samples());
        assertEquals(List.of("the file has a second data chunk, which was left out"), frames.warnings());
    }

    @Test
    void anEmptySoundIsNoError() throws IOException {
        byte[] bare = head().fmt(1, 1, 16_000, 16).chunk("data", new byte[0]).toArray();
        byte[] tagged = head().fmt(1, 1, 16_000, 16)
                .chunk("data", new byte[0])
                .chunk("LIST", new byte[20])
                .toArray();
        for (byte[] file : List.of(bare, tagged)) {
            Frames frames = Frames.of(file);
            assertEquals(0, frames.count());
            assertEquals(List.of(), frames.warnings());
        }
    }

    /** Declared length of the data, whether it is worth a warning, and frames that are then declared. */
    @ParameterizedTest
    @CsvSource({
        "0, never finished, ",
        "0xFFFFFFFF, , ",
        "0xFFFFFFFE, the file ends after 3, 2147483647",
        "100, the file ends after 3, 50",
        "7, the file ends after 3, 3",
        "6, , 3",
        "5, the sound ends within a frame, 2",
        "4, , 2"
    })
    void lengthsAreNotTrusted(String declared, String warning, Long declaredFrames) throws IOException {
        byte[] file = head().fmt(1, 1, 16_000, 16)
                .text("data")
                .number(4, Long.decode(declared))
                .bytes(DATA)
                .toArray();
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(file), "FILE")) {
            assertEquals(
                    declaredFrames == null ? OptionalLong.empty() : OptionalLong.of(declaredFrames),
                    in.declaredFrames());
            Frames frames = Frames.of(in, 2);
            int expected = declared.length() == 1 && !declared.equals("0") ? Integer.parseInt(declared) / 2 : 3;
            assertEquals(Math.min(3, expected), frames.count());
            assertEquals(warning == null, frames.warnings().isEmpty());
            if (warning != null) {
                assertTrue(
                        frames.warnings().get(0).contains(warning),
                        frames.warnings().get(0));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "RF64, 6, 3, 0",
        "BW64, 6, 3, 0",
        "RF64, 0, 3, 1",
        "RF64, 4, 2, 0",
        "RF64, 0x4000000000000000, 3, 1",
        "RF64, -1, 3, 0"
    })
    void lengthsOf64Bits(String kind, String length, int frames, int warnings) throws IOException {
        byte[] file = FileBytes.littleEndian()
                .text(kind)
                .number(4, -1)
                .text("WAVEds64")
                .number(4, 28)
                .number(8, 0x7FFF_FFFF_FFFF_FFFFL)
                .number(8, Long.decode(length))
                .number(8, 1)
                .number(4, 0)
                .fmt(1, 1, 16_000, 16)
                .text("data")
                .number(4, -1)
                .bytes(DATA)
                .toArray();
        Frames read = Frames.of(file);
        assertEquals(frames, read.count());
        assertEquals(warnings, read.warnings().size(), read.warnings().toString());
    }

    /** Behind the first two bytes of a GUID that stands for a format tag. */
    private static final String GUID_TAIL = "000000001000800000aa00389b71";

    private static byte[] extensible(int bits, int validBits, String guid) {
        FileBytes fmt = FileBytes.littleEndian().number(2, 0xFFFE).number(2, 1).number(4, 8000);
        fmt.number(4, 8000L * bits / 8).number(2, bits / 8).number(2, bits);
        fmt.number(2, 22).number(2, validBits).number(4, 0).bytes(HexFormat.of().parseHex(guid));
        byte[] data = {0, 0, 0, 0, 0, 0, 0x20, 0x3F}; // 0 and 0.625 as 32-bit floats
        return head().chunk("fmt ", fmt.toArray()).chunk("data", data).toArray();
    }

    @ParameterizedTest
    @CsvSource({
        "16, 16, 0100, 16-bit, 4, 0x3F20p-15",
        "32, 20, 0100, 20-bit, 2, 0x3F20p-15",
        "16, 0, 0100, 16-bit, 4, 0x3F20p-15",
        "32, 32, 0300, 32-bit float, 2, 0x5p-3",
        "8, 8, 0100, 8-bit, 8, -0x41p-7"
    })
    void extensibleFormatsNameTheirSubFormat(
            int bits, int validBits, String tag, String encoding, int count, float last) throws IOException {
        Frames frames = Frames.of(extensible(bits, validBits, tag + GUID_TAIL));
        assertEquals(encoding, frames.format().encoding().toString());
        assertEquals(count, frames.count());
        assertEquals(last, frames.samples()[count - 1]);
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0100000000001000800000aa00389b72, sub-format",
        "16, 0100010000001000800000aa00389b71, sub-format",
        "24, 0300000000001000800000aa00389b71, floating-point samples of 24 bits",
        "16, 5500000000001000800000aa00389b71, MP3 (format tag 0x0055)"
    })
    void otherSubFormatsAreRefused(int bits, String guid, String message) {
        IOException e = assertThrows(UnsupportedSoundException.class, () -> Frames.of(extensible(bits, bits, guid)));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 8000, 4, Microsoft ADPCM (format tag 0x0002)",
        "0x1234, 1, 8000, 16, unknown kind (format tag 0x1234)",
        "1, 0, 8000, 16, 0 channels",
        "1, 256, 8000, 16, 256 channels",
        "1, 65535, 8000, 16, 65535 channels",
        "1, 1, 0, 16, 0 Hz",
        "1, 1, 768001, 16, 768001 Hz",
        "1, 1, 4294967295, 16, 4294967295 Hz",
        "1, 1, 8000, 0, samples of 0 bits",
        "1, 1, 8000, 4, samples of 4 bits",
        "1, 1, 8000, 72, samples of 72 bits",
        "3, 1, 8000, 16, floating-point samples of 16 bits"
    })
    void formatsThatCannotBeReadAreNamed(String tag, int channels, long rate, int bits, String message) {
        byte[] file = head().fmt(Integer.decode(tag), channels, rate, bits)
                .chunk("data", DATA)
                .toArray();
        IOException e = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file));
        assertTrue(e.getMessage().contains(message), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    /** A plain format of 24 bits in 3 or 4 bytes or in a number that makes no sense. */
    @ParameterizedTest
    @CsvSource({"3, 0", "1, 1", "2, 1", "5, -1", "4, -1", "0, 1"})
    void bytesOfAFrameMustFitItsBits(int frameBytes, int warnings) throws IOException {
        FileBytes fmt = FileBytes.littleEndian()
                .number(2, 1)
                .number(2, 1)
                .number(4, 8000)
                .number(4, 0);
        byte[] file = head().chunk(
                        "fmt ", fmt.number(2, frameBytes).number(2, 24).toArray())
                .chunk("data", DATA)
                .toArray();
        if (warnings < 0) {
            IOException e = assertThrows(UnsupportedSoundException.class, () -> Frames.of(file));
            assertTrue(e.getMessage().contains("24-bit samples in " + frameBytes + " bytes"), e.getMessage());
        } else {
            assertEquals(2, Frames.of(file).count());
            assertEquals(warnings, Frames.of(file).warnings().size());
        }
    }

    static Stream<Arguments> broken() {
        return Stream.of(
                Arguments.of(head(), "has no fmt chunk"),
                Arguments.of(head().fmt(1, 1, 8000, 16), "has no data chunk"),
                Arguments.of(head().chunk("data", DATA).fmt(1, 1, 8000, 16), "no fmt chunk comes before the data"),
                Arguments.of(head().chunk("fmt ", new byte[14]).chunk("data", DATA), "fmt chunk has 14 bytes"),
                Arguments.of(head().text("fmt ").number(4, 16).number(2, 1), "ends within its header"),
                Arguments.of(head().text("fmt ").number(4, 0xFFFF_FFFFL).number(2, 1), "ends within its header"),
                Arguments.of(
                        head().text("\1\2\3\4").number(4, 10).fmt(1, 1, 8000, 16), "chunks of the file are damaged"),
                Arguments.of(head().chunk("JUNK", DATA).text("\1\2\3\4").number(4, 10), "behind the chunk \"JUNK\""),
                Arguments.of(head().text("LIST").number(4, 0xFFFF_FFF0L).fmt(1, 1, 8000, 16), "has no fmt chunk"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void brokenStructureIsNamed(FileBytes file, String message) {
        IOException e = assertThrows(IOException.class, () -> Frames.of(file.toArray()));
        assertTrue(e.getMessage().startsWith("FILE: ") && e.getMessage().contains(message), e.getMessage());
    }
}
