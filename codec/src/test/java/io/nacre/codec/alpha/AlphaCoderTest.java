package io.nacre.codec.alpha;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.RangeDecoder;
import io.nacre.entropy.RangeEncoder;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class AlphaCoderTest {
    @ParameterizedTest
    @CsvSource({"1, 1", "1, 2", "2, 1", "1, 37", "37, 1", "3, 5", "5, 3", "64, 64", "129, 67", "16384, 3", "3, 16384"})
    void exactOfAnyShape(int width, int height) throws CorruptStreamException {
        for (byte[] plane : new byte[][] {
            Planes.of(width, height, (x, y) -> 255),
            Planes.of(width, height, (x, y) -> (x * 5 + y * 3) % 7 < 3 ? 255 : 0),
            Planes.of(width, height, (x, y) -> (x / 3 + y / 2) % 4 * 80),
            Planes.ramp(width, height),
            Planes.shadow(width, height),
            Planes.noise(width, height, 99)
        }) {
            assertArrayEquals(plane, decode(encode(plane, width, height, 0), width, height));
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void boundedErrorOnRandomPlanes(int seed) throws CorruptStreamException {
        SplittableRandom random = new SplittableRandom(seed);
        int width = 1 + random.nextInt(120);
        int height = 1 + random.nextInt(120);
        int near = seed % 8;
        byte[] plane = Planes.mixed(width, height, random);
        byte[] original = plane.clone();
        byte[] decoded = decode(encode(plane, width, height, near), width, height);
        assertArrayEquals(original, plane, "the encoder changed its input, seed " + seed);
        assertBounded(plane, decoded, near, "seed " + seed);
    }

    static Stream<Arguments> smoothPlanes() {
        return IntStream.rangeClosed(0, AlphaCoder.MAX_NEAR)
                .boxed()
                .flatMap(near -> Stream.of(
                        Arguments.of("shadow", Planes.shadow(256, 256), near),
                        Arguments.of("circle", Planes.smoothCircle(256, 100), near),
                        Arguments.of("noise", Planes.noise(256, 256, 5), near),
                        Arguments.of("ramp", Planes.ramp(256, 256), near)));
    }

    @ParameterizedTest(name = "{0}, near {2}")
    @MethodSource("smoothPlanes")
    void boundedErrorAndNeverLongerThanExact(String name, byte[] plane, int near) throws CorruptStreamException {
        byte[] stream = encode(plane, 256, 256, near);
        assertBounded(plane, decode(stream, 256, 256), near, name);
        int exactLength = encode(plane, 256, 256, 0).length;
        assertTrue(stream.length <= exactLength + 2, name + ": " + stream.length + " bytes, exact " + exactLength);
    }

    @Test
    void aFullBoundIsUsed() throws CorruptStreamException {
        byte[] plane = Planes.noise(256, 256, 6);
        byte[] decoded = decode(encode(plane, 256, 256, 7), 256, 256);
        int largest = IntStream.range(0, plane.length)
                .map(i -> Math.abs((plane[i] & 0xFF) - (decoded[i] & 0xFF)))
                .max()
                .orElseThrow();
        assertEquals(7, largest);
    }

    @Test
    void fewLevelsAreExactWhateverTheBound() throws CorruptStreamException {
        byte[] plane = Planes.of(64, 64, (x, y) -> 100 + (x / 5 + y / 7) % 16);
        assertArrayEquals(plane, decode(encode(plane, 64, 64, 7), 64, 64));
    }

    static Stream<Arguments> typicalPlanes() {
        return Stream.of(
                Arguments.of("constant", Planes.of(512, 512, (x, y) -> 77), 0, 3),
                Arguments.of("circle", Planes.circle(512, 200), 0, 235),
                Arguments.of("small circle", Planes.circle(512, 100), 0, 135),
                Arguments.of("glyphs", Planes.glyphs(512, 512), 0, 4_550),
                Arguments.of("rings", Planes.rings(512), 0, 630),
                Arguments.of("blocks", Planes.blocks(512, 512), 0, 90),
                Arguments.of("smooth circle", Planes.smoothCircle(512, 200), 0, 1_580),
                Arguments.of("smooth circle, near 2", Planes.smoothCircle(512, 200), 2, 1_130),
                Arguments.of("ramp", Planes.ramp(512, 512), 0, 340),
                Arguments.of("shadow", Planes.shadow(512, 512), 0, 16_500),
                Arguments.of("shadow, near 2", Planes.shadow(512, 512), 2, 7_600),
                Arguments.of("noise", Planes.noise(512, 512, 1), 0, 292_000));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("typicalPlanes")
    void typicalPlanesStaySmall(String name, byte[] plane, int near, int mostBytes) throws CorruptStreamException {
        byte[] stream = encode(plane, 512, 512, near);
        assertBounded(plane, decode(stream, 512, 512), near, name);
        assertTrue(stream.length <= mostBytes, name + ": " + stream.length + " bytes");
    }

    @Test
    void sharesAStream() throws CorruptStreamException {
        byte[] first = Planes.smoothCircle(40, 15);
        byte[] second = Planes.circle(40, 12);
        RangeEncoder encoder = new RangeEncoder();
        encoder.encodeBits(0x155, 9);
        AlphaCoder.encode(encoder, first, 40, 40, 0);
        AlphaCoder.encode(encoder, second, 40, 40, 0);
        AlphaCoder.encode(encoder, first, 40, 40, 0);
        encoder.encodeBits(0x2A, 7);
        byte[] stream = encoder.finish();

        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        assertEquals(0x155, decoder.decodeBits(9));
        assertArrayEquals(first, AlphaCoder.decode(decoder, 40, 40));
        assertArrayEquals(second, AlphaCoder.decode(decoder, 40, 40));
        assertArrayEquals(first, AlphaCoder.decode(decoder, 40, 40));
        assertEquals(0x2A, decoder.decodeBits(7));
        decoder.finish();
    }

    /** The format is fixed: what was written must be read for ever. */
    @Test
    void goldenStreams() {
        assertEquals("32", hex(encode(Planes.of(7, 5, (x, y) -> 200), 7, 5, 0)));
        assertEquals("4403fde8f96b667645b4362c917bcd938a61bc", hex(encode(Planes.circle(16, 6), 16, 16, 0)));
        assertEquals(
                "4c0156ab3847a384584fdee043edb8d6511b4f1e2075c6400cdc9fcb8bac8163a0",
                hex(encode(Planes.rings(16), 16, 16, 0)));
        assertEquals(
                "83e49045e4ed262168d61563093c9ceeccfb5f18b0fc582e33b6c28191f7cc334197769843721d3f"
                        + "4fc5524769f1c67c268b8fe97de2ad943e634d03c4c46cfb5f67ada8de3295fb982427a3b069708a"
                        + "bda211e376fbfd101743526e93119d68590d376df53948d119dc2588877d59af9deefefd46502520"
                        + "cac632d64a9c6fc0",
                hex(encode(Planes.shadow(20, 14), 20, 14, 0)));
        assertEquals(
                "9be498a392791b44fdadc9a4b5b94804a3bb2fb6fc8a4b3a99664c78004057c17338ed321e2decf2"
                        + "b83a852ee95d1f8b4c8fc31c7918e8d9317b1b54acbf180b924aea913ee879f5d0dbc20dae1f40",
                hex(encode(Planes.shadow(20, 14), 20, 14, 3)));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesEndInAPlaneOrTheCheckedException(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] stream = new byte[random.nextInt(400)];
        random.nextBytes(stream);
        decodeWhatever(stream, 1 + random.nextInt(300), 1 + random.nextInt(300), "seed " + seed);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyBytesAfterAGoodHeaderDoSoToo(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        RangeEncoder encoder = new RangeEncoder();
        if (random.nextBoolean()) {
            int levels = 2 + random.nextInt(15);
            encoder.encodeBits(1, 2);
            encoder.encodeBits(levels - 1, 4);
            for (int i = 0; i < levels; i++) {
                encoder.encodeBits(10 * i, 8);
            }
        } else {
            encoder.encodeBits(2, 2);
            encoder.encodeBits(random.nextInt(8), 3);
        }
        for (int i = random.nextInt(400); i > 0; i--) {
            encoder.encodeBits(random.nextInt(1 << 16), 16);
        }
        decodeWhatever(encoder.finish(), 1 + random.nextInt(300), 1 + random.nextInt(300), "seed " + seed);
    }

    @Test
    void bytesOfOneKindEndToo() {
        for (int value = 0; value < 256; value++) {
            byte[] stream = new byte[300];
            Arrays.fill(stream, (byte) value);
            decodeWhatever(stream, 200, 200, "bytes of " + value);
        }
    }

    @Test
    void damagedStreamsEndInAPlaneOrTheCheckedException() {
        for (byte[] plane : new byte[][] {
            Planes.circle(48, 20), Planes.rings(48), Planes.smoothCircle(48, 20), Planes.noise(48, 48, 3)
        }) {
            byte[] stream = encode(plane, 48, 48, 0);
            int step = 1 + stream.length / 200;
            for (int at = 0; at < stream.length; at += step) {
                decodeWhatever(Arrays.copyOf(stream, at), 48, 48, "cut to " + at);
                byte[] flipped = stream.clone();
                flipped[at] ^= (byte) (1 << at % 8);
                decodeWhatever(flipped, 48, 48, "bit flipped in byte " + at);
            }
        }
    }

    @Test
    void decodingAllocatesThePlaneAndLittleMore() throws CorruptStreamException {
        int size = 1400;
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        SplittableRandom random = new SplittableRandom(8);
        for (byte[] plane : new byte[][] {
            Planes.of(size, size, (x, y) -> random.nextInt(2)),
            Planes.of(size, size, (x, y) -> random.nextInt(16)),
            Planes.noise(size, size, 2)
        }) {
            byte[] stream = encode(plane, size, size, 0);
            long before = threads.getCurrentThreadAllocatedBytes();
            byte[] decoded = decode(stream, size, size);
            long allocated = threads.getCurrentThreadAllocatedBytes() - before;
            assertArrayEquals(plane, decoded);
            assertTrue(allocated < plane.length + 80 * size + (8 << 20), "allocated " + allocated);
        }
    }

    @Test
    void refusesWhatTheEncoderNeverWrites() {
        RangeEncoder reservedMode = new RangeEncoder();
        reservedMode.encodeBits(3, 2);
        assertCorrupt(reservedMode.finish());

        RangeEncoder listOfOne = new RangeEncoder();
        listOfOne.encodeBits(1, 2);
        listOfOne.encodeBits(0, 4);
        listOfOne.encodeBits(9, 8);
        assertCorrupt(listOfOne.finish());

        RangeEncoder unsorted = new RangeEncoder();
        unsorted.encodeBits(1, 2);
        unsorted.encodeBits(1, 4);
        unsorted.encodeBits(9, 8);
        unsorted.encodeBits(9, 8);
        assertCorrupt(unsorted.finish());
    }

    @Test
    void refusesBadArguments() {
        byte[] four = new byte[4];
        RangeEncoder encoder = new RangeEncoder();
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.encode(encoder, four, 2, 3, 0));
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.encode(encoder, four, -2, -2, 0));
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.encode(encoder, four, 2, 2, 8));
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.encode(encoder, four, 2, 2, -1));
        assertEquals(0, encoder.finish().length);
        RangeDecoder decoder = new RangeDecoder(four, 0, 4);
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.decode(decoder, 16385, 1));
        assertThrows(IllegalArgumentException.class, () -> AlphaCoder.decode(decoder, 1, 0));
    }

    private static void assertCorrupt(byte[] stream) {
        assertThrows(
                CorruptStreamException.class,
                () -> AlphaCoder.decode(new RangeDecoder(stream, 0, stream.length), 8, 8));
    }

    private static void assertBounded(byte[] expected, byte[] actual, int near, String message) {
        assertEquals(expected.length, actual.length, message);
        for (int i = 0; i < expected.length; i++) {
            int before = expected[i] & 0xFF;
            int after = actual[i] & 0xFF;
            boolean extreme = before == 0 || before == 255 || after == 0 || after == 255;
            if (extreme ? before != after : Math.abs(before - after) > near) {
                throw new AssertionError(message + ": " + before + " became " + after + " at " + i);
            }
        }
    }

    private static void decodeWhatever(byte[] stream, int width, int height, String message) {
        try {
            byte[] plane = AlphaCoder.decode(new RangeDecoder(stream, 0, stream.length), width, height);
            assertEquals(width * height, plane.length, message);
        } catch (CorruptStreamException e) {
            assertTrue(!e.getMessage().isEmpty(), message);
        } catch (RuntimeException e) {
            throw new AssertionError(message, e);
        }
    }

    private static byte[] encode(byte[] plane, int width, int height, int near) {
        RangeEncoder encoder = new RangeEncoder();
        AlphaCoder.encode(encoder, plane, width, height, near);
        return encoder.finish();
    }

    private static byte[] decode(byte[] stream, int width, int height) throws CorruptStreamException {
        RangeDecoder decoder = new RangeDecoder(stream, 0, stream.length);
        byte[] plane = AlphaCoder.decode(decoder, width, height);
        decoder.finish();
        return plane;
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
