package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.raster.RowSource;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * A picture or a part of one while it is being decoded: rows are made when they are asked for, from top to bottom. Tiles are
 * parsed and their latents rebuilt ahead of time on the model's threads; synthesis then runs on windows that see a ring of
 * their neighbours' latents. Memory is bounded by the width of the part
 * times a window's height. Not thread-safe.
 */
public final class DecodedImage implements RowSource, AutoCloseable {
    private final ImageModel model;
    private final ContainerReader file;
    private final ImageHeader header;
    private final Rectangle region;
    private final Progress progress;
    private final int windowSize;
    private final TileGrid grid;
    private final TileParser parser;
    private final float[] gains;
    private final Map<Integer, Future<Tile>> tiles = new HashMap<>();
    private int tilesParsed;
    private int tilesDone;
    private Band band;
    private byte[] alphaBand;
    private int bandTop;
    private int bandEnd;
    private Tensor latents;
    private Tensor samples;

    private record Tile(float[] latents, byte[] alpha) {}

    DecodedImage(ImageModel model, ContainerReader file, Rectangle region, int windowSize, Progress progress) {
        this.model = model;
        this.file = file;
        this.header = file.header();
        this.region = region;
        this.windowSize = windowSize;
        this.progress = progress;
        this.grid = new TileGrid(header.width(), header.height(), header.tileSize());
        this.parser = new TileParser(model.receiver(), header.quality(), header.alpha());
        this.gains = model.receiver().gains.at(model.receiver().share(header.quality()));
        this.bandTop = region.y;
        this.bandEnd = region.y;
    }

    @Override
    public int width() {
        return region.width;
    }

    @Override
    public int height() {
        return region.height;
    }

    @Override
    public int maximum() {
        return header.sixteenBit() ? 65535 : 255;
    }

    @Override
    public boolean grey() {
        return header.grey();
    }

    @Override
    public boolean alpha() {
        return header.alpha();
    }

    /** Tiles parsed so far: a crop parses those that it touches and those of one ring around it. */
    public int tilesParsed() {
        return tilesParsed;
    }

    /**
     * The next row.
     *
     * @param y row of the part, strictly rising from call to call
     * @param rgba four samples a pixel, 0..{@link #maximum}; grey: three equal ones; without alpha: the maximum
     * @throws IOException if a tile is damaged
     */
    @Override
    public void readRow(int y, int[] rgba) throws IOException {
        int row = region.y + y;
        if (row < bandTop || row >= region.y + region.height) {
            throw new IllegalArgumentException("row " + y + " is not below the rows read before");
        }
        while (row >= bandEnd) {
            nextBand(Band.of(region.width, bandHeight(bandEnd), header.sixteenBit()));
        }
        band.read(row - bandTop, rgba);
        for (int x = 0; x < region.width; x++) {
            if (header.grey()) {
                int mean = (rgba[4 * x] + rgba[4 * x + 1] + rgba[4 * x + 2] + 1) / 3;
                rgba[4 * x] = mean;
                rgba[4 * x + 1] = mean;
                rgba[4 * x + 2] = mean;
            }
            int a = 255;
            if (header.alpha()) {
                a = alphaBand[(row - bandTop) * region.width + x] & 0xFF;
            }
            rgba[4 * x + 3] = header.sixteenBit() ? 257 * a : a;
        }
    }

    /**
     * The whole part at once as 8-bit RGB, without alpha; before any row was read.
     *
     * @return interleaved samples, three a pixel
     * @throws IOException if a tile is damaged
     */
    public byte[] readRgb() throws IOException {
        if (header.sixteenBit() || bandEnd != region.y) {
            throw new IllegalStateException("rows were read before, or samples have 16 bits");
        }
        byte[] rgb = new byte[Math.multiplyExact(3, Math.multiplyExact(region.width, region.height))];
        while (bandEnd < region.y + region.height) {
            nextBand(Band.into(rgb, bandEnd - region.y, region.width));
        }
        return rgb;
    }

    private int bandHeight(int top) {
        return Math.min(region.y + region.height, (top / windowSize + 1) * windowSize) - top;
    }

    private void nextBand(Band next) throws IOException {
        int top = bandEnd;
        int end = top + bandHeight(top);
        request(top, end);
        if (end < region.y + region.height) {
            request(end, end + bandHeight(end)); // parsed while this band is synthesised
        }
        if (header.alpha()) {
            alphaBand = new byte[region.width * (end - top)];
        }
        for (int left = region.x; left < region.x + region.width; left = (left / windowSize + 1) * windowSize) {
            int right = Math.min(region.x + region.width, (left / windowSize + 1) * windowSize);
            window(new Rectangle(left, top, right - left, end - top), next);
        }
        band = next;
        bandTop = top;
        bandEnd = end;
        forget(end);
    }

    /** The window with its ring, in latents of the picture. */
    private Rectangle withRing(Rectangle window) {
        int ring = model.receiver().spec.ring();
        int x0 = Math.max(0, window.x / ReceiverSpec.STRIDE - ring);
        int y0 = Math.max(0, window.y / ReceiverSpec.STRIDE - ring);
        int x1 = Math.min(grid.latentWidth(), ceil(window.x + window.width) + ring);
        int y1 = Math.min(grid.latentHeight(), ceil(window.y + window.height) + ring);
        return new Rectangle(x0, y0, x1 - x0, y1 - y0);
    }

