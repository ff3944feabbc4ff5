package io.nacre.codec.image;

import io.nacre.codec.container.BoxInfo;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.ImageHeader;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * The integers of a picture's file and what they cost: symbols, table rows and bits of every latent position. A position
 * stands for a square of {@link #STRIDE} pixels. Nothing but the parse runs, no graph. Takes about a byte a pixel times
 * the channels over 85. Immutable, thread-safe.
 */
public final class LatentInspection {
    /** Pixels a side of the square that a latent position stands for. */
    public static final int STRIDE = ReceiverSpec.STRIDE;

    /** Row of a latent for which nothing was coded. */
    public static final byte SKIPPED = TrialScan.SKIPPED;

    private static final Set<String> METADATA = Set.of("iCCP", "eXIF", "xMPp", "tHMB");

    private final TileGrid grid;
    private final int channels;
    private final List<InspectedTile> tiles;
    private final RateSplit rates;

    private LatentInspection(TileGrid grid, int channels, List<InspectedTile> tiles, RateSplit rates) {
        this.grid = grid;
        this.channels = channels;
        this.tiles = tiles;
        this.rates = rates;
    }

    /**
     * Parses all tiles of a file.
     *
     * @param model whose pack the file names
     * @throws ModelException if the file needs another pack
     * @throws CorruptStreamException if a tile is damaged; the message names it
     * @throws InterruptedIOException if the thread is interrupted
     */
    public static LatentInspection of(ImageModel model, ContainerReader file) throws IOException {
        ImageHeader header = file.header();
        if (!header.packId().equals(model.packId())) {
            throw new ModelException(
                    "the file needs the model pack " + header.packId() + ", this is " + model.packId());
        }
        TileGrid grid = new TileGrid(header.width(), header.height(), header.tileSize());
        TileParser parser = new TileParser(model.receiver(), header.quality(), header.alpha());
        List<Future<InspectedTile>> running = new ArrayList<>();
        try {
            for (int i = 0; i < grid.count(); i++) {
                byte[] payload = file.tile(i);
                TileGeometry geometry = grid.geometry(i);
                running.add(model.submit(() -> InspectedTile.of(
                        model.receiver(), header.quality(), payload.length, parser.parse(payload, geometry))));
            }
            List<InspectedTile> tiles = new ArrayList<>();
            for (Future<InspectedTile> tile : running) {
                tiles.add(await(tile, tiles.size()));
            }
            int channels = model.receiver().spec.latentChannels();
            return new LatentInspection(grid, channels, tiles, rates(file, tiles));
        } finally {
            running.forEach(tile -> tile.cancel(true));
        }
    }

    private static InspectedTile await(Future<InspectedTile> tile, int index) throws IOException {
        try {
            return tile.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the inspection was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof CorruptStreamException) {
                throw new CorruptStreamException(
                        "tile " + index + " is corrupt: " + e.getCause().getMessage());
            }
            throw new IllegalStateException("tile " + index, e.getCause());
        }
    }

    private static RateSplit rates(ContainerReader file, List<InspectedTile> tiles) throws FormatException {
        long total = 0;
        long metadata = 0;
        for (BoxInfo box : file.boxes()) {
            total = Math.max(total, box.offset() + box.length());
            metadata += METADATA.contains(box.type()) ? box.length() : 0;
        }
        double hyperlatents = 0;
        double latents = 0;
        double payloads = 0;
        for (InspectedTile tile : tiles) {
            hyperlatents += tile.hyperBits() / 8;
            latents += tile.latentBits() / 8;
            payloads += tile.payload();
        }
        double alpha = file.header().alpha() ? Math.max(0, payloads - hyperlatents - latents) : 0;
        return new RateSplit(total - metadata - hyperlatents - latents - alpha, hyperlatents, latents, alpha, metadata);
    }

    /** What the file's bytes are spent on. */
    public RateSplit rates() {
        return rates;
    }

    /** Latent positions in a row. */
    public int columns() {
        return (grid.width() + STRIDE - 1) / STRIDE;
    }

    /** Rows of latent positions. */
    public int rows() {
        return (grid.height() + STRIDE - 1) / STRIDE;
    }

    /** Latents at each position. */
    public int channels() {
        return channels;
    }

    /** Bits of each position, row by row: of its symbols and of its share of the hyperlatents. */
    public float[] bits() {
        float[] bits = new float[columns() * rows()];
        forPositions((tile, index, to) -> bits[to] = tile.bits()[index]);
        return bits;
    }

    /** Bits of each channel's symbols over the whole picture. */
    public double[] channelBits() {
        double[] sums = new double[channels];
        for (InspectedTile tile : tiles) {
            for (int c = 0; c < channels; c++) {
                sums[c] += tile.channelBits()[c];
            }
        }
        return sums;
    }

    /**
     * Symbols of a channel, row by row.
     *
     * @param channel 0 to {@link #channels} - 1
     */
    public short[] symbols(int channel) {
        short[] plane = new short[columns() * rows()];
        forPositions((tile, index, to) -> plane[to] = tile.symbols().s[index * channels + channel]);
        return plane;
    }

    /**
     * Table rows of a channel, 0 to 63 or {@link #SKIPPED}, row by row: what spread was expected of its symbols.
     *
     * @param channel 0 to {@link #channels} - 1
     */
    public byte[] tableRows(int channel) {
        byte[] plane = new byte[columns() * rows()];
        forPositions((tile, index, to) -> plane[to] = tile.rows()[index * channels + channel]);
        return plane;
    }

    @FunctionalInterface
    private interface PositionWork {
        /**
         * @param index of the position in the tile
         * @param to index of the position in the picture
         */
        void run(InspectedTile tile, int index, int to);
    }

    private void forPositions(PositionWork work) {
        for (int i = 0; i < tiles.size(); i++) {
            InspectedTile tile = tiles.get(i);
            TileGeometry geometry = grid.geometry(i);
            Rectangle bounds = grid.bounds(i);
            for (int y = 0; y < geometry.codedHeight(); y++) {
                for (int x = 0; x < geometry.codedWidth(); x++) {
                    int to = (bounds.y / STRIDE + y) * columns() + bounds.x / STRIDE + x;
                    work.run(tile, y * geometry.latentWidth() + x, to);
                }
            }
        }
    }
}
