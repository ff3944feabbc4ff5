package io.nacre.codec.image;

import io.nacre.codec.raster.Pixels;
import java.awt.Rectangle;

/** Reads what the samples of tiles should be. Thread-safe. */
final class TileTargets {
    private final Pixels pixels;
    private final TileGrid grid;
    private final TileRings rings;

    /** @param rings of all tiles */
    TileTargets(Pixels pixels, TileGrid grid, TileRings rings) {
        this.pixels = pixels;
        this.grid = grid;
        this.rings = rings;
    }

    /** The target of a tile: samples that are transparent do not count. */
    TileTarget of(int tile) {
        Rectangle frame = rings.frame(tile);
        int width = ReceiverSpec.STRIDE * frame.width;
        int plane = width * ReceiverSpec.STRIDE * frame.height;
        float[] rgb = new float[3 * plane];
        float[] weight = new float[plane];
        Rectangle own = grid.bounds(tile);
        int[] row = new int[4 * own.width];
        float scale = 1f / pixels.maximum();
        for (int y = 0; y < own.height; y++) {
            pixels.read(own.x, own.y + y, own.width, row);
            int to = (own.y + y - ReceiverSpec.STRIDE * frame.y) * width + own.x - ReceiverSpec.STRIDE * frame.x;
            for (int x = 0; x < own.width; x++) {
                for (int c = 0; c < 3; c++) {
                    rgb[c * plane + to + x] = row[4 * x + c] * scale;
                }
                weight[to + x] = pixels.alpha() && Math.round(row[4 * x + 3] * 255 * scale) == 0 ? 0 : 1;
            }
        }
        return new TileTarget(rings.place(tile), frame, rgb, weight, rings.around(tile));
    }
}
