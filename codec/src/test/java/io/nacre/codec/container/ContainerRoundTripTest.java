package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ContainerRoundTripTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void everythingComesBack(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            ImageHeader header = randomHeader(random);
            byte[] icc = header.iccKept() ? Samples.bytes(random, random.nextInt(300)) : null;
            byte[] exif = random.nextBoolean() ? Samples.bytes(random, random.nextInt(300)) : null;
            byte[] xmp = random.nextBoolean() ? Samples.bytes(random, random.nextInt(20000)) : null;
            boolean metadataFirst = random.nextBoolean();
            boolean piped = random.nextBoolean();
            List<byte[]> tiles = Samples.tiles(random, header, 200);

            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ContainerWriter writer = new ContainerWriter(out, header);
            if (icc != null) {
                writer.writeIcc(icc);
            }
            if (metadataFirst) {
                writeMetadata(writer, exif, xmp);
            }
            if (piped) {
                for (byte[] tile : tiles) {
                    writer.writeTile(tile);
                }
            } else {
                writer.writeTiles(tiles);
            }
            if (!metadataFirst) {
                writeMetadata(writer, exif, xmp);
            }
            writer.finish();

            String what = "seed " + seed + ", file " + i;
            ContainerReader reader =
                    ContainerReader.open(ByteBuffer.wrap(out.toByteArray()), Limits.DEFAULT.withPixels(Long.MAX_VALUE));
            assertEquals(header, reader.header(), what);
            assertEquals(tiles.size(), reader.tileCount(), what);
            for (int t = 0; t < tiles.size(); t++) {
                assertArrayEquals(tiles.get(t), reader.tile(t), what);
            }
            assertArrayEquals(icc, reader.icc().orElse(null), what);
            assertArrayEquals(exif, reader.exif().orElse(null), what);
            assertArrayEquals(xmp, reader.xmp().orElse(null), what);
            assertEquals(List.of(), reader.verify(), what);
            assertBoxesCover(reader, out.size(), what);
        }
    }

    private static void writeMetadata(ContainerWriter writer, byte[] exif, byte[] xmp) throws IOException {
        if (exif != null) {
            writer.writeExif(exif);
        }
        if (xmp != null) {
            writer.writeXmp(xmp);
        }
    }

    private static void assertBoxesCover(ContainerReader reader, int fileSize, String what) {
        long end = 8;
        for (BoxInfo box : reader.boxes()) {
            assertEquals(end, box.offset(), what);
            assertTrue(box.intact(), what);
            end += box.length();
        }
        assertEquals(fileSize, end, what);
    }

    private static ImageHeader randomHeader(SplittableRandom random) {
        int tileSize = 64 << random.nextInt(7);
        return new ImageHeader(
                1 + random.nextInt(6 * tileSize),
                1 + random.nextInt(6 * tileSize),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                random.nextBoolean(),
                new PackId(random.nextLong()),
                random.nextInt(ImageHeader.MAX_QUALITY + 1),
                tileSize);
    }

    @Test
    void indexStandsBeforeTilesGivenTogetherAndBehindTilesGivenOneByOne() throws IOException {
        assertEquals(
                List.of("HEAD", "iCCP", "INDX", "TILE", "TILE", "TILE", "TILE", "TILE", "TILE", "eXIF", "xMPp", "ENDN"),
                types(Samples.small(false)));
        assertEquals(
                List.of("HEAD", "iCCP", "TILE", "TILE", "TILE", "TILE", "TILE", "TILE", "INDX", "eXIF", "xMPp", "ENDN"),
                types(Samples.small(true)));
    }

    private static List<String> types(byte[] file) throws IOException {
        return ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT).boxes().stream()
                .map(BoxInfo::type)
                .toList();
    }

    @Test
    void bufferMayBeDirectReadOnlyAndInTheMiddle() throws IOException {
        byte[] file = Samples.small(false);
        ByteBuffer padded = ByteBuffer.allocateDirect(file.length + 20);
        padded.position(13).put(file).flip().position(13);
        ContainerReader reader = ContainerReader.open(padded.asReadOnlyBuffer(), Limits.DEFAULT);
        assertEquals(List.of(), reader.verify());
        assertArrayEquals(
                ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT).tile(4), reader.tile(4));
        assertEquals(13, padded.position());
    }

    /** Here and below the two bytes with which a tile's payload begins, its check, count as container. */
    @ParameterizedTest
    @ValueSource(ints = {2, 20000})
    void aSingleTileCostsAtMost64Bytes(int payload) throws IOException {
        int overhead = overhead(1, 1, payload);
        assertTrue(overhead <= 64, "bytes: " + overhead);
    }

    @ParameterizedTest
    @CsvSource({
        "2, 1, 2",
        "3, 1, 2",
        "41, 1, 2",
        "50, 4, 2",
        "2, 1, 20000",
        "3, 1, 20000",
        "41, 1, 20000",
        "50, 4, 20000"
    })
    void aFurtherTileCostsAtMost16Bytes(int across, int down, int payload) throws IOException {
        int once = 12; // the frame of INDX (9 bytes), the first tile's entry (3)
        int overhead = overhead(across, down, payload);
        assertTrue(overhead <= 64 + once + 16 * (across * down - 1), "bytes: " + overhead);
        int column = overhead(across + 1, down, payload) - overhead;
        assertTrue(column <= 16 * down + 1, "bytes of " + down + " tiles more: " + column); // 1: a longer width in HEAD
    }

    /** Bytes that aren't range-coded data; width and height have two or three bytes each in HEAD. */
    private static int overhead(int across, int down, int payload) throws IOException {
        int tileSize = ImageHeader.MAX_TILE_SIZE;
        ImageHeader header = new ImageHeader(
                across * tileSize, down * tileSize, false, false, false, false, new PackId(-1), 1008, tileSize);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(Collections.nCopies(across * down, new byte[payload]));
        writer.finish();
        return out.size() - across * down * (payload - 2);
    }

    @Test
    void callsOutOfOrderAreRefused() throws IOException {
        ImageHeader two = new ImageHeader(100, 50, false, false, false, false, new PackId(1), 0, 64);
        byte[] bytes = new byte[3];
        ContainerWriter writer = new ContainerWriter(new ByteArrayOutputStream(), two);
        assertThrows(IllegalStateException.class, () -> writer.writeIcc(bytes), "no profile announced");
        assertThrows(IllegalArgumentException.class, () -> writer.writeTiles(List.of(bytes)), "one tile of two");
        writer.writeTile(bytes);
        assertThrows(IllegalStateException.class, writer::finish, "one tile of two");
        assertThrows(IllegalStateException.class, () -> writer.writeExif(bytes), "between tiles");
        assertThrows(IllegalStateException.class, () -> writer.writeTiles(List.of(bytes, bytes)), "begun one by one");
        writer.writeTile(bytes);
        assertThrows(IllegalStateException.class, () -> writer.writeTile(bytes), "third tile of two");
        writer.writeExif(bytes);
        assertThrows(IllegalStateException.class, () -> writer.writeExif(bytes), "second EXIF");
        assertThrows(LimitExceededException.class, () -> writer.writeXmp(new byte[(16 << 20) + 1]));
        writer.finish();
        assertThrows(IllegalStateException.class, writer::finish, "finished twice");
        assertThrows(IllegalStateException.class, () -> writer.writeXmp(bytes), "after the end");

        ImageHeader kept = new ImageHeader(50, 50, false, false, false, true, new PackId(1), 0, 64);
        ContainerWriter withProfile = new ContainerWriter(new ByteArrayOutputStream(), kept);
        assertThrows(IllegalStateException.class, () -> withProfile.writeTile(bytes), "profile missing");
    }
}
