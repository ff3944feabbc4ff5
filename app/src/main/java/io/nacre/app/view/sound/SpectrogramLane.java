package io.nacre.app.view.sound;

import java.util.Map;
import java.util.WeakHashMap;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/** A spectrogram, from tiles; a coarser one fills in for those that are not there yet. Frequencies stand at its left. */
final class SpectrogramLane extends Lane {
    private static final double MIN_HEIGHT = 90;
    private static final double LABEL_DISTANCE = 34;
    private static final Color LABEL = Color.gray(1, 0.85);
    private static final Color SHADE = Color.gray(0, 0.55);
    private static final double[] STEPS = {500, 1000, 2000, 4000, 8000, 16_000};

    /** Images of tiles, for as long as the tiles are kept. */
    private final Map<SpectrogramTiles.Tile, Image> images = new WeakHashMap<>();

    private SoundTrack track;
    private Timeline timeline;

    SpectrogramLane() {
        super(MIN_HEIGHT);
    }

    /** @param sound or null to show nothing */
    void show(SoundTrack sound, Timeline part) {
        if (sound != null && (!sound.equals(track) || !part.equals(timeline))) {
            sound.spectrogram().forgetWishes();
        }
        track = sound;
        timeline = part;
        repaint();
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        g.setFill(Color.BLACK);
        g.fillRect(0, 0, width, height);
        if (track == null || timeline == null) {
            return;
        }
        SpectrogramTiles tiles = track.spectrogram();
        int wanted = tiles.levelFor(timeline.scale());
        for (int level = tiles.topLevel(); level > wanted; level--) {
            paintKnown(g, tiles, level, width, height);
        }
        paint(g, tiles, wanted, width, height);
        labels(g, height);
    }

    private void paint(GraphicsContext g, SpectrogramTiles tiles, int level, double width, double height) {
        for (int index = first(level); index <= last(level, width); index++) {
            int tile = index;
            tiles.tile(level, tile).ifPresent(known -> draw(g, known, level, tile, height));
        }
        if (level < tiles.topLevel()) {
            tiles.tile(tiles.topLevel(), 0); // to have something at once wherever one looks next
        }
    }

    private void paintKnown(GraphicsContext g, SpectrogramTiles tiles, int level, double width, double height) {
        for (int index = first(level); index <= last(level, width); index++) {
            int tile = index;
            tiles.known(level, tile).ifPresent(known -> draw(g, known, level, tile, height));
        }
    }

    private int first(int level) {
        return (int) (timeline.first() / SpectrogramTiles.samplesOfTile(level));
    }

    private int last(int level, double width) {
        double end = Math.min(timeline.sampleAt(width), track.samples().length());
        return (int) ((Math.ceil(end) - 1) / SpectrogramTiles.samplesOfTile(level));
    }

    private void draw(GraphicsContext g, SpectrogramTiles.Tile tile, int level, int index, double height) {
        Image image = images.computeIfAbsent(tile, SpectrogramLane::image);
        double span = SpectrogramTiles.samplesOfTile(level);
        double left = timeline.placeOf(index * span);
        g.drawImage(image, left, 0, timeline.placeOf((index + 1) * span) - left, height);
    }

    private static Image image(SpectrogramTiles.Tile tile) {
        int side = SpectrogramTiles.SIDE;
        WritableImage image = new WritableImage(side, side);
        image.getPixelWriter().setPixels(0, 0, side, side, PixelFormat.getIntArgbInstance(), tile.argb(), 0, side);
        return image;
    }

    private void labels(GraphicsContext g, double height) {
        double top = track.samples().rate() / 2.0;
        double step = STEPS[STEPS.length - 1];
        for (int i = STEPS.length - 1; i >= 0 && STEPS[i] / top * height >= LABEL_DISTANCE; i--) {
            step = STEPS[i];
        }
        for (double hertz = step; hertz < 0.95 * top; hertz += step) {
            double y = height * (1 - hertz / top);
            String text = hertz % 1000 == 0 ? (int) (hertz / 1000) + " kHz" : (int) hertz + " Hz";
            g.setFill(SHADE);
            g.fillRoundRect(2, y - 8, 7 * text.length() + 6, 15, 4, 4);
            g.setFill(LABEL);
            g.fillText(text, 6, y + 4);
        }
    }
}
