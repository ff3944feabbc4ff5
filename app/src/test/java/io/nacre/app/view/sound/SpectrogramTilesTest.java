package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SpectrogramTilesTest {
    private static final int RATE = 16_000;

    private final Queue<Runnable> background = new ArrayDeque<>();
    private final AtomicInteger ready = new AtomicInteger();

    private SpectrogramTiles tiles(SoundSamples sound) {
        return new SpectrogramTiles(sound, background::add, ready::incrementAndGet);
    }

    private int[] compute(SpectrogramTiles tiles, int level, int index) {
        tiles.tile(level, index);
        background.remove().run();
        return tiles.tile(level, index).orElseThrow().argb();
    }

    private static int brightness(int argb) {
        return (argb >> 16 & 0xFF) + (argb >> 8 & 0xFF) + (argb & 0xFF);
    }

    @Test
    void aToneIsALineAtItsFrequency() {
        SpectrogramTiles tiles = tiles(Signals.sine(RATE, 4 * RATE, 2000, 0.5, 2));
        int[] tile = compute(tiles, 0, 1);
        for (int x = 0; x < SpectrogramTiles.SIDE; x += 15) {
            int brightest = 0;
            for (int y = 0; y < SpectrogramTiles.SIDE; y++) {
                boolean brighter = brightness(tile[y * SpectrogramTiles.SIDE + x])
                        > brightness(tile[brightest * SpectrogramTiles.SIDE + x]);
                brightest = brighter ? y : brightest;
            }
            // 2 of 8 kHz: a quarter above the lower edge.
            assertEquals(0.75 * SpectrogramTiles.SIDE, brightest, 2, "column " + x);
        }
    }

    @Test
    void tilesAreComputedOnceAndAnnounced() {
        SpectrogramTiles tiles = tiles(Signals.noise(RATE, RATE, 0.5, 1));
        assertTrue(tiles.tile(0, 0).isEmpty());
        assertTrue(tiles.tile(0, 0).isEmpty());
        assertEquals(1, background.size());
        background.remove().run();
        assertEquals(1, ready.get());
        assertSame(tiles.tile(0, 0).orElseThrow(), tiles.tile(0, 0).orElseThrow());
        assertTrue(background.isEmpty());
    }

    @Test
    void forgottenWishesAreNotComputed() {
        SpectrogramTiles tiles = tiles(Signals.noise(RATE, RATE, 0.5, 1));
        tiles.tile(0, 0);
        tiles.forgetWishes();
        background.remove().run();
        assertEquals(0, ready.get());
        assertTrue(tiles.tile(0, 0).isEmpty());
        background.remove().run();
        assertTrue(tiles.tile(0, 0).isPresent());
    }

    @Test
    void oneTileOfTheTopLevelHoldsAllAndBehindTheEndIsSilence() {
        int length = 3 * RATE;
        SpectrogramTiles tiles = tiles(Signals.sine(RATE, length, 1000, 0.5, 1));
        int top = tiles.topLevel();
        assertTrue(SpectrogramTiles.samplesOfTile(top) >= length);
        assertTrue(SpectrogramTiles.samplesOfTile(top - 1) < length);
        int[] tile = compute(tiles, top, 0);
        int[] silence = new int[SpectrogramTiles.SIDE];
        for (int y = 0; y < SpectrogramTiles.SIDE; y++) {
            silence[y] = tile[y * SpectrogramTiles.SIDE + SpectrogramTiles.SIDE - 1];
        }
        int[] black = new int[SpectrogramTiles.SIDE];
        Arrays.fill(black, silence[0]);
        assertArrayEquals(black, silence);
        assertThrows(IndexOutOfBoundsException.class, () -> tiles.tile(top, 1));
        assertThrows(IndexOutOfBoundsException.class, () -> tiles.tile(top + 1, 0));
    }

    @Test
    void levelsFollowTheZoom() {
        SpectrogramTiles tiles = tiles(Signals.noise(RATE, 60 * RATE, 0.5, 1));
        assertEquals(0, tiles.levelFor(0.1));
        assertEquals(0, tiles.levelFor(SpectrogramTiles.BASE_STEP));
        assertEquals(1, tiles.levelFor(SpectrogramTiles.BASE_STEP + 1));
        assertEquals(tiles.topLevel(), tiles.levelFor(1e9));
    }
}
