package io.nacre.app.view.sound;

import io.nacre.app.sound.ColourScale;
import io.nacre.app.sound.SoundSamples;
import io.nacre.app.sound.Spectrogram;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;

/**
 * A spectrogram in tiles of {@value #SIDE} columns and rows: at level 0 a column spans {@value #BASE_STEP} samples, at
 * each further one twice as many. Tiles are computed when they are asked for, in the background; the ones that were used
 * last are kept. Thread-safe.
 */
public final class SpectrogramTiles {
    public static final int SIDE = 256;

    /** Samples of a column at level 0. */
    public static final int BASE_STEP = 32;

    /** A quarter of a mebibyte each. */
    private static final int KEPT = 96;

    private final SoundSamples mono;
    private final Executor background;
    private final Runnable ready;
    private final Map<Place, Tile> tiles = new Recent();
    private final Set<Place> wanted = new HashSet<>();

    private record Place(int level, int index) {}

    /** A part of the picture. Two tiles are never equal. */
    public static final class Tile {
        private final int[] argb;

        Tile(int[] argb) {
            this.argb = argb;
        }

        /** Opaque pixels, row by row, the highest frequency first; not to be changed. */
        public int[] argb() {
            return argb;
        }
    }

    /**
     * Computes nothing yet.
     *
     * @param sound the mean of its channels is shown
     * @param background where tiles are computed
     * @param ready called there when there is a new one
     */
    public SpectrogramTiles(SoundSamples sound, Executor background, Runnable ready) {
        this.mono = sound.mixed();
        this.background = background;
        this.ready = ready;
    }

    /** The coarsest level, at which one tile holds the whole sound. */
    public int topLevel() {
        int level = 0;
        while (samplesOfTile(level) < mono.length()) {
            level++;
        }
        return level;
    }

    /** The finest level whose columns are not narrower than a pixel. */
    public int levelFor(double samplesPerPixel) {
        int level = 0;
        while (level < topLevel() && (long) BASE_STEP << level < samplesPerPixel) {
            level++;
        }
        return level;
    }

    /** How much of the sound a tile of a level spans. */
    public static long samplesOfTile(int level) {
        return (long) SIDE * BASE_STEP << level;
    }

    /**
     * A tile, if it is there already; else it will be.
     *
     * @param index of the tile, from the start of the sound
     * @throws IndexOutOfBoundsException if there is no such tile
     */
    public Optional<Tile> tile(int level, int index) {
        Objects.checkIndex(level, topLevel() + 1);
        Objects.checkIndex(index * samplesOfTile(level), (long) mono.length());
        Place place = new Place(level, index);
        synchronized (tiles) {
            Tile tile = tiles.get(place);
            if (tile == null && wanted.add(place)) {
                background.execute(() -> compute(place));
            }
            return Optional.ofNullable(tile);
        }
    }

    /** A tile, if it is there already. */
    public Optional<Tile> known(int level, int index) {
        synchronized (tiles) {
            return Optional.ofNullable(tiles.get(new Place(level, index)));
        }
    }

    /** Forgets tiles that were asked for and have not been begun: something else is looked at by now. */
    public void forgetWishes() {
        synchronized (tiles) {
            wanted.clear();
        }
    }

    private void compute(Place place) {
        synchronized (tiles) {
            if (!wanted.contains(place)) {
                return;
            }
        }
        Tile tile = computed(place);
        synchronized (tiles) {
            wanted.remove(place);
            tiles.put(place, tile);
        }
        ready.run();
    }

    private Tile computed(Place place) {
        long span = samplesOfTile(place.level);
        double[][] levels = Spectrogram.levels(mono.channels()[0], mono.rate(), place.index * span, span, SIDE, SIDE);
        int[] pixels = new int[SIDE * SIDE];
        for (int x = 0; x < SIDE; x++) {
            for (int row = 0; row < SIDE; row++) {
                double position = 1 - levels[x][row] / Spectrogram.FLOOR;
                pixels[(SIDE - 1 - row) * SIDE + x] = 0xFF000000 | ColourScale.LEVELS.rgb(position);
            }
        }
        return new Tile(pixels);
    }

    /** The tiles that were used last. */
    private static final class Recent extends LinkedHashMap<Place, Tile> {
        private static final long serialVersionUID = 1L;

        Recent() {
            super(KEPT, 0.75f, true);
        }

        @Override
        protected boolean removeEldestEntry(Map.Entry<Place, Tile> eldest) {
            return size() > KEPT;
        }
    }
}
