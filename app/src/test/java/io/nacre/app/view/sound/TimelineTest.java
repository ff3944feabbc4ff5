package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimelineTest {
    private static final int RATE = 16_000;
    private static final int LENGTH = 100 * RATE;
    private static final double WIDTH = 1000;

    private final Timeline whole = Timeline.of(LENGTH, RATE, WIDTH);

    @Test
    void allIsInSightAtFirstAndAfterResizing() {
        assertEquals(0, whole.sampleAt(0));
        assertEquals(LENGTH, whole.sampleAt(WIDTH), 1e-6);
        Timeline wider = whole.resized(2 * WIDTH);
        assertEquals(LENGTH, wider.sampleAt(2 * WIDTH), 1e-6);
        Timeline zoomed = whole.zoomed(4, 500);
        assertEquals(zoomed.scale(), zoomed.resized(2 * WIDTH).scale());
    }

    @Test
    void zoomingKeepsWhatIsUnderThePointer() {
        SplittableRandom random = new SplittableRandom(6);
        Timeline timeline = whole.zoomed(8, 500);
        for (int n = 0; n < 100; n++) {
            double x = 300 + random.nextDouble() * 400;
            double factor = 0.8 + random.nextDouble() * 0.5;
            Timeline next = timeline.zoomed(factor, x);
            boolean clamped = next.first() == 0 || next.first() >= LENGTH - WIDTH * next.scale() - 1;
            assertTrue(clamped || Math.abs(next.sampleAt(x) - timeline.sampleAt(x)) < 1, "zoom " + n);
            assertTrue(next.first() >= 0 && next.sampleAt(WIDTH) <= LENGTH + 1e-6, "zoom " + n);
            timeline = next;
        }
    }

    @Test
    void nobodyLooksBeyondTheEnds() {
        assertEquals(whole, whole.moved(-500));
        assertEquals(whole, whole.moved(500));
        assertEquals(whole, whole.zoomed(0.1, 500));
        Timeline closest = whole.zoomed(1e9, 500);
        assertTrue(closest.placeOf(1) - closest.placeOf(0) <= 16.001);
        assertEquals(LENGTH, closest.moved(1e12).sampleAt(WIDTH), 1e-6);
    }

    @Test
    void marksAreOrderedBoundedAndNotTooSmall() {
        AbMixer.Region region = whole.marked(600, 200).marked().orElseThrow();
        assertEquals(20 * RATE, region.from(), 1);
        assertEquals(60 * RATE, region.to(), 1);
        assertEquals(
                new AbMixer.Region(0, LENGTH), whole.marked(-50, 2000).marked().orElseThrow());
        assertEquals(Optional.empty(), whole.marked(300, 300.1).marked());
        assertEquals(Optional.empty(), whole.marked(100, 200).unmarked().marked());
    }

    @Test
    void aShortSoundCanBeMarkedAsWell() {
        Timeline tiny = Timeline.of(1, RATE, WIDTH);
        assertEquals(Optional.empty(), tiny.marked(0, WIDTH).marked());
        assertTrue(tiny.scale() > 0);
    }

    @Test
    void thePlayHeadIsFollowed() {
        Timeline part = whole.zoomed(10, 0);
        assertEquals(part, part.showing(5 * RATE));
        double x = part.showing(50 * RATE).placeOf(50 * RATE);
        assertEquals(WIDTH / 10, x, 1e-6);
    }

    @ParameterizedTest
    @CsvSource({"0, 1, 0:00", "61.26, 0.1, 1:01.3", "59.999, 0.1, 1:00.0", "7.25, 0.01, 0:07.25", "3725, 5, 1:02:05"})
    void momentsAreWrittenAsFinelyAsNeeded(double seconds, double step, String expected) {
        assertEquals(expected, Timeline.time(seconds, step));
    }

    @Test
    void labelsAreRoundAndFarEnoughApart() {
        for (double factor = 1; factor < 1e6; factor *= 3) {
            Timeline timeline = whole.zoomed(factor, 0);
            double step = timeline.labelStep(80);
            assertTrue(step * RATE / timeline.scale() >= 80 - 1e-6 || step == 0.001, "zoom " + factor);
        }
    }
}
