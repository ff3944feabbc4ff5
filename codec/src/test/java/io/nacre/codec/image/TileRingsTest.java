package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TileRingsTest {
    private static final int CHANNELS = 3;
    private static final int RING = 4;

    @ParameterizedTest
    @CsvSource({"300,257,64", "64,64,64", "1000,130,128", "129,700,128", "65,65,64"})
    void theRingIsThatOfTheWholePicture(int width, int height, int tileSize) {
        TileGrid grid = new TileGrid(width, height, tileSize);
        TileRings rings = new TileRings(grid, new ReceiverSpec(CHANNELS, 2, 2, 64, 40, RING));
        for (int tile = 0; tile < grid.count(); tile++) {
            Rectangle place = rings.place(tile);
            float[] latents = new float[CHANNELS * place.width * place.height];
            for (int i = 0; i < latents.length; i++) {
                int plane = place.width * place.height;
                int within = i % plane;
                latents[i] = mark(i / plane, place.x + within % place.width, place.y + within / place.width);
            }
            rings.put(tile, latents);
        }
        Rectangle picture = new Rectangle(grid.latentWidth(), grid.latentHeight());
        for (int tile = 0; tile < grid.count(); tile++) {
            Rectangle place = rings.place(tile);
            Rectangle frame = rings.frame(tile);
            assertTrue(picture.contains(frame) && frame.contains(place));
            float[] around = rings.around(tile);
            for (int i = 0; i < around.length; i++) {
                int plane = frame.width * frame.height;
                int x = frame.x + i % plane % frame.width;
                int y = frame.y + i % plane / frame.width;
                float expected = place.contains(x, y) ? 0 : mark(i / plane, x, y);
                assertEquals(expected, around[i], "tile " + tile + " at " + x + ", " + y);
            }
        }
    }

    private static float mark(int channel, int x, int y) {
        return 1 + channel + CHANNELS * (x + 1000 * y);
    }
}
