package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.LimitExceededException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Damaged files and files that never were any: found, answered with a checked exception, or harmless. */
class ContainerDamageTest {
    private static final List<String> TYPES =
            List.of("HEAD", "INDX", "TILE", "eXIF", "iCCP", "xMPp", "tHMB", "ENDN", "tEXT", "TEXT");

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyFlippedBitIsFound(boolean piped) throws IOException {
        byte[] good = Samples.small(piped);
        ContainerReader original = ContainerReader.open(ByteBuffer.wrap(good), Limits.DEFAULT);
        for (int bit = 0; bit < 8 * good.length; bit++) {
            byte[] bad = good.clone();
            bad[bit / 8] ^= (byte) (1 << bit % 8);
            ContainerReader reader;
            try {
                reader = ContainerReader.open(ByteBuffer.wrap(bad), Limits.DEFAULT);
            } catch (FormatException | LimitExceededException e) {
                continue;
            }
            assertFalse(reader.verify().isEmpty(), "bit " + bit);
            assertTrue(reader.boxes().stream().anyMatch(box -> !box.intact()), "bit " + bit);
            assertSameTilesOrException(original, reader, "bit " + bit);
        }
    }

    /** Whole files with real tiles, as {@code nacre verify} sees them. */
    @ParameterizedTest
    @ValueSource(strings = {"image/golden.nacre", "audio/golden.nacre"})
    void everyFlippedBitOfARealFileIsFound(String name) throws IOException {
        byte[] file = Files.readAllBytes(Path.of("src/test/resources/io/nacre/codec", name));
        assertTrue(open(file).verify().isEmpty());
        for (int bit = 0; bit < 8 * file.length; bit++) {
            file[bit / 8] ^= (byte) (1 << bit % 8);
            try {
                assertTrue(
                        open(file).verify().stream().anyMatch(problem -> problem.severity() == Problem.Severity.ERROR),
                        "bit " + bit);
            } catch (FormatException | LimitExceededException e) {
                assertFalse(e.getMessage().isBlank(), "bit " + bit);
            }
            file[bit / 8] ^= (byte) (1 << bit % 8);
        }
    }

    private static ContainerReader open(byte[] file) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(file);
        return ContainerReader.kindOf(bytes) == Kind.SOUND
                ? ContainerReader.openSound(bytes, Limits.DEFAULT)
                : ContainerReader.open(bytes, Limits.DEFAULT);
    }

    private static void assertSameTilesOrException(ContainerReader original, ContainerReader damaged, String what)
            throws FormatException {
        for (int i = 0; i < original.tileCount(); i++) {
            byte[] tile;
            try {
                tile = damaged.tile(i);
            } catch (FormatException e) {
                continue;
            }
            assertArrayEquals(original.tile(i), tile, what);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void everyTruncationIsNamed(boolean piped) throws IOException {
        byte[] good = Samples.small(piped);
        for (int length = 1; length < good.length; length++) {
            byte[] cut = Arrays.copyOf(good, length);
            FormatException e = assertThrows(
                    FormatException.class,
                    () -> ContainerReader.open(ByteBuffer.wrap(cut), Limits.DEFAULT),
                    "length " + length);
            assertTrue(e.getMessage().startsWith("truncated: " + length + " bytes"), e.getMessage());
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesEndInACheckedException(long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good = Samples.small(seed % 2 == 0);
        for (int i = 0; i < 3000; i++) {
            byte[] bytes = Samples.bytes(random, random.nextInt(200));
            exercise(bytes, "seed " + seed + ", random " + i);
            exercise(new RawFile().hex(hex(bytes)).toByteArray(), "seed " + seed + ", random after the magic " + i);
            byte[] spliced = good.clone();
            int from = 8 + random.nextInt(spliced.length - 8);
            System.arraycopy(bytes, 0, spliced, from, Math.min(bytes.length, spliced.length - from));
            exercise(spliced, "seed " + seed + ", spliced " + i);
        }
    }

    /** Random boxes whose checksums are right, so that the parser gets beyond them. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBoxesEndInACheckedException(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int opened = 0;
        for (int i = 0; i < 5000; i++) {
            RawFile file = new RawFile();
            int tiles = random.nextInt(1, 3);
            file.box("HEAD", mutated(random, RawFile.head("10", 64 * tiles, 9, "00")));
            for (int boxes = random.nextInt(5); boxes > 0; boxes--) {
                String type = TYPES.get(random.nextInt(TYPES.size()));
                file.box(type, Samples.bytes(random, random.nextInt(4)));
                if (random.nextInt(3) == 0) {
                    file.box("INDX", mutated(random, new byte[] {1, 2}));
                    file.box("TILE", "00").box("TILE", "0000");
                }
            }
            if (random.nextBoolean()) {
                file.box("TILE", "");
            }
            opened += exercise(file.end().toByteArray(), "seed " + seed + ", boxes " + i) ? 1 : 0;
        }
        assertTrue(opened > 50, "seed " + seed + ": only " + opened + " files passed the parser");
    }

    private static byte[] mutated(SplittableRandom random, byte[] bytes) {
        if (random.nextInt(3) == 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    /** Opens a file and fetches all that is in it; anything but the declared exceptions fails the test. */
    private static boolean exercise(byte[] file, String what) {
        try {
            ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
            reader.verify();
            reader.boxes();
            reader.exif();
            reader.icc();
            reader.xmp();
            for (int i = 0; i < reader.tileCount(); i++) {
                reader.tile(i);
            }
            return true;
        } catch (FormatException | LimitExceededException e) {
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }
}
