package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.ImageHeader;
import io.nacre.entropy.CorruptStreamException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
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

    /** Starts the tiles that are not there yet. */
    void request(List<Integer> wanted) {
        for (int tile : wanted) {
            if (!tiles.containsKey(tile)) {
                tiles.put(tile, start(tile));
                requested++;
            }
        }
    }

    private Future<Tile> start(int tile) {
        try {
            byte[] payload = file.tile(tile);
            return model.submit(() -> rebuild(payload, grid.geometry(tile)));
        } catch (FormatException e) {
            return CompletableFuture.failedFuture(e);
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
     * @throws FormatException if its box is damaged
     * @throws CorruptStreamException if its payload is corrupt; the message names it
     */
    Tile get(int tile) throws IOException {
        try {
            return tiles.get(tile).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("decoding was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof FormatException damage) {
                throw damage;
            }
            if (e.getCause() instanceof CorruptStreamException) {
                throw new CorruptStreamException(
                        "tile " + tile + " is corrupt: " + e.getCause().getMessage());
            }
            throw new IllegalStateException("tile " + tile, e.getCause());
        }
    }

    /** What is wrong with a tile that was asked for, in one line, or null; waits for it if need be. */
    String problem(int tile) throws IOException {
        try {
            get(tile);
            return null;
        } catch (FormatException | CorruptStreamException e) {
            return e.getMessage();
        }
    }

    /** Drops the tiles that end above a row of latents. */
    void forgetAbove(int latentRow) {
        tiles.keySet().removeIf(tile -> grid.endsAbove(tile, latentRow));
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
