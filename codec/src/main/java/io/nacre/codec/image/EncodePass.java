package io.nacre.codec.image;

import io.nacre.codec.container.ContainerWriter;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** Encodes one picture, at as many qualities as are asked for. Not thread-safe. */
final class EncodePass {
    /** Pictures of at most this many pixels keep their latents in memory while a target is searched. */
    private static final long CACHED_PIXELS = 1L << 24;
    /** Windows whose tiles may be waiting for a thread: bounds memory. */
    private static final int WINDOWS_AHEAD = 2;

    private final ImageModel model;
    private final Pixels pixels;
    private final Metadata metadata;
    private final Progress progress;
    private final TileGrid grid;
    private final Analysis analysis;
    /** Latents by window, or null where they are computed anew for each quality. */
    private final List<List<Analysis.AnalysedTile>> cache;

    /** @param several whether more than one quality will be asked for */
    EncodePass(ImageModel model, Pixels pixels, Metadata metadata, int tileSize, boolean several, Progress progress)
            throws ModelException {
        this.model = model;
        this.pixels = pixels;
        this.metadata = metadata;
        this.progress = progress;
        this.grid = new TileGrid(pixels.width(), pixels.height(), tileSize);
        this.analysis = new Analysis(model, pixels, grid);
        boolean small = (long) pixels.width() * pixels.height() <= CACHED_PIXELS;
        this.cache = several && small ? new ArrayList<>() : null;
    }

    /** The file at a header's quality, 0..1008. */
    byte[] encode(int quality, Effort effort) throws IOException {
        Receiver receiver = model.receiver();
        TileSearch search = effort.searches() ? new TileSearch(receiver, model.sender(), quality, effort) : null;
        TileTargets targets = effort.steps() > 0 ? new TileTargets(pixels, grid, rings(quality)) : null;
        TileEncoder encoder = new TileEncoder(receiver, model.sender(), quality, search);
        byte[][] payloads = new byte[grid.count()][];
        forTiles(
                tile -> {
                    TileTarget target = targets == null ? null : targets.of(tile.index());
                    payloads[tile.index()] = encoder.encode(tile, target);
                },
                progress);
        return file(quality, payloads);
    }

    /** The edges of all tiles as the plain effort codes them. */
    private TileRings rings(int quality) throws IOException {
        TileRings rings = new TileRings(grid, model.receiver().spec);
        if (grid.count() > 1) {
            TileEncoder encoder = new TileEncoder(model.receiver(), model.sender(), quality, null);
            forTiles(tile -> rings.put(tile.index(), encoder.plainLatents(tile)), Progress.NONE);
        }
        return rings;
    }

    /** Work on a tile, on one of the model's threads. */
    @FunctionalInterface
    private interface TileWork {
        void run(Analysis.AnalysedTile tile) throws InterruptedException;
    }

    private void forTiles(TileWork work, Progress heard) throws IOException {
        Deque<List<Future<?>>> running = new ArrayDeque<>();
        int done = 0;
        try {
            List<Rectangle> windows = analysis.windows();
            for (int w = 0; w < windows.size(); w++) {
                List<Future<?>> tasks = new ArrayList<>();
                running.add(tasks);
                for (Analysis.AnalysedTile tile : analysed(windows, w)) {
                    tasks.add(model.submit(() -> {
                        work.run(tile);
                        return null;
                    }));
                }
                if (running.size() >= WINDOWS_AHEAD) {
                    done += await(running.element());
                    running.remove();
                    heard.tiles(done, grid.count());
                }
            }
            while (!running.isEmpty()) {
                done += await(running.element());
                running.remove();
                heard.tiles(done, grid.count());
            }
        } finally {
            running.forEach(tasks -> tasks.forEach(task -> task.cancel(true)));
        }
    }

    private List<Analysis.AnalysedTile> analysed(List<Rectangle> windows, int index) {
        if (cache == null) {
            return analysis.analyse(windows.get(index));
        }
        if (cache.size() == index) {
            cache.add(analysis.analyse(windows.get(index)));
        }
        return cache.get(index);
    }

    private static int await(List<Future<?>> tasks) throws IOException {
        for (Future<?> task : tasks) {
            try {
                task.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw (IOException) new InterruptedIOException("encoding was interrupted").initCause(e);
            } catch (ExecutionException e) {
                throw new IllegalStateException("a tile could not be encoded", e.getCause());
            }
        }
        return tasks.size();
    }

    private byte[] file(int quality, byte[][] payloads) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageHeader header = new ImageHeader(
                pixels.width(),
                pixels.height(),
                pixels.grey(),
                pixels.alpha(),
                pixels.maximum() > 255,
                metadata.icc() != null,
                model.packId(),
                quality,
                grid.tileSize());
        ContainerWriter writer = new ContainerWriter(out, header);
        if (metadata.icc() != null) {
            writer.writeIcc(metadata.icc());
        }
        writer.writeTiles(Arrays.asList(payloads));
        if (metadata.exif() != null) {
            writer.writeExif(metadata.exif());
        }
        if (metadata.xmp() != null) {
            writer.writeXmp(metadata.xmp());
        }
        writer.finish();
        return out.toByteArray();
    }
}
