package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import io.nacre.models.PackId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is wrong with a sound's file, decoding ends in one sentence and leaves no output. */
class DamagedSoundsTest {
    @TempDir
    private Path folder;

    @Test
    void truncated() throws IOException {
        byte[] file = Recording.nacre();
        List<Integer> lengths = new ArrayList<>(List.of(0, 1, 7));
        for (BoxInfo box : open(file).boxes()) {
            lengths.add((int) box.offset());
        }
        long seed = 15;
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
        byte[] file = Recording.nacre();
        long seed = 16;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 100; i++) {
            int place = i < 60 ? i : random.nextInt(file.length);
            byte[] damaged = file.clone();
            damaged[place] ^= (byte) (1 << random.nextInt(8));
            refused(damaged, "byte " + place + ", seed " + seed);
        }
    }

    /** Only the symbols' own check can find this. */
    @Test
    void wrongGroupsWithRightChecksums() throws IOException {
        SoundHeader header = open(Recording.nacre()).soundHeader();
        long seed = 17;
        SplittableRandom random = new SplittableRandom(seed);
        for (int length : new int[] {0, 1, 40, 3000}) {
            byte[] payload = new byte[length];
            random.nextBytes(payload);
            byte[] file = file(header, payload);
            refused(file, "payload of " + length + ", seed " + seed);
            Path path = Files.write(folder.resolve("group.nacre"), file);
            Program.Result result = Recording.run("verify", path);
            assertEquals(ExitCode.FAILED.code(), result.code(), result.out() + result.err());
            assertTrue(result.out().contains("group 0"), result.out());
        }
    }

    @Test
    void hugeDeclaredLength() throws IOException {
        SoundHeader header = open(Recording.nacre()).soundHeader();
        SoundHeader day =
                new SoundHeader(16_000, 16_000L * 90_000, 1, false, SampleFormat.FLOAT, header.packId(), 500, 256);
        refused(file(day, new byte[2]), "25 hours");
    }

    @Test
    void unknownPack() throws IOException {
        SoundHeader header = open(Recording.nacre()).soundHeader();
        SoundHeader other = new SoundHeader(
                header.sampleRate(),
                header.samples(),
                1,
                false,
                header.format(),
                new PackId(12345),
                header.quality(),
                header.groupSeconds());
        Path path = Files.write(folder.resolve("other.nacre"), file(other, new byte[9]));
        Recording.run("decode", path).fails(ExitCode.MODEL).says("0000000000003039");
        assertEquals(1, folder.toFile().list().length);
        assertTrue(Recording.run("info", path).ok().out().contains("not installed"));
        assertTrue(Recording.run("verify", path).ok().out().contains("warning"));
    }

    @Test
    void partsNeedIntactGroupsOnlyWhereTheyAre() throws IOException {
        byte[] file = Recording.nacre();
        byte[] part =
                Recording.pipe(file, "decode", "--duration", 0.5, "-").ok().bytes();
        List<BoxInfo> groups = open(file).boxes().stream()
                .filter(box -> box.type().equals("TILE"))
                .toList();
        assertEquals(4, groups.size());
        file[(int) groups.get(3).offset() + 20] ^= 1;
        assertArrayEquals(
                part,
                Recording.pipe(file, "decode", "--duration", 0.5, "-").ok().bytes());
        for (String start : new String[] {"0", "3.2"}) {
            Program.Result result = Recording.pipe(file, "decode", "--start", start, "-");
            assertEquals(0, result.fails(ExitCode.BAD_DATA).bytes().length);
        }
        Program.Result verified = Recording.pipe(file, "verify", "-");
        assertEquals(ExitCode.FAILED.code(), verified.code(), verified.err());
        assertTrue(verified.out().contains("TILE 3") && !verified.out().contains("TILE 2"), verified.out());
    }

    private void refused(byte[] file, String what) throws IOException {
        Path path = Files.write(folder.resolve("bad.nacre"), file);
        Path output = folder.resolve("bad.wav");
        Program.Result result = Recording.run("decode", path, output);
        assertEquals(ExitCode.BAD_DATA.code(), result.code(), what + ": " + result.err());
        result.fails(ExitCode.BAD_DATA);
        assertFalse(Files.exists(output), what);
        assertTrue(Arrays.stream(folder.toFile().list()).noneMatch(name -> name.contains(".tmp")), what);
    }

    private static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.openSound(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    private static byte[] file(SoundHeader header, byte[] payload) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ContainerWriter writer = new ContainerWriter(out, header);
        writer.writeTiles(Collections.nCopies((int) header.tileCount(), payload));
        writer.finish();
        return out.toByteArray();
    }
}
