package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Disks that are full, pipes that nobody reads any more, folders that are read-only: a sentence, and no half file. */
class BrokenOutputsTest {
    @TempDir
    private Path folder;

    /** Takes some bytes, then fails as a closed pipe does. */
    private static final class Pipe extends OutputStream {
        private int room;

        Pipe(int room) {
            this.room = room;
        }

        @Override
        public void write(int b) throws IOException {
            if (room-- <= 0) {
                throw new IOException("Broken pipe");
            }
        }
    }

    private static Program.Result intoPipe(int room, byte[] input, Object... args) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        int code = Main.run(
                words,
                new ByteArrayInputStream(input),
                new PrintStream(new Pipe(room), false, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return new Program.Result(code, new byte[0], err.toString(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 1000, 100_000})
    void closedPipes(int room) throws IOException {
        intoPipe(room, Photograph.nacre(), "decode", "--format", "ppm", "-")
                .fails(ExitCode.CANNOT_WRITE)
                .says("standard output was closed");
        intoPipe(room, Recording.nacre(), "decode", Recording.words("decode")[1], Recording.words("decode")[2], "-")
                .fails(ExitCode.CANNOT_WRITE)
                .says("standard output was closed");
    }

    @Test
    void closedPipesWhileEncoding() {
        intoPipe(0, Photograph.bytes(), "encode", "-")
                .fails(ExitCode.CANNOT_WRITE)
                .says("standard output was closed");
    }

    /** Linux has a device on which everything is full. */
    @Test
    void fullDisks() throws IOException {
        Path full = Path.of("/dev/full");
        assumeTrue(Files.isWritable(full), "no such device here");
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Program.run("decode", "--format", "png", nacre, "-o", full)
                .fails(ExitCode.CANNOT_WRITE)
                .says("/dev/full can't be written: No space left on device");
        Path sound = Recording.writeNacre(folder.resolve("sound.nacre"));
        Recording.run("decode", "--format", "wav", sound, "-o", full)
                .fails(ExitCode.CANNOT_WRITE)
                .says("No space left on device");
        assertTrue(Files.exists(full) && !Files.isRegularFile(full));
    }

    /** Folders in which not even the superuser can make a file. */
    @Test
    void readOnlyFolders() throws IOException {
        Path locked = Path.of("/proc/self");
        assumeTrue(Files.isDirectory(locked), "no such folder here");
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Program.run("decode", nacre, "-o", locked.resolve("photo.png"))
                .fails(ExitCode.CANNOT_WRITE)
                .says("/proc/self/photo.png can't be written");
    }

    /** The input turns out to be damaged when half of the output is written. */
    @Test
    void outputsOfDamagedInputsVanish() throws IOException {
        byte[] file = Recording.nacre();
        file[file.length / 2] ^= 1;
        Path bad = Files.write(folder.resolve("bad.nacre"), file);
        Path precious = Files.writeString(folder.resolve("bad.wav"), "precious");
        Recording.run("decode", "-f", bad).fails(ExitCode.BAD_DATA);
        assertEquals("precious", Files.readString(precious));
        assertEquals(2, folder.toFile().list().length);
        assertFalse(Files.exists(folder.resolve("bad.png")));
    }
}
