package io.nacre.codec.image;

import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.List;

/**
 * The coding tiles of a picture: squares from the upper left corner, those at the right and lower edge cut to the picture.
 *
 * @param width of the picture, in pixels
 * @param height of the picture, in pixels
 * @param tileSize side of a tile, a multiple of 64
 */
record TileGrid(int width, int height, int tileSize) {
    int across() {
        return (width + tileSize - 1) / tileSize;
    }

    int down() {
        return (height + tileSize - 1) / tileSize;
    }

    int count() {
        return across() * down();
    }

    /** The part of the picture that a tile covers; tiles are counted in raster order. */
    Rectangle bounds(int tile) {
        int x = tile % across() * tileSize;
        int y = tile / across() * tileSize;
        return new Rectangle(x, y, Math.min(tileSize, width - x), Math.min(tileSize, height - y));
    }

    TileGeometry geometry(int tile) {
        Rectangle r = bounds(tile);
        return new TileGeometry(r.width, r.height);
    }

    /** The tiles that a rectangle of latents touches, in raster order. */
    List<Integer> touching(Rectangle latents) {
        int size = tileSize / ReceiverSpec.STRIDE;
        int right = Math.min(across(), (latents.x + latents.width - 1) / size + 1);
        int bottom = Math.min(down(), (latents.y + latents.height - 1) / size + 1);
        List<Integer> touched = new ArrayList<>();
        for (int row = latents.y / size; row < bottom; row++) {
            for (int column = latents.x / size; column < right; column++) {
                touched.add(row * across() + column);
            }
        }
        return touched;
    }

    /** The tile some steps away in a direction, or -1 beyond the picture. */
    int neighbour(int tile, Direction direction, int steps) {
        int column = tile % across() + steps * direction.dx;
        int row = tile / across() + steps * direction.dy;
        return column < 0 || column >= across() || row < 0 || row >= down() ? -1 : row * across() + column;
    }

    /** Whether a tile ends above a row of latents. */
    boolean endsAbove(int tile, int latentRow) {
        Rectangle bounds = bounds(tile);
        return bounds.y + bounds.height <= latentRow * ReceiverSpec.STRIDE;
    }

    /** Columns of the picture's latents, padding included. */
    int latentWidth() {
        return 4 * ((width + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE);
    }

    /** Rows of the picture's latents, padding included. */
    int latentHeight() {
        return 4 * ((height + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE);
    }
}