    private static int ceil(int pixels) {
        return (pixels + ReceiverSpec.STRIDE - 1) / ReceiverSpec.STRIDE;
    }

    /** Starts the tiles that the rows top..end-1 of the part need. */
    private void request(int top, int end) throws IOException {
        Rectangle need = withRing(new Rectangle(region.x, top, region.width, end - top));
        int size = header.tileSize() / ReceiverSpec.STRIDE;
        for (int row = need.y / size; row * size < need.y + need.height && row < grid.down(); row++) {
            for (int column = need.x / size; column * size < need.x + need.width && column < grid.across(); column++) {
                int tile = row * grid.across() + column;
                if (!tiles.containsKey(tile)) {
                    byte[] payload = file.tile(tile);
                    tiles.put(tile, model.submit(() -> rebuild(payload, grid.geometry(tile))));
                    tilesParsed++;
                }
            }
        }
    }

    private Tile rebuild(byte[] payload, TileGeometry geometry) throws CorruptStreamException {
        TileParser.Parsed parsed = parser.parse(payload, geometry);
        try (LatentMeans means = new LatentMeans(model.receiver(), geometry)) {
            means.predict(parsed.symbols().z, header.quality());
            means.refine(parsed.symbols());
            return new Tile(means.rebuild(parsed.symbols(), gains), parsed.alpha());
        }
    }

    private Tile tile(int index) throws IOException {
        try {
            return tiles.get(index).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("decoding was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorruptStreamException) {
                throw new CorruptStreamException(
                        "tile " + index + " is corrupt: " + e.getCause().getMessage());
            }
            throw new IllegalStateException("tile " + index, e.getCause());
        }
    }

    private void window(Rectangle window, Band target) throws IOException {
        Rectangle ring = withRing(window);
        int channels = model.receiver().spec.latentChannels();
        tensors(channels, ring);
        FloatBuffer to = latents.floats();
        int size = header.tileSize() / ReceiverSpec.STRIDE;
        for (int row = ring.y / size; row * size < ring.y + ring.height && row < grid.down(); row++) {
            for (int column = ring.x / size; column * size < ring.x + ring.width && column < grid.across(); column++) {
                int index = row * grid.across() + column;
                Tile tile = tile(index);
                copyLatents(tile, grid.geometry(index), new Rectangle(column * size, row * size, size, size), ring, to);
                if (header.alpha()) {
                    copyAlpha(tile, grid.bounds(index), window);
                }
                progress.tiles(Math.min(++tilesDone, grid.count()), grid.count());
            }
        }
        model.receiver().synthesis.run(Map.of("y", latents), Map.of("rgb", samples));
        target.put(model, samples, ring, window, window.x - region.x);
    }

    private void tensors(int channels, Rectangle ring) {
        if (latents != null && latents.shape()[2] == ring.height && latents.shape()[3] == ring.width) {
            return;
        }
        free();
        latents = Tensor.allocate(1, channels, ring.height, ring.width);
        samples = Tensor.allocate(
                1, 3, (long) ReceiverSpec.STRIDE * ring.height, (long) ReceiverSpec.STRIDE * ring.width);
    }

    private void copyLatents(Tile tile, TileGeometry geometry, Rectangle place, Rectangle ring, FloatBuffer to) {
        Rectangle part =
                ring.intersection(new Rectangle(place.x, place.y, geometry.latentWidth(), geometry.latentHeight()));
        int channels = model.receiver().spec.latentChannels();
        for (int c = 0; c < channels && !part.isEmpty(); c++) {
            for (int y = part.y; y < part.y + part.height; y++) {
                int from = (c * geometry.latentHeight() + y - place.y) * geometry.latentWidth() + part.x - place.x;
                to.put((c * ring.height + y - ring.y) * ring.width + part.x - ring.x, tile.latents, from, part.width);
            }
        }
    }

    private void copyAlpha(Tile tile, Rectangle place, Rectangle window) {
        Rectangle part = window.intersection(place);
        for (int y = part.y; y < part.y + part.height && !part.isEmpty(); y++) {
            System.arraycopy(
                    tile.alpha,
                    (y - place.y) * place.width + part.x - place.x,
                    alphaBand,
                    (y - window.y) * region.width + part.x - region.x,
                    part.width);
        }
    }

    /** Drops the tiles that no row from {@code row} on needs. */
    private void forget(int row) {
        int firstLatent = row / ReceiverSpec.STRIDE - model.receiver().spec.ring();
        for (Iterator<Integer> i = tiles.keySet().iterator(); i.hasNext(); ) {
            Rectangle r = grid.bounds(i.next());
            if (ceil(r.y + r.height) <= firstLatent || row >= region.y + region.height) {
                i.remove();
            }
        }
    }

    private void free() {
        if (latents != null) {
            latents.close();
            samples.close();
            latents = null;
            samples = null;
        }
    }

    @Override
    public void close() {
        tiles.values().forEach(f -> f.cancel(false));
        tiles.clear();
        free();
    }
}
