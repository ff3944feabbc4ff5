package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.LimitExceededException;
import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is left of damaged files is found again, and goes where it was. */
class SalvageTest {
    private static final int TILES = 12;

    /** A file taken apart into magic and boxes. */
    private static List<byte[]> parts(byte[] file) throws IOException {
        List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(file, Magic.LENGTH)));
        for (BoxInfo box : open(file).boxes()) {
            parts.add(Arrays.copyOfRange(file, (int) box.offset(), (int) (box.offset() + box.length())));
        }
        return parts;
    }

    private static byte[] joined(List<byte[]> parts) {
        return RawFile.concat(parts.toArray(byte[][]::new));
    }

    /** A picture of 4 x 3 tiles, all of different lengths, with an EXIF block. */
    private static byte[] file(boolean piped) throws IOException {
        SplittableRandom random = new SplittableRandom(11);
        ImageHeader header = new ImageHeader(250, 190, false, false, false, false, new PackId(5), 300, 64);
        List<byte[]> tiles = new ArrayList<>();
        for (int i = 0; i < TILES; i++) {
            tiles.add(Samples.bytes(random, 20 + (i * 5) % TILES));
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        if (piped) {
            for (byte[] tile : tiles) {
                writer.writeTile(tile);
            }
        } else {
            writer.writeTiles(tiles);
        }
        writer.writeExif(Samples.bytes(random, 33));
        writer.finish();
        return out.toByteArray();
    }

    private static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    private static ContainerReader salvage(byte[] file) throws IOException {
        return ContainerReader.salvage(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    /** Index in {@link #parts} of a tile. */
    private static int part(int tile, boolean piped) {
        return tile + (piped ? 2 : 3);
    }

    /** All tiles but some are those of the good file; those are lost, and only those. */
    private static void assertTiles(byte[] good, byte[] damaged, BitSet lost, String what) throws IOException {
        assertEquals(lost, assertTilesAreRight(good, damaged, what), what);
    }

    /** Tiles that came back are those of the good file; returns the others. */
    private static BitSet assertTilesAreRight(byte[] good, byte[] damaged, String what) throws IOException {
        ContainerReader original = open(good);
        ContainerReader salvaged = salvage(damaged);
        assertEquals(original.tileCount(), salvaged.tileCount(), what);
        assertEquals(original.header(), salvaged.header(), what);
        assertFalse(salvaged.verify().isEmpty(), what);
        BitSet lost = new BitSet();
        for (int i = 0; i < original.tileCount(); i++) {
            byte[] tile;
            try {
                tile = salvaged.tile(i);
            } catch (FormatException e) {
                lost.set(i);
                continue;
            }
            assertArrayEquals(original.tile(i), tile, what + ", tile " + i);
        }
        return lost;
    }

    private static BitSet lost(int... tiles) {
        return IntStream.of(tiles).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    @Test
    void wholeFilesOpenAsEver() throws IOException {
        for (boolean piped : new boolean[] {false, true}) {
            byte[] file = file(piped);
            assertEquals(List.of(), salvage(file).verify());
            assertEquals(open(file).boxes(), salvage(file).boxes());
        }
        assertEquals(Kind.PICTURE, salvage(file(false)).kind());
    }

    /** One bit of a box can be put right, and a length can be found again. */
    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everySingleFlippedBitCostsNothing(boolean piped) throws IOException {
        byte[] good = file(piped);
        byte[] exif = open(good).exif().orElseThrow();
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            assertTiles(good, bad, lost(), "bit " + bit);
            assertArrayEquals(exif, salvage(bad).exif().orElseThrow(), "bit " + bit);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void erasedBoxesAreMissedAlone(boolean piped) throws IOException {
        byte[] good = file(piped);
        for (int tile = 0; tile < TILES; tile++) {
            List<byte[]> parts = parts(good);
            parts.remove(part(tile, piped));
            assertTiles(good, joined(parts), lost(tile), "tile " + tile);
            if (tile > 0) {
                parts.remove(part(tile - 1, piped));
                assertTiles(good, joined(parts), lost(tile - 1, tile), "two tiles to " + tile);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void swappedBoxesGoBack(boolean piped) throws IOException {
        byte[] good = file(piped);
        for (int a = 0; a < TILES; a++) {
            for (int b = a + 1; b < TILES; b++) {
                List<byte[]> parts = parts(good);
                Collections.swap(parts, part(a, piped), part(b, piped));
                assertTiles(good, joined(parts), lost(), a + " and " + b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void duplicatesAreLeftOut(boolean piped) throws IOException {
        byte[] good = file(piped);
        for (int a = 0; a < TILES; a++) {
            for (int b = 0; b < TILES; b++) {
                List<byte[]> parts = parts(good);
                parts.add(part(b, piped), parts.get(part(a, piped)));
                assertTiles(good, joined(parts), lost(), a + " before " + b);
                if (a != b) {
                    parts = parts(good);
                    parts.set(part(b, piped), parts.get(part(a, piped)));
                    assertTiles(good, joined(parts), lost(b), a + " in the place of " + b);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void truncatedFilesKeepWhatIsBefore(boolean piped) throws IOException {
        byte[] good = file(piped);
        List<BoxInfo> tiles = open(good).boxes().stream()
                .filter(box -> box.type().equals("TILE"))
                .toList();
        for (int length = 0; length < good.length; length++) {
            byte[] bad = Arrays.copyOf(good, length);
            BitSet lost = new BitSet();
            for (int i = 0; i < TILES; i++) {
                lost.set(i, tiles.get(i).offset() + tiles.get(i).length() > length);
            }
            if (lost.cardinality() == TILES) {
                assertThrows(FormatException.class, () -> salvage(bad), "length " + length);
            } else {
                assertTiles(good, bad, lost, "length " + length);
            }
        }
    }

    /** Bytes in the middle are overwritten, whatever boxes lie there: others must not suffer. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void overwrittenStretchesCostWhatLiesThere(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        boolean piped = seed % 2 == 0;
        byte[] good = file(piped);
        List<BoxInfo> boxes = open(good).boxes();
        int headEnd = (int) boxes.get(1).offset();
        for (int i = 0; i < 500; i++) {
            byte[] bad = good.clone();
            int from = headEnd + random.nextInt(good.length - headEnd);
            int length = Math.min(good.length - from, random.nextInt(3, 100));
            for (int k = from; k < from + length; k++) {
                bad[k] ^= (byte) random.nextInt(1, 256);
            }
            BitSet touched = new BitSet();
            int tile = 0;
            for (BoxInfo box : boxes) {
                if (box.type().equals("TILE")) {
                    touched.set(tile++, box.offset() < from + length && from < box.offset() + box.length());
                }
            }
            String what = "seed " + seed + ", case " + i + ", " + length + " bytes from " + from;
            BitSet lost = assertTilesAreRight(good, bad, what);
            lost.andNot(touched); // where only a length was hit, the tile comes back
            assertTrue(lost.isEmpty(), what + ": lost " + lost);
        }
    }

    /** Tiles without an index and all of one length are told by their order alone. */
    @Test
    void withoutIndexTheOrderCounts() throws IOException {
        for (boolean piped : new boolean[] {false, true}) {
            byte[] good = file(piped);
            List<byte[]> parts = parts(good);
            int index = piped ? part(TILES, true) : 2;
            parts.remove(index);
            assertTiles(good, joined(parts), lost(), "no index");
            for (int tile = 0; tile < TILES; tile++) {
                List<byte[]> hole = new ArrayList<>(parts);
                int at = part(tile, true);
                hole.set(at, new byte[hole.get(at).length]);
                assertTiles(good, joined(hole), lost(tile), "no index, zeros in the place of " + tile);
                hole.set(at, new byte[7]);
                assertTiles(good, joined(hole), lost(tile), "no index, few zeros in the place of " + tile);
            }
        }
    }

    @Test
    void soundsToo() throws IOException {
        SplittableRandom random = new SplittableRandom(4);
        SoundHeader header = new SoundHeader(8000, 8000 * 5, 1, false, SampleFormat.PCM_16, new PackId(5), 300, 1);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(List.of(
                Samples.bytes(random, 9),
                Samples.bytes(random, 3),
                Samples.bytes(random, 7),
                Samples.bytes(random, 5),
                Samples.bytes(random, 4)));
        writer.finish();
        List<byte[]> parts = new ArrayList<>();
        ContainerReader reader = ContainerReader.openSound(ByteBuffer.wrap(out.toByteArray()), Limits.DEFAULT);
        for (BoxInfo box : reader.boxes()) {
            parts.add(Arrays.copyOfRange(out.toByteArray(), (int) box.offset(), (int) (box.offset() + box.length())));
        }
        parts.remove(3);
        ContainerReader salvaged = salvage(joined(parts)); // without a magic, too
        assertEquals(Kind.SOUND, salvaged.kind());
        assertEquals(header, salvaged.soundHeader());
        assertThrows(FormatException.class, () -> salvaged.tile(1));
        assertArrayEquals(reader.tile(4), salvaged.tile(4));
    }

    @Test
    void anotherFileBehindIsLeftAlone() throws IOException {
        byte[] good = file(false);
        byte[] other =
                new RawFile().head(64, 64).box("TILE", new byte[60]).end().toByteArray();
        byte[] bad = Arrays.copyOf(good, good.length - 40);
        assertTiles(good, RawFile.concat(bad, other), lost(), "two files");
    }

    @Test
    void nothingLeft() throws IOException {
        byte[] good = file(false);
        List<byte[]> parts = parts(good);
        parts.remove(1);
        for (byte[] bad : List.of(joined(parts), new byte[0], new byte[1000], Arrays.copyOf(good, 60))) {
            FormatException e = assertThrows(FormatException.class, () -> salvage(bad));
            assertTrue(e.getMessage().startsWith("nothing can be salvaged"), e.getMessage());
        }
    }

    @Test
    void limitsHold() throws IOException {
        byte[] bad = Arrays.copyOf(file(false), 300);
        assertThrows(
                LimitExceededException.class,
                () -> ContainerReader.salvage(ByteBuffer.wrap(bad), Limits.DEFAULT.withPixels(1000)));
        byte[] big = RawFile.concat(
                new RawFile().head(1 << 20, 1 << 8).toByteArray(),
                parts(file(false)).get(5),
                new byte[3]);
        assertEquals(1 << 16, salvage(big).tileCount());
    }

    /** Files made of false starts: work is bounded, whatever they contain. */
    @Test
    void hostileFilesTakeNoLongerThanTheirSizeAllows() throws IOException {
        byte[] start = new RawFile().head(250, 190).toByteArray();
        byte[] bad = Arrays.copyOf(start, 1 << 20);
        byte[] lure = {'T', 'I', 'L', 'E', (byte) 0xA0, 0, 0};
        for (int at = start.length; at + lure.length < bad.length; at += lure.length) {
            System.arraycopy(lure, 0, bad, at, lure.length);
        }
        assertThrows(FormatException.class, () -> salvage(bad));
    }
}
