package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
    private final ByteArrayOutputStream drawn = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(drawn, true, StandardCharsets.UTF_8);
    private long now;

    @Test
    void shortWorkDrawsNothing() {
        try (ProgressBar bar = new ProgressBar(err, "a.png", () -> now)) {
            now += 499_000_000;
            bar.tiles(9, 10);
        }
        assertEquals("", drawn.toString(StandardCharsets.UTF_8));
    }

    @Test
    void drawsTenTimesASecondAtMostAndErases() {
        try (ProgressBar bar = new ProgressBar(err, "a.png", () -> now)) {
            now += 500_000_000;
            for (int i = 0; i <= 1000; i++) {
                bar.tiles(i, 1000);
                now += 1_000_000;
            }
        }
        String text = drawn.toString(StandardCharsets.UTF_8);
        String[] frames = text.split("\r", -1);
        assertEquals(1 + 11 + 2, frames.length, text); // before the first, one each 100 ms, blanks, after the last
        assertTrue(frames[1].startsWith("a.png [...") && frames[11].endsWith("] 100 %"), text);
        assertTrue(frames[12].isBlank() && frames[12].length() >= frames[11].length(), text);
        assertEquals("", frames[13]);
    }

    @Test
    void soundsWhoseLengthIsUnknownOrWrongCountSeconds() {
        for (OptionalLong declared : List.of(OptionalLong.empty(), OptionalLong.of(0), OptionalLong.of(900))) {
            drawn.reset();
            try (ProgressBar bar = new ProgressBar(err, "a.wav", () -> now)) {
                now += 500_000_000;
                bar.sound(declared, 100).samples(1234);
                assertEquals("\ra.wav 12 s", drawn.toString(StandardCharsets.UTF_8), declared.toString());
            }
        }
        drawn.reset();
        try (ProgressBar bar = new ProgressBar(err, "a.wav", () -> now)) {
            now += 500_000_000;
            bar.sound(OptionalLong.of(1L << 40), 1).samples(1L << 39);
            assertTrue(drawn.toString(StandardCharsets.UTF_8).endsWith("] 50 %"));
        }
    }

    @Test
    void nowhereToDraw() {
        try (ProgressBar bar = new ProgressBar(null, "a.png", () -> now)) {
            now += 1_000_000_000;
            bar.tiles(1, 2);
        }
        assertEquals("", drawn.toString(StandardCharsets.UTF_8));
    }
}
