package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which operand is what, where outputs go, and that nothing is lost on the way. */
class OutputsTest {
    private static final byte[] PRECIOUS = "precious".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path folder;

    @Test
    void secondOperandIsTheOutputIfItsNameSaysSo() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Program.run("encode", photo, folder.resolve("x.nacre")).ok();
        Program.run("decode", folder.resolve("x.nacre"), folder.resolve("y.ppm"))
                .ok();
        assertEquals(List.of("photo.png", "x.nacre", "y.ppm"), names());
    }

    @Test
    void otherwiseBothAreInputs() throws IOException {
        Path a = Photograph.write(folder.resolve("a.png"));
        Path b = Photograph.write(folder.resolve("b.png"));
        Program.run("encode", a, b).ok().says("2 of 2 done, 0 failed");
        assertEquals(List.of("a.nacre", "a.png", "b.nacre", "b.png"), names());
        Program.run("decode", "--format", "bmp", folder.resolve("a.nacre"), folder.resolve("b.nacre"))
                .ok();
        assertEquals(List.of("a.bmp", "a.nacre", "a.png", "b.bmp", "b.nacre", "b.png"), names());
    }

    @Test
    void foldersBecomeTheirPictures() throws IOException {
        Path in = Files.createDirectories(folder.resolve("in/deep")).getParent();
        Photograph.write(in.resolve("a.png"));
        Photograph.write(in.resolve("deep/a.png"));
        Files.write(in.resolve("notes.txt"), PRECIOUS);
        Files.write(in.resolve(".hidden.png"), PRECIOUS);
        Program.run("encode", in, "-d", folder.resolve("flat")).ok();
        assertTrue(Files.exists(folder.resolve("flat/a.nacre")));
        assertFalse(Files.exists(folder.resolve("flat/deep")));
        Program.run("encode", "-r", in, "-d", folder.resolve("out")).ok();
        assertTrue(Files.exists(folder.resolve("out/deep/a.nacre")));
        Program.run("decode", folder.resolve("in")).fails(ExitCode.NO_INPUT).says("nothing to work on");
    }

    @Test
    void clashesAreRefusedBeforeAnyWork() throws IOException {
        Path png = Photograph.write(folder.resolve("a.png"));
        Path tif = Photograph.write(folder.resolve("a.tif"));
        Program.run("encode", png, tif).fails(ExitCode.USAGE).says("would both become");
        Program.run("encode", png, tif, "-o", folder.resolve("b.nacre")).fails(ExitCode.USAGE);
        Program.run("encode", png, folder.resolve("b.nacre"), "-o", folder.resolve("c.nacre"))
                .fails(ExitCode.USAGE);
        Program.run("encode", png, "-o", folder.resolve("b.nacre"), "-d", folder)
                .fails(ExitCode.USAGE);
        Program.run("encode", png, "--force", "-o", folder.resolve("../" + folder.getFileName() + "/a.png"))
                .fails(ExitCode.USAGE)
                .says("both an input and an output");
        assertEquals(List.of("a.png", "a.tif"), names());
        assertArrayEquals(Photograph.bytes(), Files.readAllBytes(png));
    }

    @Test
    void nothingIsOverwrittenWithoutForce() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path output = Files.write(folder.resolve("photo.nacre"), PRECIOUS);
        Program.run("encode", photo).fails(ExitCode.CANNOT_WRITE).says("--force");
        assertArrayEquals(PRECIOUS, Files.readAllBytes(output));
        Program.run("encode", "--force", photo).ok();
        assertArrayEquals(Photograph.nacre(), Files.readAllBytes(output));
        Program.run("decode", output).fails(ExitCode.CANNOT_WRITE);
        assertArrayEquals(Photograph.bytes(), Files.readAllBytes(photo));
        assertEquals(List.of("photo.nacre", "photo.png"), names());
    }

    @Test
    void placesThatCanNotBeWrittenAreCalledSo() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Program.run("encode", photo, "-o", folder.resolve("none/x.nacre"))
                .fails(ExitCode.CANNOT_WRITE)
                .says("no such folder");
        Program.run("encode", photo, "-f", "-o", folder)
                .fails(ExitCode.CANNOT_WRITE)
                .says("is a folder");
        Program.run("encode", photo, "-d", photo).fails(ExitCode.CANNOT_WRITE);
        assertEquals(List.of("photo.png"), names());
    }

    @Test
    void readOnlyFoldersAreLeftAlone() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path locked = Files.createDirectory(folder.resolve("locked"));
        assertTrue(locked.toFile().setWritable(false));
        assumeFalse(Files.isWritable(locked), "this user may write everywhere");
        Program.run("encode", photo, "-o", locked.resolve("x.nacre"))
                .fails(ExitCode.CANNOT_WRITE)
                .says("permission denied");
    }

    @Test
    void devicesAreWrittenIntoNotReplaced() throws IOException {
        Path device = Path.of("/dev/null");
        assumeFalse(!Files.exists(device), "no such device here");
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Program.run("decode", "--format", "ppm", nacre, "-o", device).ok();
        assertFalse(Files.isRegularFile(device));
    }

    @Test
    void outputsThatAFormatCanNotHoldLeaveNothing() throws IOException {
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Program.run("decode", nacre, folder.resolve("photo.webp"))
                .fails(ExitCode.USAGE)
                .says("--format");
        assertEquals(List.of("photo.nacre"), names());
    }

    @Test
    void batchesGoOnAfterAFailure() throws IOException {
        Path good = Photograph.write(folder.resolve("good.png"));
        Path bad = Files.write(folder.resolve("bad.png"), PRECIOUS);
        Path missing = folder.resolve("missing.png");
        Program.Result result = Program.run("encode", bad, missing, good);
        assertEquals(ExitCode.FAILED.code(), result.code());
        result.says("nacre: " + bad + ": ").says(missing + ": no such file").says("1 of 3 done, 2 failed");
        assertEquals(List.of("bad.png", "good.nacre", "good.png"), names());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return List.copyOf(
                    files.map(file -> file.getFileName().toString()).collect(Collectors.toCollection(TreeSet::new)));
        }
    }
}
