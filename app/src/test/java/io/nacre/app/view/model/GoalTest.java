package io.nacre.app.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.image.EncodeTarget;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sliders and fields of the dial. */
class GoalTest {
    private static final long PIXELS = 393_216;

    @ParameterizedTest
    @EnumSource(Goal.class)
    void sliderAndTargetAgree(Goal goal) {
        for (int i = 0; i <= 100; i++) {
            double place = goal.least() + (goal.most() - goal.least()) * i / 100;
            EncodeTarget target = goal.target(place, PIXELS);
            assertEquals(goal, Goal.of(target));
            assertEquals(place, goal.place(target, PIXELS), 0.26, target::toString);
        }
    }

    @ParameterizedTest
    @EnumSource(Goal.class)
    void whatIsShownCanBeRead(Goal goal) {
        for (Locale locale : new Locale[] {Locale.ENGLISH, Locale.GERMAN}) {
            EncodeTarget target = goal.target((goal.least() + goal.most()) / 2, PIXELS);
            String text = goal.text(target, locale);
            EncodeTarget read = goal.parse(text).orElseThrow();
            assertEquals(goal.place(target, PIXELS), goal.place(read, PIXELS), 0.02, text);
        }
    }

    @ParameterizedTest
    @CsvSource({"100000, 100000", "100k, 102400", "'1,5 M', 1572864", "2 KiB, 2048", "800 B, 800", "'12.5 kb', 12800"})
    void sizesHaveUnits(String text, long bytes) {
        assertEquals(new EncodeTarget.Bytes(bytes), Goal.SIZE.parse(text).orElseThrow());
    }

    @Test
    void nonsenseIsNoTarget() {
        for (String text : new String[] {"", "abc", "-3", "1e5", "101", "5 k", "NaN"}) {
            assertTrue(Goal.QUALITY.parse(text).isEmpty(), text);
        }
        assertTrue(Goal.SIZE.parse("0").isEmpty());
        assertTrue(Goal.PSNR.parse("200").isEmpty());
    }
}
