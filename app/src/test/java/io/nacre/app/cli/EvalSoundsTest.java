package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code nacre eval} on a folder of sounds. */
class EvalSoundsTest {
    @TempDir
    private Path folder;

    private Path sounds;
    private Path out;

    @BeforeEach
    void sound() throws IOException {
        sounds = Files.createDirectory(folder.resolve("in"));
        out = folder.resolve("out");
        Recording.write(sounds.resolve("talk.wav"));
    }

    @Test
    void ratesAreThoseOfTheFilesThatEncodeWrites() throws IOException {
        Recording.run("eval", sounds, "--codecs", "nacre", "--points", 2, "-d", out)
                .ok();
        List<String> rows = Files.readAllLines(out.resolve("per-item.csv"));
        assertTrue(rows.get(0).contains(",bytes,kbps,si_sdr,logmel,stoi,estoi,"), rows.get(0));
        assertEquals(3, rows.size());
        for (String row : rows.subList(1, 3)) {
            String[] fields = row.split(",", -1);
            String quality = fields[4].substring("q=".length());
            byte[] file = Recording.run("encode", sounds.resolve("talk.wav"), "-q", quality, "-o", "-")
                    .ok()
                    .bytes();
            assertEquals(file.length, Integer.parseInt(fields[5]), row);
            assertEquals(file.length * 8 / 3700.0, Double.parseDouble(fields[6]), 1e-9, row);
        }
    }

    @Test
    void picturesComeFirst() throws IOException {
        Photograph.write(sounds.resolve("photo.png"));
        Recording.run("eval", sounds, "--codecs", "nacre", "--points", 2, "-d", out)
                .ok()
                .says("talk.wav is left out");
        assertTrue(Files.readString(out.resolve("per-item.csv")).contains(",bpp,"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--codecs jpeg", "--metrics psnr_rgb", "--codecs nacre,webp"})
    void usage(String options) {
        String[] words = options.split(" ", -1);
        Recording.run("eval", sounds, "-d", out, words[0], words[1]).fails(ExitCode.USAGE);
        assertFalse(Files.exists(out));
    }
}
