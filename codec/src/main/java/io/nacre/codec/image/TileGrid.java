package io.nacre.codec.image;

import java.awt.Rectangle;

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

    /** Columns of the picture's latents, padding included. */
    int latentWidth() {
        return 4 * ((width + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE);
    }

    /** Rows of the picture's latents, padding included. */
    int latentHeight() {
        return 4 * ((height + ReceiverSpec.HYPER_STRIDE - 1) / ReceiverSpec.HYPER_STRIDE);
    }
}
