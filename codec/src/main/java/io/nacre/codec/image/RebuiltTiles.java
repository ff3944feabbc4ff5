package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.entropy.CorruptStreamException;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The tiles of a file that are parsed and rebuilt, or about to be, on the model's threads: asked for ahead of time, dropped
 * when no row needs them any more. Not thread-safe.
 */
final class RebuiltTiles implements AutoCloseable {
    private final ImageModel model;
    private final ContainerReader file;
    private final TileGrid grid;
    private final TileParser parser;
    private final float[] gains;
    private final Map<Integer, Future<Tile>> tiles = new HashMap<>();
    private int requested;

    /**
     * A tile ready for synthesis.
     *
     * @param latents [channel][latentHeight][latentWidth], gains applied
     * @param alpha 8-bit alpha of the tile's pixels, or null
     */
    record Tile(float[] latents, byte[] alpha) {}

    RebuiltTiles(ImageModel model, ContainerReader file, TileGrid grid) {
        ImageHeader header = file.header();
        this.model = model;
        this.file = file;
        this.grid = grid;
        this.parser = new TileParser(model.receiver(), header.quality(), header.alpha());
        this.gains = model.receiver().gains.at(model.receiver().share(header.quality()));
    }

    /** The tiles that a rectangle of latents touches, in raster order. */
    List<Integer> touching(Rectangle latents) {
        int size = grid.tileSize() / ReceiverSpec.STRIDE;
        int right = Math.min(grid.across(), (latents.x + latents.width - 1) / size + 1);
        int bottom = Math.min(grid.down(), (latents.y + latents.height - 1) / size + 1);
        List<Integer> touched = new ArrayList<>();
        for (int row = latents.y / size; row < bottom; row++) {
            for (int column = latents.x / size; column < right; column++) {
                touched.add(row * grid.across() + column);
            }
        }
        return touched;
    }

    /**
     * Starts the tiles that are not there yet.
     *
     * @throws IOException if the box of one is damaged
     */
    void request(List<Integer> wanted) throws IOException {
        for (int tile : wanted) {
            if (!tiles.containsKey(tile)) {
                byte[] payload = file.tile(tile);
                tiles.put(tile, model.submit(() -> rebuild(payload, grid.geometry(tile))));
                requested++;
            }
        }
    }

    private Tile rebuild(byte[] payload, TileGeometry geometry) throws CorruptStreamException {
        TileParser.Parsed parsed = parser.parse(payload, geometry);
        try (LatentMeans means = new LatentMeans(model.receiver(), geometry)) {
            means.predict(parsed.symbols().z, file.header().quality());
            means.refine(parsed.symbols());
            return new Tile(means.rebuild(parsed.symbols(), gains), parsed.alpha());
        }
    }

    /**
     * A tile that was asked for, waiting for it if need be.
     *
     * @throws CorruptStreamException if its payload is corrupt; the message names it
     */
    Tile get(int tile) throws IOException {
        try {
            return tiles.get(tile).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("decoding was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorruptStreamException) {
                throw new CorruptStreamException(
                        "tile " + tile + " is corrupt: " + e.getCause().getMessage());
            }
            throw new IllegalStateException("tile " + tile, e.getCause());
        }
    }

    /** Drops the tiles that end above a row of latents. */
    void forgetAbove(int latentRow) {
        tiles.keySet().removeIf(tile -> {
            Rectangle bounds = grid.bounds(tile);
            return bounds.y + bounds.height <= latentRow * ReceiverSpec.STRIDE;
        });
    }

    /** How many tiles were asked for so far. */
    int requested() {
        return requested;
    }

    @Override
    public void close() {
        tiles.values().forEach(tile -> tile.cancel(false));
        tiles.clear();
    }
}
