package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.nacre.codec.LimitExceededException;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files with right checksums, whose boxes stand in good or bad order or hold good or bad values. */
class ContainerStructureTest {
    private static final byte[] EMPTY = {};

    static Stream<Arguments> corrupt() {
        return Stream.of(
                // HEAD
                arguments("HEAD first", file().box("TILE", "00").end(), "byte 8, TILE 0: stands where HEAD should"),
                arguments(
                        "one HEAD", file().head(9, 9).head(9, 9).box("TILE", "").end(), "HEAD: a second one"),
                arguments("no width", headed("10", 0, 9, "00"), "0 x 9"),
                arguments("major version", headed("20", 9, 9, "00"), "byte 13, HEAD: format version 2.0"),
                arguments("region of interest", headed("10", 9, 9, "10"), "byte 17, HEAD: region-of-interest"),
                arguments("reserved flag", headed("10", 9, 9, "80"), "byte 17, HEAD: reserved flags"),
                arguments("later minor, reserved flag", headed("11", 9, 9, "20"), "reserved flags"),
                arguments("short sound", file().box("HEAD", "1001").end(), "HEAD: this is a sound, not a picture"),
                arguments("kind", file().box("HEAD", "1002").end(), "unknown kind 2"),
                arguments(
                        "quality",
                        file().box("HEAD", "1000 09 09 00 0123456789ABCDEF 03F1 00")
                                .end(),
                        "quality 1009"),
                arguments(
                        "long HEAD",
                        file().box("HEAD", "1000 09 09 00 0123456789ABCDEF 0000 00 00")
                                .end(),
                        "1 bytes"),
                arguments(
                        "short HEAD",
                        file().box("HEAD", "1000 09 09 00 0123456789ABCDEF 0000")
                                .end(),
                        "ends within"),
                arguments("long width", file().box("HEAD", "1000 8009 09 00").end(), "shortest form"),
                // tiles and index
                arguments("no tile", file().head(9, 9).box("zERO", new byte[9]).end(), "there is no tile"),
                arguments(
                        "two tiles of one",
                        file().head(9, 9).box("TILE", "").box("TILE", "").end(),
                        "TILE 1: one more"),
                arguments(
                        "tile of two",
                        file().head(99, 9).box("TILE", "").box("eXIF", "").end(),
                        "should"),
                arguments(
                        "no index",
                        file().head(99, 9).box("TILE", "").box("TILE", "").end(),
                        "there is no INDX"),
                arguments(
                        "index of one",
                        file().head(9, 9).box("INDX", "00").box("TILE", "").end(),
                        "has no index"),
                arguments("two indices", pair("0000").box("INDX", "0000").end(), "INDX: a second one"),
                arguments("short index", pair("00").end(), "cannot hold 2 lengths"),
                arguments("cut index", pair("0081").end(), "ends within"),
                arguments("long index", pair("000000").end(), "too many"),
                arguments("index beyond file", pair("00FF7F").end(), "truncated: "),
                arguments("index with huge tile", pair("00FFFFFFFFFFFFFFFF7F").end(), "TILE 1 of 9223372036854775807"),
                arguments(
                        "trailing index differs",
                        file().head(99, 9)
                                .box("TILE", "")
                                .box("TILE", "")
                                .box("INDX", "0001")
                                .end(),
                        "differ"),
                arguments(
                        "tiles apart",
                        pair("0000").box("eXIF", "").box("TILE", "").end(),
                        "TILE boxes do not stand together"),
                arguments(
                        "box between tiles",
                        file().head(99, 9)
                                .box("TILE", "")
                                .box("tEXT", "")
                                .box("TILE", "")
                                .end(),
                        "tEXT: stands where TILE 1 of 2 should"),
                // metadata
                arguments("two EXIF", single().box("eXIF", "").box("eXIF", "").end(), "eXIF: a second one"),
                arguments(
                        "two previews", single().box("tHMB", "").box("tHMB", "").end(), "tHMB: a second one"),
                arguments(
                        "profile denied",
                        file().head(9, 9).box("iCCP", "").box("TILE", "").end(),
                        "HEAD denies"),
                arguments("profile missing", headed("10", 9, 9, "08"), "HEAD names it"),
                arguments(
                        "late profile",
                        file().box("HEAD", RawFile.head("10", 9, 9, "08"))
                                .box("TILE", "")
                                .box("iCCP", "")
                                .end(),
                        "stands after the tiles"),
                // end
                arguments("no end", single(), "truncated: "),
                arguments("wrong length", single().end(5), "but says 5"),
                arguments("long end", single().box("ENDN", "2E00"), "too many"),
                // boxes
                arguments("critical box", single().box("Text", "").end(), "unknown and not to be skipped"),
                arguments("no letters", single().hex("303132330000000000").end(), "there is no box here"),
                arguments(
                        "length not shortest",
                        single().hex("74455854 8000 00000000").end(),
                        "shortest form"),
                arguments(
                        "beyond 2^62",
                        single().hex("74455854 FFFFFFFFFFFFFFFF7F 00000000").end(),
                        "2^62"),
                arguments(
                        "beyond file",
                        single().hex("74455854 C080808080808080 00 00000000").end(),
                        "truncated: "));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("corrupt")
    void badStructureIsRefused(String name, RawFile file, String message) {
        FormatException e = assertThrows(FormatException.class, () -> open(file), name);
        assertTrue(e.getMessage().contains(message), () -> name + ": " + e.getMessage());
    }

    static Stream<Arguments> valid() {
        return Stream.of(
                arguments("plain", single().end()),
                arguments(
                        "unknown boxes to skip",
                        single().box("tEXT", "AB").box("tEXT", "").end()),
                arguments(
                        "unknown box in front",
                        file().head(9, 9).box("tEXT", "AB").box("TILE", "").end()),
                arguments(
                        "preview",
                        file().head(9, 9).box("tHMB", "AB").box("TILE", "").end()),
                arguments(
                        "metadata behind",
                        single().box("xMPp", "41").box("eXIF", "").end()),
                arguments(
                        "box between index and tiles",
                        file().head(99, 9)
                                .box("INDX", "0000")
                                .box("eXIF", "")
                                .box("TILE", "")
                                .box("TILE", "")
                                .end()),
                arguments(
                        "box between tiles and index",
                        file().head(99, 9)
                                .box("TILE", "")
                                .box("TILE", "")
                                .box("eXIF", "")
                                .box("INDX", "0000")
                                .end()),
                arguments("later minor version", headed("1F", 9, 9, "00")),
                arguments(
                        "later minor version with more fields",
                        file().box("HEAD", RawFile.concat(RawFile.head("11", 9, 9, "00"), new byte[5]))
                                .box("TILE", "")
                                .end()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("valid")
    void goodStructureIsRead(String name, RawFile file) throws IOException {
        ContainerReader reader = open(file);
        assertEquals(List.of(), reader.verify(), name);
        assertEquals(9, reader.header().height(), name);
        for (int i = 0; i < reader.tileCount(); i++) {
            assertArrayEquals(EMPTY, reader.tile(i), name);
        }
    }

    @Test
    void bytesAfterTheEndAreAWarning() throws IOException {
        ContainerReader reader = open(single().end().hex("000102"));
        assertEquals(1, reader.verify().size());
        assertEquals(Problem.Severity.WARNING, reader.verify().get(0).severity());
        assertTrue(reader.verify().get(0).message().contains("3 bytes after the end"));
    }

    @Test
    void tilesAreNotTouchedBeforeTheyAreFetched() throws IOException {
        byte[] file = Samples.small(false);
        BoxInfo third = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT)
                .boxes()
                .get(5);
        for (long i = third.offset(); i < third.offset() + third.length(); i++) {
            file[(int) i] = '!';
        }
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
        reader.tile(1);
        reader.tile(3);
        FormatException e = assertThrows(FormatException.class, () -> reader.tile(2));
        assertTrue(e.getMessage().startsWith("byte " + third.offset()), e.getMessage());
        assertEquals(2, reader.verify().size(), "the tile and the whole file");
    }

    @Test
    void tilesThatLieOtherwiseThanIndexedAreCorrupt() throws IOException {
        RawFile swapped = file().head(99, 9)
                .box("INDX", "0002")
                .box("TILE", "0102")
                .box("TILE", "")
                .end();
        ContainerReader reader = open(swapped);
        FormatException e = assertThrows(FormatException.class, () -> reader.tile(0));
        assertEquals("byte 44, TILE 0: box and index differ", e.getMessage());
        assertThrows(FormatException.class, () -> reader.tile(1));
        assertEquals(2, reader.verify().size());
    }

    @Test
    void damageIsNamedByOffsetAndBox() throws IOException {
        byte[] file = Samples.small(false);
        BoxInfo last = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT)
                .boxes()
                .get(8);
        file[(int) (last.offset() + last.length() - 1)] ^= 1;
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
        FormatException e = assertThrows(FormatException.class, () -> reader.tile(5));
        assertEquals("byte " + last.offset() + ", TILE 5: checksum differs", e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0B4E43520D0A1A0A", "8B4E43520A1A0A00", "8B4E43520D1A0D00", "8B4E43520D0A1A0D0A",
                "8B4E43520D0D0A1A0D0A", "8B4E43520A0A1A0A", "8B4E43520D0D1A0D", "0B4E43520A1A0A00"
            })
    void textModeDamageIsNamed(String hex) {
        byte[] file = HexFormat.of().parseHex(hex + "48454144");
        FormatException e =
                assertThrows(FormatException.class, () -> ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT));
        assertTrue(e.getMessage().contains("damaged by a text-mode transfer"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "89504E470D0A1A0A0000000D49484452", "8B4E43530D0A1A0A48454144", "00", "FFD8FF"})
    void otherFilesAreNotOurs(String hex) {
        byte[] file = HexFormat.of().parseHex(hex);
        FormatException e =
                assertThrows(FormatException.class, () -> ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT));
        assertEquals("not a Nacre file", e.getMessage());
    }

    static Stream<Arguments> overLimit() {
        Limits few = new Limits(1 << 20, 1 << 12, 1, 1, 3, 5, 4);
        return Stream.of(
                arguments(
                        "side",
                        few,
                        headed("10", 4097, 1, "00"),
                        "4097 x 1 pixels, 4096 per side are allowed; --max-side"),
                arguments(
                        "pixels",
                        few,
                        headed("10", 1025, 1024, "00"),
                        "= 1049600 pixels, 1048576 are allowed; --max-pixels"),
                arguments("default side", Limits.DEFAULT, headed("10", (1 << 20) + 1, 1, "00"), "--max-side"),
                arguments("default pixels", Limits.DEFAULT, headed("10", 1 << 15, (1 << 13) + 1, "00"), "--max-pixels"),
                arguments(
                        "huge side", Limits.DEFAULT, headed("10", Long.MAX_VALUE, Long.MAX_VALUE, "00"), "--max-side"),
                arguments("EXIF", few, single().box("eXIF", new byte[6]).end(), "eXIF box has 6 bytes, 5 are allowed"),
                arguments("XMP", few, single().box("xMPp", new byte[6]).end(), "xMPp box has 6 bytes, 5 are allowed"),
                arguments(
                        "ICC",
                        few,
                        file().box("HEAD", RawFile.head("10", 9, 9, "08"))
                                .box("iCCP", new byte[4])
                                .end(),
                        "iCCP box has 4 bytes, 3 are allowed"),
                arguments(
                        "boxes",
                        few,
                        single().box("tEXT", "").box("tEXT", "").box("tEXT", "").end(),
                        "more than the 4"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("overLimit")
    void limitsHold(String name, Limits limits, RawFile file, String message) {
        LimitExceededException e =
                assertThrows(LimitExceededException.class, () -> ContainerReader.open(file.toBuffer(), limits), name);
        assertTrue(e.getMessage().contains(message), () -> name + ": " + e.getMessage());
    }

    @Test
    void limitsAreInclusiveAndCanBeRaised() throws IOException {
        Limits exact = new Limits(27, 9, 1, 1, 0, 5, 3);
        RawFile file =
                file().head(9, 3).box("eXIF", new byte[5]).box("TILE", "").end();
        assertEquals(1, ContainerReader.open(file.toBuffer(), exact).tileCount());
        RawFile wider = file().head(10, 3).box("TILE", "").end();
        assertThrows(LimitExceededException.class, () -> ContainerReader.open(wider.toBuffer(), exact.withPixels(30)));
        assertThrows(LimitExceededException.class, () -> ContainerReader.open(wider.toBuffer(), exact.withSide(10)));
        Limits raised = exact.withPixels(30).withSide(10);
        assertEquals(10, ContainerReader.open(wider.toBuffer(), raised).header().width());
        assertThrows(IllegalArgumentException.class, () -> raised.withPixels(0));
    }

    static Stream<Arguments> huge() {
        int most = Integer.MAX_VALUE;
        Limits none = new Limits(Long.MAX_VALUE, most, Long.MAX_VALUE, most, most, most, 1024);
        return Stream.of(
                arguments("tiles", none, headed("10", Integer.MAX_VALUE, Integer.MAX_VALUE, "00")),
                arguments("tiles within int", none, headed("10", 1 << 21, 1 << 21, "00")),
                arguments("tiles of default limits", Limits.DEFAULT, headed("10", 1 << 14, 1 << 14, "00")),
                arguments("EXIF", none, single().hex("65584946 C080808080808080 00")),
                arguments(
                        "EXIF of 2 GiB",
                        none,
                        single().hex("65584946 87FFFFFF7F").hex("00".repeat(30))),
                arguments(
                        "tile",
                        none,
                        file().head(9, 9).hex("54494C45 87FFFFFF70").hex("00".repeat(30))),
                arguments("indexed tile", none, pair("00 87FFFFFF70").end()));
    }

    /** What a few bytes declare must not be allocated; thread counters see the attempt even if it succeeds. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("huge")
    void hugeClaimsAreRefusedWithoutAllocation(String name, Limits limits, RawFile file) {
        ByteBuffer buffer = file.toBuffer();
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        long self = Thread.currentThread().getId();
        assertThrows(FormatException.class, () -> ContainerReader.open(buffer, limits), name); // loads classes
        long before = threads.getThreadAllocatedBytes(self);
        assertThrows(FormatException.class, () -> ContainerReader.open(buffer, limits), name);
        long allocated = threads.getThreadAllocatedBytes(self) - before;
        assertTrue(allocated < 100_000, name + ": " + allocated + " bytes");
    }

    private static RawFile file() {
        return new RawFile();
    }

    /** A whole file of one empty tile with this HEAD. */
    private static RawFile headed(String version, long width, long height, String flags) {
        return file().box("HEAD", RawFile.head(version, width, height, flags))
                .box("TILE", "")
                .end();
    }

    /** HEAD and the only tile. */
    private static RawFile single() {
        return file().head(9, 9).box("TILE", "");
    }

    /** HEAD, INDX and two empty tiles. */
    private static RawFile pair(String indexPayload) {
        return file().head(99, 9).box("INDX", indexPayload).box("TILE", "").box("TILE", "");
    }

    private static ContainerReader open(RawFile file) throws IOException {
        return ContainerReader.open(file.toBuffer(), Limits.DEFAULT);
    }
}
