package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code decode --salvage}: what is lost is named, the rest is there, and the exit code says which. */
class SalvageTest {
    private static final int TILES = 12;

    private static byte[] picture;
    private static byte[] whole;

    @TempDir
    private Path folder;

    @BeforeAll
    static void encode() {
        picture = Program.pipe(Photograph.bytes(), "encode", "--tile", 64, "-q", 20, "-")
                .ok()
                .bytes();
        whole = Program.pipe(picture, "decode", "--format", "ppm", "-").ok().bytes();
    }

    /** Magic and boxes: HEAD, INDX, tiles, ENDN. */
    private static List<byte[]> parts(byte[] file, List<BoxInfo> boxes) {
        List<byte[]> parts = new ArrayList<>(List.of(Arrays.copyOf(file, 8)));
        for (BoxInfo box : boxes) {
            parts.add(Arrays.copyOfRange(file, (int) box.offset(), (int) (box.offset() + box.length())));
        }
        return parts;
    }

    private static List<byte[]> parts() throws IOException {
        return parts(
                picture,
                ContainerReader.open(ByteBuffer.wrap(picture), Limits.DEFAULT).boxes());
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        parts.forEach(out::writeBytes);
        return out.toByteArray();
    }

    /** What was said of tiles. */
    private static List<String> lost(Program.Result result) {
        return result.err().lines().filter(line -> line.contains(": tile ")).toList();
    }

    private static Program.Result salvage(byte[] file) {
        return Program.pipe(file, "decode", "--salvage", "--format", "ppm", "-");
    }

    @Test
    void wholeFilesAreDecodedAsEver() {
        Program.Result result = salvage(picture).ok();
        assertArrayEquals(whole, result.bytes());
        assertFalse(result.err().contains("salvaged") || result.err().contains("note"), result.err());
    }

    @Test
    void whatCanBeFoundCostsNothing() throws IOException {
        List<byte[]> swapped = parts();
        Collections.swap(swapped, 4, 9);
        List<byte[]> doubled = parts();
        doubled.add(6, doubled.get(6));
        List<byte[]> noIndex = parts();
        noIndex.remove(2);
        byte[] flipped = picture.clone();
        flipped[picture.length / 2] ^= 4;
        byte[] headless = picture.clone();
        headless[3] = 0;
        headless[14] ^= 1;
        for (byte[] file : List.of(joined(swapped), joined(doubled), joined(noIndex), flipped, headless)) {
            Program.pipe(file, "decode", "--format", "ppm", "-").fails(ExitCode.BAD_DATA);
            Program.Result result = salvage(file).ok();
            assertArrayEquals(whole, result.bytes(), result.err());
            assertTrue(result.err().contains(": note: "), result.err());
        }
    }

    @Test
    void lostTilesAreNamed() throws IOException {
        List<byte[]> erased = parts();
        erased.remove(3 + 5);
        Program.Result result = salvage(joined(erased));
        assertEquals(ExitCode.SALVAGED.code(), result.code(), result.err());
        assertEquals(whole.length, result.bytes().length);
        assertTrue(result.err().contains("salvaged: 8.3 % of the picture is lost"), result.err());
        assertEquals(1, lost(result).size(), result.err());
        assertTrue(lost(result).get(0).contains("tile 5, 64 x 64 pixels at 64,64: "), result.err());
        Program.Result cut = salvage(Arrays.copyOf(picture, joined(parts().subList(0, 3 + 9)).length + 20));
        assertEquals(ExitCode.SALVAGED.code(), cut.code(), cut.err());
        assertTrue(cut.err().contains("25.0 % of the picture"), cut.err());
        assertEquals(3, lost(cut).size(), cut.err());
    }

