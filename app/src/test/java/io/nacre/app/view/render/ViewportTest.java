package io.nacre.app.view.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Places and zooms of a view. */
class ViewportTest {
    @RepeatedTest(50)
    void zoomKeepsThePixelUnderThePointer(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        Viewport view = new Viewport(
                random.nextInt(1, 3000),
                random.nextInt(1, 2000),
                random.nextDouble(Viewport.MIN_ZOOM, Viewport.MAX_ZOOM),
                random.nextDouble(-100, 5000),
                random.nextDouble(-100, 5000));
        double x = random.nextDouble(view.width());
        double y = random.nextDouble(view.height());
        Viewport zoomed = view.zoomedTo(random.nextDouble(0.001, 50), x, y);
        // Pictures begin at whole pixels of the screen: half a pixel of either zoom may be lost.
        double tolerance = 0.51 / view.zoom() + 0.51 / zoomed.zoom();
        assertEquals(view.pictureX(x), zoomed.pictureX(x), tolerance, "seed " + seed);
        assertEquals(view.pictureY(y), zoomed.pictureY(y), tolerance, "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({
        "1000, 800, 4000, 3000, 0.25",
        "1000, 800, 500, 400, 1",
        "1000, 800, 1000, 800, 1",
        "1000, 800, 1, 1, 32",
        "1000, 800, 20, 20, 10",
        "300, 200, 100000, 10, 0.0078125"
    })
    void fitsTheWhole(int width, int height, int pictureWidth, int pictureHeight, double zoom) {
        Viewport view = Viewport.fitting(width, height, pictureWidth, pictureHeight);
        assertEquals(zoom, view.zoom(), 1e-12);
        assertEquals(pictureWidth / 2.0, view.centreX());
        assertEquals(pictureHeight / 2.0, view.centreY());
    }

    @RepeatedTest(50)
    void staysWithinThePicture(RepetitionInfo info) {
        long seed = info.getCurrentRepetition();
        SplittableRandom random = new SplittableRandom(seed);
        int pictureWidth = random.nextInt(1, 3000);
        int pictureHeight = random.nextInt(1, 3000);
        Viewport view = new Viewport(700, 500, random.nextDouble(0.1, 8), 10, 10)
                .moved(random.nextDouble(-1e5, 1e5), random.nextDouble(-1e5, 1e5))
                .within(pictureWidth, pictureHeight);
        if (pictureWidth * view.zoom() >= 700) {
            assertTrue(view.pictureX(0) > -1 / view.zoom(), "seed " + seed);
            assertTrue(view.pictureX(700) < pictureWidth + 1 / view.zoom(), "seed " + seed);
        } else {
            assertEquals(pictureWidth / 2.0, view.centreX(), "seed " + seed);
        }
    }

    @Test
    void stepsGoThroughAllUsualZooms() {
        Viewport view = new Viewport(100, 100, Viewport.MIN_ZOOM, 0, 0);
        int steps = 0;
        boolean met = false;
        while (view.zoom() < Viewport.MAX_ZOOM) {
            Viewport next = view.zoomedTo(view.nextStep(true), 50, 50);
            assertTrue(next.zoom() > view.zoom());
            assertEquals(view.zoom(), next.nextStep(false), 1e-9);
            met |= next.zoom() == 1;
            view = next;
            steps++;
        }
        assertTrue(met && steps < 30, steps + " steps");
        assertEquals(Viewport.MAX_ZOOM, view.nextStep(true));
    }
}
