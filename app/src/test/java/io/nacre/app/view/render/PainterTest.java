package io.nacre.app.view.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.view.render.Scene.Arrangement;
import io.nacre.app.view.render.Scene.Difference;
import java.awt.Rectangle;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What views show, pixel by pixel, against references that are computed here. */
class PainterTest {
    private static final int GROUND = 0xFF102030;
    private static final int WIDTH = 90;
    private static final int HEIGHT = 70;

    private final Picture left = Pictures.noise(200, 150, 1);
    private final Picture right = Pictures.noise(200, 150, 2);

    private static Scene scene(
            Picture left, Picture right, Arrangement arrangement, Difference difference, double gain) {
        return new Scene(
                Layer.of(left), right == null ? null : Layer.of(right), arrangement, 0.5, difference, gain, false);
    }

    private Scene scene(Arrangement arrangement) {
        return scene(left, right, arrangement, Difference.AMPLIFIED, 1);
    }

    private static Raster paint(Scene scene, Viewport pane) {
        Raster raster = Raster.of(new Rectangle(WIDTH, HEIGHT));
        new Painter(GROUND).paint(scene, pane, WIDTH, raster);
        return raster;
    }

    private static int at(Raster raster, int x, int y) {
        return raster.argb()[raster.index(x, y)];
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 2, 3, 8, 32})
    void wholeZoomsShowExactPixels(double zoom) {
        Viewport pane = new Viewport(WIDTH, HEIGHT, zoom, 57, 41);
        Raster raster = paint(scene(Arrangement.RIGHT), pane);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int px = (int) Math.floor(pane.pictureX(x + 0.5));
                int py = (int) Math.floor(pane.pictureY(y + 0.5));
                assertEquals(Pictures.argb(right, px, py), at(raster, x, y), x + ", " + y);
            }
        }
    }

    @Test
    void beyondThePictureLiesTheGround() {
        Raster raster = paint(scene(Arrangement.LEFT), Viewport.fitting(WIDTH, HEIGHT, 200, 150));
        assertEquals(GROUND, at(raster, 45, 0));
        assertTrue(at(raster, 45, 35) != GROUND);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.03, 0.2, 0.4, 0.77, 1, 2.5, 13})
    void flatPicturesStayFlatAtAnyZoom(double zoom) {
        Picture flat = Pictures.flat(3000, 2000, 0x4080C0);
        for (boolean smooth : new boolean[] {false, true}) {
            Scene scene = new Scene(Layer.of(flat), null, Arrangement.LEFT, 0.5, Difference.SIGNED, 1, smooth);
            Raster raster = paint(scene, new Viewport(WIDTH, HEIGHT, zoom, 1500, 1000));
            for (int pixel : raster.argb()) {
                assertTrue(pixel == 0xFF4080C0 || (zoom < 0.04 && pixel == GROUND), Integer.toHexString(pixel));
            }
        }
    }

    @Test
    void halvesAreMeansOfFour() {
        Raster raster = paint(scene(Arrangement.LEFT), new Viewport(WIDTH, HEIGHT, 0.5, 100, 76));
        Viewport pane = new Viewport(WIDTH, HEIGHT, 0.5, 100, 76);
        for (int y = 1; y < HEIGHT - 1; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int px = 2 * (x - pane.originX());
                int py = 2 * (y - pane.originY());
                if (py < 0 || py >= 150 || px < 0 || px >= 200) {
                    continue;
                }
                for (int shift = 0; shift <= 16; shift += 8) {
                    int sum = 0;
                    for (int i = 0; i < 4; i++) {
                        sum += Pictures.argb(left, px + i % 2, py + i / 2) >> shift & 0xFF;
                    }
                    assertEquals((sum + 2) / 4, at(raster, x, y) >> shift & 0xFF, x + ", " + y);
                }
            }
        }
    }

    @Test
    void splitShowsOnePictureOnEachSide() {
        Viewport pane = new Viewport(WIDTH, HEIGHT, 1, 100, 75);
        Scene scene = new Scene(Layer.of(left), Layer.of(right), Arrangement.SPLIT, 0.3, Difference.SIGNED, 1, false);
        Raster raster = paint(scene, pane);
        int split = Painter.splitColumn(0.3, WIDTH);
        assertEquals(27, split);
        int row = 10;
        int py = row - pane.originY();
        assertEquals(Pictures.argb(left, split - 1 - pane.originX(), py), at(raster, split - 1, row));
        assertEquals(Pictures.argb(right, split - pane.originX(), py), at(raster, split, row));
    }

    @Test
    void besideEachOtherBothShowTheSamePlace() {
        Viewport pane = new Viewport(44, HEIGHT, 2, 60, 40);
        Raster raster = paint(scene(left, left, Arrangement.SIDE_BY_SIDE, Difference.SIGNED, 1), pane);
        for (int x = 0; x < 44; x++) {
            assertEquals(at(raster, x, 20), at(raster, x + WIDTH - 44, 20));
        }
        assertEquals(GROUND, at(raster, 44, 20));
    }

    @ParameterizedTest
    @EnumSource(Difference.class)
    void differencesComeFromThePixelsThemselves(Difference kind) {
        double gain = 3;
        Viewport pane = new Viewport(WIDTH, HEIGHT, 0.37, 100, 75);
        Raster raster = paint(scene(left, right, Arrangement.DIFFERENCE, kind, gain), pane);
        SplittableRandom random = new SplittableRandom(7);
        for (int i = 0; i < 500; i++) {
            int x = random.nextInt(WIDTH);
            int y = random.nextInt(HEIGHT);
            int px = (int) Math.floor(pane.pictureX(x + 0.5));
            int py = (int) Math.floor(pane.pictureY(y + 0.5));
            if (px < 0 || py < 0 || px >= 200 || py >= 150) {
                assertEquals(GROUND, at(raster, x, y));
                continue;
            }
            int most = 0;
            for (int shift = 0; shift <= 16; shift += 8) {
                int d = (Pictures.argb(right, px, py) >> shift & 0xFF) - (Pictures.argb(left, px, py) >> shift & 0xFF);
                most = Math.max(most, 3 * Math.abs(d));
                int shown = kind == Difference.SIGNED ? 128 + 3 * d : 3 * Math.abs(d);
                if (kind != Difference.HEAT_MAP) {
                    assertEquals(Math.max(0, Math.min(255, shown)), at(raster, x, y) >> shift & 0xFF, x + ", " + y);
                }
            }
            if (kind == Difference.HEAT_MAP) {
                assertEquals(ColourMap.colour(most / 255.0), at(raster, x, y));
            }
        }
    }

    @Test
    void partsCoverTheirPlaceOnly() {
        Picture part = Pictures.flat(20, 10, 0xFF0000);
        Layer layer = Layer.of(left).withPart(part, 90, 70);
        Scene scene = new Scene(layer, null, Arrangement.LEFT, 0.5, Difference.SIGNED, 1, false);
        Viewport pane = new Viewport(WIDTH, HEIGHT, 1, 100, 75);
        Raster raster = paint(scene, pane);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                int px = x - pane.originX();
                int py = y - pane.originY();
                boolean inside = px >= 90 && px < 110 && py >= 70 && py < 80;
                assertEquals(inside ? 0xFFFF0000 : Pictures.argb(left, px, py), at(raster, x, y));
            }
        }
    }

    @Test
    void transparencyShowsABoard() {
        Picture glass = Pictures.of(64, 64, true, (x, y) -> x < 32 ? 0xFF00FF00 : 0x0000FF00);
        Scene scene = new Scene(Layer.of(glass), null, Arrangement.LEFT, 0.5, Difference.SIGNED, 1, false);
        Raster raster = paint(scene, new Viewport(WIDTH, HEIGHT, 1, 32, 32));
        Viewport pane = new Viewport(WIDTH, HEIGHT, 1, 32, 32);
        assertEquals(0xFF00FF00, at(raster, 5 + pane.originX(), 30));
        int board = at(raster, 40 + pane.originX(), 30);
        assertTrue(board == 0xFFFFFFFF || board == 0xFFD4D4D4, Integer.toHexString(board));
    }

    @Test
    void colourUnderTransparencyDoesNotBleedIntoHalves() {
        Picture glass = Pictures.of(1024, 1024, true, (x, y) -> x % 2 == 0 ? 0xFF000000 : 0x00FFFFFF);
        int index = glass.indexFor(0.25);
        assertEquals(2, index);
        Level level = glass.level(index);
        for (int i = 0; i < 30; i++) {
            assertEquals(0, level.rgb()[i]);
            assertEquals((byte) 128, level.opacity()[i]);
        }
    }

    @Test
    void rastersOfAViewFitTogether() {
        Viewport pane = new Viewport(WIDTH, HEIGHT, 0.61, 100, 75);
        Raster whole = paint(scene(Arrangement.SPLIT), pane);
        Rectangle bounds = new Rectangle(31, 17, 40, 29);
        Raster part = Raster.of(bounds);
        new Painter(GROUND).paint(scene(Arrangement.SPLIT), pane, WIDTH, part);
        for (int y = bounds.y; y < bounds.y + bounds.height; y++) {
            for (int x = bounds.x; x < bounds.x + bounds.width; x++) {
                assertEquals(at(whole, x, y), at(part, x, y), x + ", " + y);
            }
        }
    }

    @Test
    void heatColoursSquares() {
        Heat heat = new Heat(13, 10, 16, new float[130], 1);
        heat.values()[0] = 1;
        Layer layer = Layer.of(left).withHeat(heat);
        Scene scene = new Scene(layer, null, Arrangement.LEFT, 0.5, Difference.SIGNED, 1, false);
        Viewport pane = new Viewport(WIDTH, HEIGHT, 1, 45, 35);
        Raster raster = paint(scene, pane);
        assertEquals(ColourMap.colour(1), at(raster, 15, 15));
        assertEquals(ColourMap.colour(0), at(raster, 16, 15));
    }
}
