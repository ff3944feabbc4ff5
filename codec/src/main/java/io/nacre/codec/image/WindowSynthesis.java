package io.nacre.codec.image;

import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs synthesis on windows of a picture and the ring of latents around them. Not thread-safe; keeps the native memory. */
final class WindowSynthesis implements AutoCloseable {
    private final Receiver receiver;
    private final TileGrid grid;
    private Tensor latents;
    private Tensor samples;

    WindowSynthesis(Receiver receiver, TileGrid grid) {
        this.receiver = receiver;
        this.grid = grid;
    }

    /** Where tiles come from. */
    interface Tiles {
        RebuiltTiles.Tile get(int tile) throws IOException;
    }

    /** A part of the picture, in pixels, with its ring, in latents of the picture. */
    Rectangle withRing(Rectangle window) {
        int ring = receiver.spec.ring();
        int x0 = Math.max(0, window.x / ReceiverSpec.STRIDE - ring);
        int y0 = Math.max(0, window.y / ReceiverSpec.STRIDE - ring);
        int x1 = Math.min(grid.latentWidth(), ceil(window.x + window.width) + ring);
        int y1 = Math.min(grid.latentHeight(), ceil(window.y + window.height) + ring);
        return new Rectangle(x0, y0, x1 - x0, y1 - y0);
    }

    private static int ceil(int pixels) {
        return (pixels + ReceiverSpec.STRIDE - 1) / ReceiverSpec.STRIDE;
    }

    /**
     * Synthesises.
     *
     * @param ring place of the samples in the picture, in latents
     * @return [1, 3, 16 ring.height, 16 ring.width], nominally 0..1; good until the next call
     */
    Tensor run(Rectangle ring, Tiles tiles) throws IOException {
        allocate(ring);
        FloatBuffer to = latents.floats();
        for (int tile : grid.touching(ring)) {
            copyLatents(tiles.get(tile), tile, ring, to);
        }
        receiver.synthesis.run(Map.of("y", latents), Map.of("rgb", samples));
        return samples;
    }

    private void allocate(Rectangle ring) {
        if (latents != null && latents.shape()[2] == ring.height && latents.shape()[3] == ring.width) {
            return;
        }
        close();
        latents = Tensor.allocate(1, receiver.spec.latentChannels(), ring.height, ring.width);
        samples = Tensor.allocate(
                1, 3, (long) ReceiverSpec.STRIDE * ring.height, (long) ReceiverSpec.STRIDE * ring.width);
    }

    private void copyLatents(RebuiltTiles.Tile tile, int index, Rectangle ring, FloatBuffer to) {
        TileGeometry geometry = grid.geometry(index);
        Rectangle place = new Rectangle(
                grid.bounds(index).x / ReceiverSpec.STRIDE,
                grid.bounds(index).y / ReceiverSpec.STRIDE,
                geometry.latentWidth(),
                geometry.latentHeight());
        Rectangle part = ring.intersection(place);
        int channels = receiver.spec.latentChannels();
        for (int c = 0; c < channels && !part.isEmpty(); c++) {
            for (int y = part.y; y < part.y + part.height; y++) {
                int from = (c * geometry.latentHeight() + y - place.y) * geometry.latentWidth() + part.x - place.x;
                to.put((c * ring.height + y - ring.y) * ring.width + part.x - ring.x, tile.latents(), from, part.width);
            }
        }
    }

    @Override
    public void close() {
        if (latents != null) {
            latents.close();
            samples.close();
            latents = null;
            samples = null;
        }
    }
}
