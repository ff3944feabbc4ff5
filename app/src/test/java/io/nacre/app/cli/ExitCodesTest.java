package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of error has its code and its sentence. */
class ExitCodesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bake",
                "encode",
                "decode",
                "compare a.png",
                "encode --nonsense a.png",
                "encode -q 101 a.png",
                "encode -q nan a.png",
                "encode -q 5 --bpp 1 a.png",
                "encode --bpp 0 a.png",
                "encode --size 0 a.png",
                "encode --size 5g a.png",
                "encode --size 99999999999999999M a.png",
                "encode --psnr -3 a.png",
                "encode --tile 100 a.png",
                "encode --effort 2 a.png",
                "encode --effort high a.png",
                "encode --threads -1 a.png",
                "encode --device toaster a.png",
                "encode --max-pixels 0 a.png",
                "encode --json a.png -o -",
                "decode --scale 1/3 a.nacre",
                "decode --format gif a.nacre",
                "decode a.nacre b.txt",
                "encode - -d folder",
            })
    void usage(String words) throws IOException {
        Path photo = Photograph.write(folder.resolve("a.png"));
        String line = words.replace("a.png", photo.toString()).replace("a.nacre", folder + "/a.nacre");
        Program.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ")))
                .fails(ExitCode.USAGE);
        assertEquals(1, folder.toFile().list().length);
    }

    @ParameterizedTest
    @ValueSource(strings = {"encode", "decode", "info", "verify"})
    void missingInput(String command) {
        Program.run(command, folder.resolve("nothing.tif"))
                .fails(ExitCode.NO_INPUT)
                .says("no such file");
    }

    @Test
    void compareNamesTheOperandThatFails() throws IOException {
        Path photo = Photograph.write(folder.resolve("a.png"));
        Path missing = folder.resolve("b.nacre");
        Program.run("compare", photo, missing).fails(ExitCode.NO_INPUT).says(missing.toString());
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture");
        Program.run("compare", text, photo).fails(ExitCode.BAD_DATA).says(text.toString());
    }

    @Test
    void notAPicture() throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "nothing to see here\n".repeat(50));
        Program.run("encode", text).fails(ExitCode.BAD_DATA).says(text + ": ");
        Program.run("encode", Files.write(folder.resolve("empty.png"), new byte[0]))
                .fails(ExitCode.BAD_DATA);
        Program.run("encode", Photograph.writeNacre(folder.resolve("photo.png")))
                .fails(ExitCode.BAD_DATA)
                .says("nacre decode");
        Program.pipe(new byte[0], "encode", "-").fails(ExitCode.BAD_DATA);
    }

    @Test
    void limits() throws IOException {
        Path photo = Photograph.write(folder.resolve("a.png"));
        Program.run("encode", "--max-pixels", 49151, photo).fails(ExitCode.BAD_DATA);
        Program.run("encode", "--max-side", 255, photo).fails(ExitCode.BAD_DATA);
        Path nacre = Photograph.writeNacre(folder.resolve("b.nacre"));
        for (String command : new String[] {"decode", "info"}) {
            Program.run(command, "--max-pixels", 49151, nacre)
                    .fails(ExitCode.BAD_DATA)
                    .says("--max-pixels");
            Program.run(command, "--max-side", 255, nacre)
                    .fails(ExitCode.BAD_DATA)
                    .says("--max-side");
        }
    }

    @Test
    void models() throws IOException {
        Path photo = Photograph.write(folder.resolve("a.png"));
        Program.run("encode", "--pack", "no-such-pack", photo)
                .fails(ExitCode.MODEL)
                .says("no-such-pack");
        Program.run("encode", "--models", folder.resolve("nowhere"), photo).fails(ExitCode.MODEL);
        Path packs = Files.createDirectory(folder.resolve("packs"));
        Files.writeString(packs.resolve("broken.zip"), "no zip");
        Program.run("encode", "--models", packs, "--pack", "broken", photo).fails(ExitCode.MODEL);
        Program.run("models", "--models", packs).fails(ExitCode.MODEL).says("broken.zip");
    }

    @Test
    void bugsAndLackOfMemory() {
        Failure bug = Failure.of(new IllegalStateException("index 7"), "a.png");
        assertEquals(ExitCode.INTERNAL, bug.exitCode());
        Failure memory = Failure.of(new IllegalStateException("tile 3", new OutOfMemoryError("heap")), "a.png");
        assertEquals(ExitCode.BAD_DATA, memory.exitCode());
        assertTrue(memory.message().contains("-Xmx"), memory.message());
    }

    @Test
    void messagesAreOneLineWithoutTheNameTwice() {
        Failure failure = Failure.of(new ModelException("a.png: first\nsecond\u001b[31m"), "a.png");
        assertEquals("first?second?[31m", failure.message());
        assertEquals("\"a?b c\"", Names.shown(Path.of("a\nb c")));
    }

    @Test
    void tracesComeWithTwoVs() {
        Path missing = folder.resolve("missing.png");
        assertTrue(Program.run("encode", "-v", "-v", missing).err().contains("NoSuchFileException"));
        Program.run("encode", "-v", missing).fails(ExitCode.NO_INPUT);
    }

    @Test
    void helpAndVersion() {
        assertTrue(Program.run("--help").ok().out().contains("decode"));
        assertTrue(Program.run("encode", "--help").ok().out().contains("--psnr"));
        assertTrue(Program.run("--version").ok().out().startsWith("nacre "));
        assertTrue(Program.run("generate-completion").ok().out().contains("--keep-icc"));
    }
}
