package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Limits;
import io.nacre.models.PackId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a Nacre file, decoding ends in one sentence and leaves no output. */
class DamagedFilesTest {
    @TempDir
    private Path folder;

    @Test
    void truncated() throws IOException {
        byte[] file = Photograph.nacre();
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, 7));
        for (BoxInfo box : open(file).boxes()) {
            lengths.add((int) box.offset());
        }
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20; i++) {
            lengths.add(random.nextInt(file.length));
        }
        for (int length : lengths) {
            refused(Arrays.copyOf(file, length), "length " + length + ", seed " + seed);
        }
    }

    @Test
    void flippedBits() throws IOException {
        byte[] file = Photograph.nacre();
        long seed = 6;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 150; i++) {
            int place = i < 60 ? i : random.nextInt(file.length);
            byte[] damaged = file.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            refused(damaged, "byte " + place + ", seed " + seed);
        }
    }

    /** Only the symbols' own check can find this. */
    @Test
    void wrongTilesWithRightChecksums() throws IOException {
        ImageHeader header = open(Photograph.nacre()).header();
        long seed = 7;
        SplittableRandom random = new SplittableRandom(seed);
        for (int length : new int[] {0, 1, 40, 3000}) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);
            byte[] file = file(header, payload);
            refused(file, "payload of " + length + ", seed " + seed);
            Path path = Files.write(folder.resolve("tile.nacre"), file);
            Program.Result result = Program.run("verify", path);
            assertEquals(ExitCode.FAILED.code(), result.code(), result.out() + result.err());
            assertTrue(result.out().contains("tile 0"), result.out());
        }
    }

    @Test
    void hugeDeclaredSize() throws IOException {
        ImageHeader header = open(Photograph.nacre()).header();
        ImageHeader huge = new ImageHeader(1 << 20, 1 << 20, false, true, true, false, header.packId(), 500, 4096);
        refused(file(huge, new byte[2]), "2^40 pixels");
    }

    @Test
    void unknownPack() throws IOException {
        ContainerReader reader = open(Photograph.nacre());
        ImageHeader header = reader.header();
        ImageHeader other = new ImageHeader(
                header.width(), header.height(), false, false, false, false, new PackId(12345), 500, header.tileSize());
        Path path = Files.write(folder.resolve("other.nacre"), file(other, reader.tile(0)));
        Program.run("decode", path).fails(ExitCode.MODEL).says("0000000000003039");
        assertEquals(1, folder.toFile().list().length);
        assertTrue(Program.run("info", path).ok().out().contains("not installed"));
        assertTrue(Program.run("verify", path).ok().out().contains("warning"));
    }

    @Test
    void anotherKindOfFile() throws IOException {
        refused("a text file\n".repeat(20).getBytes(StandardCharsets.UTF_8), "text");
        refused(Photograph.bytes(), "png");
    }

    @Test
    void verifyListsEveryDamagedTile() throws IOException {
        byte[] file = Program.pipe(Photograph.bytes(), "encode", "--tile", 64, "-")
                .ok()
                .bytes();
        List<BoxInfo> tiles = open(file).boxes().stream()
                .filter(box -> box.type().equals("TILE"))
                .toList();
        for (int tile : new int[] {2, 9}) {
            file[(int) (tiles.get(tile).offset() + tiles.get(tile).length() / 2)] ^= 1;
        }
        Path path = Files.write(folder.resolve("damaged.nacre"), file);
        Program.Result result = Program.run("verify", path);
        assertEquals(ExitCode.FAILED.code(), result.code(), result.err());
        assertTrue(result.out().contains("TILE 2") && result.out().contains("TILE 9"), result.out());
        assertFalse(result.out().contains("TILE 3"), result.out());
        assertEquals(1, folder.toFile().list().length);
    }

    @Test
    void cropNeedsIntactTilesOnlyWhereItIs() throws IOException {
        byte[] file = Program.pipe(wide(), "encode", "--tile", 64, "-").ok().bytes();
        byte[] crop =
                Program.pipe(file, "decode", "--crop", "0,0,16,16", "-").ok().bytes();
        List<BoxInfo> boxes = open(file).boxes();
        BoxInfo last = boxes.get(boxes.size() - 2);
        assertEquals("TILE", last.type());
        file[(int) last.offset() + 20] ^= 1;
        assertArrayEquals(
                crop,
                Program.pipe(file, "decode", "--crop", "0,0,16,16", "-").ok().bytes());
        Program.pipe(file, "decode", "-").fails(ExitCode.BAD_DATA);
    }

    private void refused(byte[] file, String what) throws IOException {
        Path path = Files.write(folder.resolve("bad.nacre"), file);
        Path output = folder.resolve("bad.png");
        Program.Result result = Program.run("decode", path, output);
        assertEquals(ExitCode.BAD_DATA.code(), result.code(), what + ": " + result.err());
        result.fails(ExitCode.BAD_DATA);
        assertFalse(Files.exists(output), what);
        try (Stream<Path> files = Files.list(folder)) {
            assertTrue(files.noneMatch(f -> f.toString().contains(".tmp")), what);
        }
    }

    /** 1024 x 64 pixels, so that the last tile is far from the first. */
    private static byte[] wide() throws IOException {
        BufferedImage image = new BufferedImage(1024, 64, BufferedImage.TYPE_INT_RGB);
        SplittableRandom random = new SplittableRandom(8);
        for (int x = 0; x < 1024; x++) {
            for (int y = 0; y < 64; y++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    private static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    private static byte[] file(ImageHeader header, byte[] payload) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(Collections.nCopies((int) header.tileCount(), payload));
        writer.finish();
        return out.toByteArray();
    }
}
