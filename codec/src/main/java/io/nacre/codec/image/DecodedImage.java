package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.raster.RowSource;
import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.List;

/**
 * A picture or a part of one while it is being decoded: rows are made when they are asked for, from top to bottom. Tiles are
 * parsed and their latents rebuilt ahead of time on the model's threads; synthesis then runs on windows that see a ring of
 * their neighbours' latents. Memory is bounded by the width of the part times a window's height. Not thread-safe.
 */
public final class DecodedImage implements RowSource, AutoCloseable {
    private final ImageModel model;
    private final ImageHeader header;
    private final Rectangle region;
    private final Progress progress;
    private final int windowSize;
    private final TileGrid grid;
    private final RebuiltTiles tiles;
    private final WindowSynthesis synthesis;
    /** Null unless damaged tiles are to be made up. */
    private final LostTiles lost;

    private int tilesDone;
    private Band band;
    private byte[] alphaBand;
    private int bandTop;
    private int bandEnd;

    DecodedImage(
            ImageModel model,
            ContainerReader file,
            Rectangle region,
            int windowSize,
            boolean salvaging,
            Progress progress) {
        this.model = model;
        this.header = file.header();
        this.region = region;
        this.windowSize = windowSize;
        this.progress = progress;
        this.grid = new TileGrid(header.width(), header.height(), header.tileSize());
        this.tiles = new RebuiltTiles(model, file, grid);
        this.synthesis = new WindowSynthesis(model.receiver(), grid);
        this.lost = salvaging ? new LostTiles(model.receiver(), tiles, grid, header.alpha()) : null;
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
        return tiles.requested();
    }

    /**
     * The tiles of the rows read so far that could not be decoded and were filled from their neighbours, in raster order;
     * none unless the decoder is {@link ImageDecoder#salvaging}.
     */
    public List<LostTile> lostTiles() {
        return lost == null ? List.of() : lost.painted();
    }

    /**
     * The next row.
     *
     * @param y row of the part, strictly rising from call to call
     * @param rgba four samples a pixel, 0..{@link #maximum}; grey: three equal ones; without alpha: the maximum
     * @throws IOException if a tile is damaged and the decoder is not {@link ImageDecoder#salvaging}
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
     * @throws IOException if a tile is damaged and the decoder is not {@link ImageDecoder#salvaging}
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
        tiles.request(grid.touching(synthesis.withRing(rows(top, end))));
        if (end < region.y + region.height) {
            // Parsed while this band is synthesised.
            tiles.request(grid.touching(synthesis.withRing(rows(end, end + bandHeight(end)))));
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
        int needed = end < region.y + region.height ? synthesis.withRing(rows(end, end + 1)).y : grid.latentHeight();
        tiles.forgetAbove(needed);
        if (lost != null) {
            lost.forgetAbove(needed);
        }
    }

    private Rectangle rows(int top, int end) {
        return new Rectangle(region.x, top, region.width, end - top);
    }

    private void window(Rectangle window, Band target) throws IOException {
        Rectangle ring = synthesis.withRing(window);
        WindowSynthesis.Tiles source = lost == null ? tiles::get : lost;
        for (int index : grid.touching(ring)) {
            RebuiltTiles.Tile tile = source.get(index);
            if (header.alpha()) {
                copyAlpha(tile, grid.bounds(index), window);
            }
            progress.tiles(Math.min(++tilesDone, grid.count()), grid.count());
        }
        Tensor samples = synthesis.run(ring, source);
        if (lost != null) {
            lost.paint(samples, ring, window);
        }
        target.put(model, samples, ring, window, window.x - region.x);
    }

    private void copyAlpha(RebuiltTiles.Tile tile, Rectangle place, Rectangle window) {
        Rectangle part = window.intersection(place);
        for (int y = part.y; y < part.y + part.height && !part.isEmpty(); y++) {
            System.arraycopy(
                    tile.alpha(),
                    (y - place.y) * place.width + part.x - place.x,
                    alphaBand,
                    (y - window.y) * region.width + part.x - region.x,
                    part.width);
        }
    }

    @Override
    public void close() {
        tiles.close();
        synthesis.close();
        if (lost != null) {
            lost.close();
        }
    }
}