    @Test
    void cropsTellOfWhatTheyShow() throws IOException {
        List<byte[]> erased = parts();
        erased.remove(3 + 5);
        byte[] file = joined(erased);
        Program.Result beside = Program.pipe(file, "decode", "--salvage", "--crop", "200,100,20,20", "-");
        assertEquals(0, beside.ok().code());
        Program.Result within = Program.pipe(file, "decode", "--salvage", "--crop", "120,70,16,10", "-");
        assertEquals(ExitCode.SALVAGED.code(), within.code(), within.err());
        assertTrue(within.err().contains(" 50.0 % of the picture"), within.err());
    }

    @Test
    void outputsNamesAndJson() throws IOException {
        List<byte[]> erased = parts();
        erased.remove(3);
        Path bad = Files.write(folder.resolve("bad.nacre"), joined(erased));
        Program.Result result = Program.run("decode", "--salvage", "--json", bad);
        assertEquals(ExitCode.SALVAGED.code(), result.code(), result.err());
        assertTrue(result.out().contains("\"status\":\"salvaged\""), result.out());
        assertTrue(result.out().contains("\"lost\":[{\"tile\":0,\"x\":0,\"y\":0,\"width\":64,"), result.out());
        BufferedImage image = Photograph.read(Files.readAllBytes(folder.resolve("bad.png")));
        assertEquals(Photograph.WIDTH, image.getWidth());
        Path good = Files.write(folder.resolve("good.nacre"), picture);
        Program.Result both = Program.run("decode", "--salvage", "-f", bad, good);
        assertEquals(ExitCode.SALVAGED.code(), both.code(), both.err());
        Path junk = Files.write(folder.resolve("junk.nacre"), new byte[99]);
        Program.Result all = Program.run("decode", "--salvage", "-f", bad, good, junk);
        assertEquals(ExitCode.FAILED.code(), all.code(), all.err());
        assertFalse(Files.exists(folder.resolve("junk.png")));
        assertTrue(all.err().contains("2 of 3 done, 1 of them salvaged, 1 failed"), all.err());
    }

    @Test
    void nothingLeftIsAnErrorAsEver() throws IOException {
        Program.pipe(Arrays.copyOf(picture, 60), "decode", "--salvage", "-").fails(ExitCode.BAD_DATA);
        List<byte[]> noHead = parts();
        noHead.remove(1);
        Program.pipe(joined(noHead), "decode", "--salvage", "-")
                .fails(ExitCode.BAD_DATA)
                .says("HEAD");
    }

    @Test
    void soundsKeepTheirLength() throws IOException {
        byte[] file = Recording.nacre();
        byte[] good = Recording.pipe(file, "decode", "-").ok().bytes();
        List<byte[]> parts = parts(
                file,
                ContainerReader.openSound(ByteBuffer.wrap(file), Limits.DEFAULT).boxes());
        parts.remove(4);
        byte[] bad = joined(parts);
        Program.Result result = Recording.pipe(bad, "decode", "--salvage", "-");
        assertEquals(ExitCode.SALVAGED.code(), result.code(), result.err());
        assertEquals(good.length, result.bytes().length);
        assertTrue(result.err().contains("27.0 % of the sound is lost"), result.err());
        assertTrue(result.err().contains(": group 1, 1.000 to 2.000 s: "), result.err());
        Program.Result part = Recording.pipe(bad, "decode", "--salvage", "--start", 2.5, "-");
        assertEquals(0, part.ok().code());
        Program.Result json =
                Recording.run("decode", "--salvage", "--json", Files.write(folder.resolve("a.nacre"), bad));
        assertTrue(json.out().contains("\"lost\":[{\"group\":1,\"from\":1.0,\"to\":2.0,"), json.out());
        byte[] headless = bad.clone();
        headless[14] ^= 1; // one bit of HEAD
        Files.write(folder.resolve("b.nacre"), headless);
        assertEquals(
                ExitCode.SALVAGED.code(),
                Recording.run("decode", "--salvage", folder.resolve("b.nacre")).code());
        assertTrue(Files.exists(folder.resolve("b.wav")));
    }
}
