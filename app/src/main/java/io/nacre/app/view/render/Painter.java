package io.nacre.app.view.render;

import java.awt.Rectangle;
import java.util.stream.IntStream;

/** Paints scenes into rasters. Immutable, thread-safe. */
public final class Painter {
    /** Rows that one task paints where several threads share the work. */
    private static final int BAND = 64;

    private final int background;

    /** @param background opaque colour beside pictures, 0xAARRGGBB */
    public Painter(int background) {
        this.background = background;
    }

    /**
     * Paints the part of a scene that a raster covers, in bands on all processors.
     *
     * @param pane the part of the picture that is seen, in a view, or in half of one if pictures are side by side
     * @param viewWidth width of the whole view, device pixels
     */
    public void paint(Scene scene, Viewport pane, int viewWidth, Raster raster) {
        Rectangle all = raster.bounds();
        int bands = (all.height + BAND - 1) / BAND;
        IntStream.range(0, bands).parallel().forEach(i -> {
            int top = all.y + i * BAND;
            int height = Math.min(BAND, all.y + all.height - top);
            band(scene, pane, viewWidth, raster, new Rectangle(all.x, top, all.width, height));
        });
    }

    private void band(Scene scene, Viewport pane, int viewWidth, Raster raster, Rectangle region) {
        raster.fill(region, background);
        switch (scene.drawn()) {
            case LEFT -> single(scene, scene.left(), pane, 0, raster, region);
            case RIGHT -> single(scene, scene.right(), pane, 0, raster, region);
            case SPLIT -> {
                int split = splitColumn(scene.split(), viewWidth);
                Rectangle left = columns(region, 0, split);
                single(scene, scene.left(), pane, 0, raster, left);
                single(scene, scene.right(), pane, 0, raster, columns(region, split, viewWidth));
            }
            case SIDE_BY_SIDE -> {
                int second = viewWidth - pane.width();
                single(scene, scene.left(), pane, 0, raster, columns(region, 0, pane.width()));
                single(scene, scene.right(), pane, second, raster, columns(region, second, viewWidth));
            }
            case DIFFERENCE -> difference(scene, pane, raster, region);
        }
    }

    /** The first column of the view that belongs to the right picture. */
    public static int splitColumn(double split, int viewWidth) {
        return (int) Math.round(Math.max(0, Math.min(1, split)) * viewWidth);
    }

    private static Rectangle columns(Rectangle region, int from, int to) {
        return region.intersection(new Rectangle(from, region.y, to - from, region.height));
    }

    /** One picture; the pane begins at a column of the view. */
    private static void single(Scene scene, Layer layer, Viewport pane, int paneX, Raster raster, Rectangle region) {
        if (region.isEmpty()) {
            return;
        }
        picture(layer.picture(), 0, 0, pane, paneX, scene.smooth(), raster, region);
        if (layer.part() != null) {
            picture(layer.part(), layer.partX(), layer.partY(), pane, paneX, scene.smooth(), raster, region);
        }
        if (layer.heat() != null) {
            heat(layer.heat(), layer.picture(), pane, paneX, raster, region);
        }
    }

    private static void picture(
            Picture picture, int x, int y, Viewport pane, int paneX, boolean smooth, Raster raster, Rectangle region) {
        int from = region.x - paneX;
        Sampler sampler = new Sampler(picture, x, y, pane, smooth, from, from + region.width);
        for (int row = region.y; row < region.y + region.height; row++) {
            if (sampler.count() > 0 && sampler.covers(row, picture.height())) {
                sampler.row(row, raster.argb(), raster.index(sampler.first() + paneX, row));
            }
        }
    }

    private static void heat(Heat heat, Picture picture, Viewport pane, int paneX, Raster raster, Rectangle region) {
        int[] argb = raster.argb();
        for (int row = region.y; row < region.y + region.height; row++) {
            int y = (int) Math.floor(pane.pictureY(row + 0.5));
            for (int column = region.x; y >= 0 && y < picture.height() && column < region.x + region.width; column++) {
                int x = (int) Math.floor(pane.pictureX(column - paneX + 0.5));
                if (x >= 0 && x < picture.width()) {
                    int at = raster.index(column, row);
                    argb[at] = heat.over(argb[at], x, y);
                }
            }
        }
    }

    /** From the pixels themselves at any zoom: means over several would hide errors of either sign. */
    private static void difference(Scene scene, Viewport pane, Raster raster, Rectangle region) {
        int[] left = new int[region.width];
        int[] right = new int[region.width];
        int gain = (int) Math.round(scene.gain() * 256);
        for (int row = region.y; row < region.y + region.height; row++) {
            int y = (int) Math.floor(pane.pictureY(row + 0.5));
            if (y < 0 || y >= scene.left().picture().height()) {
                continue;
            }
            exactRow(scene.left(), pane, region.x, y, left);
            exactRow(scene.right(), pane, region.x, y, right);
            for (int i = 0; i < region.width; i++) {
                if (left[i] != 0) {
                    int at = raster.index(region.x + i, row);
                    raster.argb()[at] = difference(scene.difference(), left[i], right[i], gain);
                }
            }
        }
    }

    /** Opaque colours of a row at full size, 0 outside the picture. */
    private static void exactRow(Layer layer, Viewport pane, int fromX, int y, int[] out) {
        Level full = layer.picture().full();
        Level part = layer.part() == null ? null : layer.part().full();
        for (int i = 0; i < out.length; i++) {
            int x = (int) Math.floor(pane.pictureX(fromX + i + 0.5));
            if (x < 0 || x >= full.width()) {
                out[i] = 0;
                continue;
            }
            int partX = x - layer.partX();
            int partY = y - layer.partY();
            boolean inPart = part != null && partX >= 0 && partX < part.width() && partY >= 0 && partY < part.height();
            out[i] = inPart ? opaque(part, partX, partY) : opaque(full, x, y);
        }
    }

    private static int opaque(Level level, int x, int y) {
        int from = 3 * (y * level.width() + x);
        byte[] rgb = level.rgb();
        return 0xFF000000 | (rgb[from] & 0xFF) << 16 | (rgb[from + 1] & 0xFF) << 8 | (rgb[from + 2] & 0xFF);
    }

    /** @param gain with 8 fraction bits */
    private static int difference(Scene.Difference kind, int left, int right, int gain) {
        int colour = 0xFF;
        int most = 0;
        for (int shift = 16; shift >= 0; shift -= 8) {
            int d = (right >> shift & 0xFF) - (left >> shift & 0xFF);
            int size = (Math.abs(d) * gain) >> 8;
            most = Math.max(most, size);
            int shown = kind == Scene.Difference.SIGNED ? 128 + (d < 0 ? -size : size) : size;
            colour = colour << 8 | Math.max(0, Math.min(255, shown));
        }
        return kind == Scene.Difference.HEAT_MAP ? ColourMap.colour(most / 255.0) : colour;
    }
}
