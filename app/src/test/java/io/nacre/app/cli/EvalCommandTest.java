package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvalCommandTest {
    @TempDir
    private Path folder;

    private Path pictures;
    private Path out;

    @BeforeEach
    void picture() throws IOException {
        pictures = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        Photograph.write(pictures.resolve("photo.png"));
    }

    @Test
    void ratesAreThoseOfTheFilesThatEncodeWrites() throws IOException {
        Program.run("eval", pictures, "--codecs", "nacre", "--points", "2", "-d", out)
                .ok();
        List<String> rows = Files.readAllLines(out.resolve("per-item.csv"));
        assertEquals(3, rows.size());
        for (String row : rows.subList(1, 3)) {
            String[] fields = row.split(",", -1);
            String quality = fields[4].substring("q=".length());
            byte[] file = Program.run("encode", pictures.resolve("photo.png"), "-q", quality, "-o", "-")
                    .ok()
                    .bytes();
            assertEquals(file.length, Integer.parseInt(fields[5]), row);
        }
    }

    @Test
    void aBaselineIsMetByTheSameProgramAndMissedIfItWasBetter() throws IOException {
        Path baseline = folder.resolve("baseline.json");
        Program.run("eval", pictures, "--codecs", "nacre", "--points", "4", "-d", out, "--write-baseline", baseline)
                .ok();
        Program.run("eval", pictures, "--codecs", "nacre", "--points", "4", "-d", out, "--resume", "--check", baseline)
                .ok();
        // Had the earlier program needed half the bits, this one would be much worse.
        Files.writeString(baseline, halved(Files.readString(baseline)));
        Program.Result failed = Program.run(
                "eval", pictures, "--codecs", "nacre", "--points", "4", "-d", out, "--resume", "--check", baseline);
        assertEquals(ExitCode.FAILED.code(), failed.code(), failed.err());
        failed.says("FAILED nacre psnr_rgb: BD-rate +100.00 %");
    }

    private static String halved(String json) {
        return Pattern.compile("\"bpp\":\\s*([0-9.E-]+)")
                .matcher(json)
                .replaceAll(match -> "\"bpp\":" + Double.parseDouble(match.group(1)) / 2);
    }

    @Test
    void missingToolsAreNamedWithTheirPackage() throws IOException {
        Path own = Files.writeString(folder.resolve("own.json"), """
                {"codecs": [{"id": "own", "package": "own-tools", "values": ["1"],
                  "encode": ["nacre-no-such-encoder", "{in}", "{out}", "{q}"], "decode": ["cat", "{in}", "{out}"]}]}""");
        Program.run("eval", pictures, "--codecs", "nacre,own", "--add", own, "--points", "2", "-d", out)
                .ok()
                .says("own is left out: there is no nacre-no-such-encoder (Debian package own-tools)");
        Program.run("eval", pictures, "--codecs", "own", "--add", own, "-d", out)
                .fails(ExitCode.FAILED);
    }

    @Test
    void resultsAreNotOverwritten() throws IOException {
        Program.run("eval", pictures, "--codecs", "nacre", "--points", "2", "-d", out)
                .ok();
        Program.run("eval", pictures, "--codecs", "nacre", "--points", "2", "-d", out)
                .fails(ExitCode.CANNOT_WRITE)
                .says("--resume goes on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--codecs gif",
                "--metrics beauty",
                "--points 1",
                "--points -4",
                "--jobs 0",
                "--time-limit 0",
                "--tolerance -1",
                "--resume --force",
            })
    void usage(String options) {
        String[] words = ("eval " + pictures + " -d " + out + " " + options).split(" ", -1);
        Program.run((Object[]) words).fails(ExitCode.USAGE);
        assertFalse(Files.exists(out));
    }

    @Test
    void costsOfGraphsAreCounted() {
        String text = Program.run("models", "--cost").ok().out();
        assertTrue(text.contains("synthesis"), text);
    }
}
