package io.nacre.codec.image;

import java.awt.Rectangle;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outermost latents of every tile of a picture after plain coding, from which come the rings that refinement sees
 * around each tile: so tiles can be refined in any order with the same result. Some 2.5 bytes a pixel with tiles of 512.
 * Thread-safe.
 */
final class TileRings {
    private final TileGrid grid;
    private final int channels;
    private final int ring;
    private final Map<Integer, Edges> tiles = new ConcurrentHashMap<>();

    TileRings(TileGrid grid, ReceiverSpec spec) {
        this.grid = grid;
        this.channels = spec.latentChannels();
        this.ring = spec.ring();
    }

    /** Strips of a tile, each [channel][height][width]; top and bottom go over the corners. */
    private record Edges(Strip top, Strip bottom, Strip left, Strip right) {}

    private record Strip(Rectangle place, float[] latents) {
        float at(int channel, int x, int y) {
            return latents[(channel * place.height + y - place.y) * place.width + x - place.x];
        }
    }

    /** Keeps the edges of a tile's latents, [channel][latentHeight][latentWidth], as synthesis takes them. */
    void put(int tile, float[] latents) {
        TileGeometry geometry = grid.geometry(tile);
        int width = geometry.latentWidth();
        int height = geometry.latentHeight();
        int wide = Math.min(ring, width);
        int high = Math.min(ring, height);
        tiles.put(
                tile,
                new Edges(
                        strip(latents, geometry, new Rectangle(0, 0, width, high)),
                        strip(latents, geometry, new Rectangle(0, height - high, width, high)),
                        strip(latents, geometry, new Rectangle(0, 0, wide, height)),
                        strip(latents, geometry, new Rectangle(width - wide, 0, wide, height))));
    }

    private Strip strip(float[] latents, TileGeometry geometry, Rectangle place) {
        float[] part = new float[channels * place.width * place.height];
        for (int i = 0; i < part.length; i += place.width) {
            int row = i / place.width;
            int from = (row / place.height * geometry.latentHeight() + place.y + row % place.height)
                    * geometry.latentWidth();
            System.arraycopy(latents, from + place.x, part, i, place.width);
        }
        return new Strip(place, part);
    }

    /** Place of a tile in the picture, in latents. */
    Rectangle place(int tile) {
        Rectangle bounds = grid.bounds(tile);
        TileGeometry geometry = grid.geometry(tile);
        return new Rectangle(
                bounds.x / ReceiverSpec.STRIDE,
                bounds.y / ReceiverSpec.STRIDE,
                geometry.latentWidth(),
                geometry.latentHeight());
    }

    /** A tile's place and the ring around it, as far as there is picture. */
    Rectangle frame(int tile) {
        Rectangle frame = place(tile);
        frame.grow(ring, ring);
        return frame.intersection(new Rectangle(grid.latentWidth(), grid.latentHeight()));
    }

    /** Latents of a tile's frame, [channel][height][width]; 0 within the tile. All its neighbours must have been put. */
    float[] around(int tile) {
        Rectangle place = place(tile);
        Rectangle frame = frame(tile);
        int side = grid.tileSize() / ReceiverSpec.STRIDE;
        float[] around = new float[channels * frame.width * frame.height];
        for (int y = frame.y; y < frame.y + frame.height; y++) {
            for (int x = frame.x; x < frame.x + frame.width; x++) {
                if (!place.contains(x, y)) {
                    int owner = y / side * grid.across() + x / side;
                    Strip strip = strip(owner, x % side, y % side);
                    for (int c = 0; c < channels; c++) {
                        around[(c * frame.height + y - frame.y) * frame.width + x - frame.x] =
                                strip.at(c, x % side, y % side);
                    }
                }
            }
        }
        return around;
    }

    private Strip strip(int tile, int x, int y) {
        Edges edges = tiles.get(tile);
        if (edges.top.place.contains(x, y)) {
            return edges.top;
        }
        if (edges.bottom.place.contains(x, y)) {
            return edges.bottom;
        }
        return edges.left.place.contains(x, y) ? edges.left : edges.right;
    }
}
