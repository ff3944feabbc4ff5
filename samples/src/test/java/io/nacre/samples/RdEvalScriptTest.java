package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code rd-eval.sh} in a checkout with a launcher that notes its arguments. */
@EnabledOnOs({OS.LINUX, OS.MAC})
class RdEvalScriptTest {
    private static final String LAUNCHER = """
            #!/usr/bin/env bash
            printf '%s\\n' "$@" > "$NOTES"
            [ "$1 $3" = "eval --out" ] || exit 2
            mkdir -p "$4"
            echo page > "$4/report.html"
            """;

    @TempDir
    private Path checkout;

    private Path elsewhere;
    private Path notes;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void setUp() throws IOException {
        elsewhere = Files.createDirectories(checkout.resolve("else where"));
        notes = checkout.resolve("notes");
        Files.createDirectory(elsewhere.resolve("my pictures"));
        Files.createDirectory(checkout.resolve("samples"));
        Files.copy(Path.of("rd-eval.sh"), checkout.resolve("samples/rd-eval.sh"));
        Path launcher = Files.writeString(checkout.resolve("nacre"), LAUNCHER);
        assertTrue(launcher.toFile().setExecutable(true));
    }

    private Outcome run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bash", "../samples/rd-eval.sh"));
        command.addAll(List.of(arguments));
        Path out = checkout.resolve("out");
        Path err = checkout.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().put("NOTES", notes.toString());
        builder.environment().keySet().removeAll(List.of("DISPLAY", "WAYLAND_DISPLAY"));
        Process process = builder.start();
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        return new Outcome(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    @Test
    void evaluatesFromAnyFolderAndPrintsThePath() throws Exception {
        Outcome outcome = run("my pictures/", "--codecs", "nacre,jpeg", "--points", "5");
        assertEquals(0, outcome.code(), outcome.err());
        Path report = elsewhere.toRealPath().resolve("rd-eval-my pictures/report.html");
        assertEquals(report + "\n", outcome.out());
        assertEquals(
                List.of(
                        "eval",
                        "my pictures/",
                        "--out",
                        "rd-eval-my pictures",
                        "--resume",
                        "--codecs",
                        "nacre,jpeg",
                        "--points",
                        "5"),
                Files.readAllLines(notes, StandardCharsets.UTF_8));
    }

    @Test
    void takesAnotherFolderAndReplaces() throws Exception {
        Outcome outcome = run("my pictures", "--force", "--out", "there");
        assertEquals(0, outcome.code(), outcome.err());
        assertTrue(Files.exists(elsewhere.resolve("there/report.html")));
        assertEquals(List.of("eval", "my pictures", "--out", "there", "--force"), Files.readAllLines(notes));
    }

    @Test
    void explainsItself() throws Exception {
        Outcome help = run("--help");
        assertEquals(0, help.code());
        assertTrue(help.out().startsWith("usage: rd-eval.sh FOLDER"), help.out());
        Outcome none = run();
        assertEquals(2, none.code());
        assertTrue(none.err().startsWith("usage: rd-eval.sh FOLDER"), none.err());
    }

    @Test
    void refusesWhatIsNoFolder() throws Exception {
        Outcome missing = run("no such folder");
        assertEquals(4, missing.code());
        assertEquals("rd-eval.sh: there is no folder no such folder\n", missing.err());
        Files.writeString(elsewhere.resolve("file"), "");
        assertEquals(4, run("file").code());
        assertEquals(2, run("--points", "5").code());
        assertEquals(2, run("my pictures", "--out").code());
        assertTrue(Files.notExists(notes));
    }

    @Test
    void passesFailuresOn() throws Exception {
        Files.writeString(checkout.resolve("nacre"), "#!/bin/sh\nexit 3\n");
        assertEquals(3, run("my pictures").code());
        Files.writeString(checkout.resolve("nacre"), "#!/bin/sh\nmkdir -p \"$4\"\n");
        Outcome silent = run("my pictures");
        assertEquals(70, silent.code());
        assertTrue(silent.err().contains("wrote no"), silent.err());
    }
}
