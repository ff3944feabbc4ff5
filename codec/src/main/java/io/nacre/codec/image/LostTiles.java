package io.nacre.codec.image;

import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Makes something up for tiles that can't be decoded. Their latents continue those of their neighbours, so that synthesis
 * of these sees no cliff; their pixels and alpha are a smooth fill between the pixels around them ({@link EdgeFill}), and
 * replace what synthesis makes of the latents. Not thread-safe.
 */
final class LostTiles implements WindowSynthesis.Tiles, AutoCloseable {
    /** Tiles that are looked over for one that is left. */
    private static final int REACH = 8;
    /** Pixels next to the lost tile whose mean its fill continues, and reach of the average along the side. */
    private static final int DEPTH = 8;

    private static final int BLUR = 8;
    private static final float MID_GREY = 0.5f;
    private static final int OPAQUE = 255;

    private final RebuiltTiles tiles;
    private final TileGrid grid;
    private final int channels;
    private final boolean alpha;
    private final WindowSynthesis strips;
    private final Map<Integer, RebuiltTiles.Tile> madeUp = new HashMap<>();
    private final Map<Integer, EdgeFill> colours = new HashMap<>();
    private final Map<Integer, LostTile> painted = new TreeMap<>();

    LostTiles(Receiver receiver, RebuiltTiles tiles, TileGrid grid, boolean alpha) {
        this.tiles = tiles;
        this.grid = grid;
        this.channels = receiver.spec.latentChannels();
        this.alpha = alpha;
        this.strips = new WindowSynthesis(receiver, grid);
    }

    /** Those whose pixels were made up so far, in raster order. */
    List<LostTile> painted() {
        return List.copyOf(painted.values());
    }

    /** A tile as it was coded, or made up. */
    @Override
    public RebuiltTiles.Tile get(int tile) throws IOException {
        if (!lost(tile)) {
            return tiles.get(tile);
        }
        RebuiltTiles.Tile fill = madeUp.get(tile);
        if (fill == null) {
            fill = new RebuiltTiles.Tile(latents(tile), alpha ? alpha(tile) : null);
            madeUp.put(tile, fill);
        }
        return fill;
    }

    private boolean lost(int tile) throws IOException {
        tiles.request(List.of(tile));
        return tiles.problem(tile) != null;
    }

    private float[] latents(int tile) throws IOException {
        TileGeometry geometry = grid.geometry(tile);
        EdgeFill fill = new EdgeFill(geometry.latentWidth(), geometry.latentHeight(), 0);
        for (Direction direction : Direction.values()) {
            int neighbour = grid.neighbour(tile, direction, 1);
            if (neighbour >= 0 && !lost(neighbour)) {
                fill.put(direction, latents(neighbour, direction), 0);
            }
        }
        float[] latents = new float[channels * geometry.latents()];
        int i = 0;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < geometry.latentHeight(); y++) {
                for (int x = 0; x < geometry.latentWidth(); x++) {
                    latents[i++] = fill.at(c, x, y);
                }
            }
        }
        return latents;
    }

    /** The latents of a neighbour, seen in some direction, that lie next to where it is seen from. */
    private float[][] latents(int neighbour, Direction direction) throws IOException {
        TileGeometry geometry = grid.geometry(neighbour);
        int width = geometry.latentWidth();
        int height = geometry.latentHeight();
        float[] source = tiles.get(neighbour).latents();
        float[][] profile = new float[channels][direction.vertical() ? width : height];
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < profile[c].length; i++) {
                profile[c][i] = source[c * width * height + at(direction, i, width, height)];
            }
        }
        return profile;
    }

    /** Place in a plane of the value next to where it is seen from. */
    private static int at(Direction direction, int i, int width, int height) {
        return switch (direction) {
            case ABOVE -> (height - 1) * width + i;
            case BELOW -> i;
            case LEFT -> i * width + width - 1;
            case RIGHT -> i * width;
        };
    }

    private byte[] alpha(int tile) throws IOException {
        Rectangle place = grid.bounds(tile);
        EdgeFill fill = new EdgeFill(place.width, place.height, OPAQUE);
        for (Direction direction : Direction.values()) {
            int neighbour = grid.neighbour(tile, direction, 1);
            if (neighbour >= 0 && !lost(neighbour)) {
                Rectangle other = grid.bounds(neighbour);
                byte[] source = tiles.get(neighbour).alpha();
                float[][] profile = new float[1][direction.vertical() ? other.width : other.height];
                for (int i = 0; i < profile[0].length; i++) {
                    profile[0][i] = source[at(direction, i, other.width, other.height)] & 0xFF;
                }
                fill.put(direction, profile, 0);
            }
        }
        byte[] plane = new byte[place.width * place.height];
        for (int i = 0; i < plane.length; i++) {
            plane[i] = (byte) Math.round(fill.at(0, i % place.width, i / place.width));
        }
        return plane;
    }

    /**
     * Replaces the samples of lost tiles.
     *
     * @param samples of a window with its ring, as synthesis made them
     * @param ring place of the samples in the picture, in latents
     * @param window the part that is wanted, in pixels of the picture
     */
    void paint(Tensor samples, Rectangle ring, Rectangle window) throws IOException {
        for (int tile : grid.touching(ring)) {
            Rectangle place = grid.bounds(tile);
            Rectangle part = place.intersection(window);
            if (!part.isEmpty() && lost(tile)) {
                painted.put(tile, new LostTile(tile, place, tiles.problem(tile)));
                EdgeFill fill = colour(tile);
                int stride = ReceiverSpec.STRIDE * ring.width;
                int plane = ReceiverSpec.STRIDE * ring.height * stride;
                FloatBuffer values = samples.floats();
                float[] row = new float[part.width];
                for (int c = 0; c < 3; c++) {
                    for (int y = part.y; y < part.y + part.height; y++) {
                        for (int x = 0; x < part.width; x++) {
                            row[x] = fill.at(c, part.x + x - place.x, y - place.y);
                        }
                        int top = y - ReceiverSpec.STRIDE * ring.y;
                        values.put(c * plane + top * stride + part.x - ReceiverSpec.STRIDE * ring.x, row);
                    }
                }
            }
        }
    }

    private EdgeFill colour(int tile) throws IOException {
        EdgeFill fill = colours.get(tile);
        if (fill != null) {
            return fill;
        }
        Rectangle place = grid.bounds(tile);
        fill = new EdgeFill(place.width, place.height, MID_GREY);
        for (Direction direction : Direction.values()) {
            int gap = 0;
            for (int steps = 1; steps <= REACH; steps++) {
                int neighbour = grid.neighbour(tile, direction, steps);
                if (neighbour < 0) {
                    break;
                }
                EdgeFill other = colours.get(neighbour);
                if (other != null && !other.empty()) {
                    fill.put(direction, other.profile(direction.opposite(), 3), gap);
                    break;
                }
                if (!lost(neighbour)) {
                    fill.put(direction, strip(neighbour, direction), gap);
                    break;
                }
                Rectangle bounds = grid.bounds(neighbour);
                gap += direction.vertical() ? bounds.height : bounds.width;
            }
        }
        colours.put(tile, fill);
        return fill;
    }

    /** Colours of a neighbour, seen in some direction, next to where it is seen from: [channel][position]. */
    private float[][] strip(int neighbour, Direction direction) throws IOException {
        Rectangle bounds = grid.bounds(neighbour);
        int depth = Math.min(DEPTH, direction.vertical() ? bounds.height : bounds.width);
        Rectangle strip = switch (direction) {
            case ABOVE -> new Rectangle(bounds.x, bounds.y + bounds.height - depth, bounds.width, depth);
            case BELOW -> new Rectangle(bounds.x, bounds.y, bounds.width, depth);
            case LEFT -> new Rectangle(bounds.x + bounds.width - depth, bounds.y, depth, bounds.height);
            case RIGHT -> new Rectangle(bounds.x, bounds.y, depth, bounds.height);
        };
        Rectangle ring = strips.withRing(strip);
        tiles.request(grid.touching(ring));
        FloatBuffer samples = strips.run(ring, this).floats();
        int stride = ReceiverSpec.STRIDE * ring.width;
        int plane = ReceiverSpec.STRIDE * ring.height * stride;
        float[][] sums = new float[3][direction.vertical() ? strip.width : strip.height];
        for (int c = 0; c < 3; c++) {
            for (int y = strip.y; y < strip.y + strip.height; y++) {
                for (int x = strip.x; x < strip.x + strip.width; x++) {
                    float value = samples.get(
                            c * plane + (y - ReceiverSpec.STRIDE * ring.y) * stride + x - ReceiverSpec.STRIDE * ring.x);
                    sums[c][direction.vertical() ? x - strip.x : y - strip.y] += value / depth;
                }
            }
            sums[c] = blurred(sums[c]);
        }
        return sums;
    }

    private static float[] blurred(float[] values) {
        float[] blurred = new float[values.length];
        for (int i = 0; i < values.length; i++) {
            int from = Math.max(0, i - BLUR);
            int to = Math.min(values.length, i + BLUR + 1);
            float sum = 0;
            for (int j = from; j < to; j++) {
                sum += values[j];
            }
            blurred[i] = sum / (to - from);
        }
        return blurred;
    }

    /** Drops what was made up for tiles that end above a row of latents and are not next to it. */
    void forgetAbove(int latentRow) {
        madeUp.keySet().removeIf(tile -> grid.endsAbove(tile, latentRow));
        colours.keySet().removeIf(tile -> {
            int below = grid.neighbour(tile, Direction.BELOW, 1);
            return below >= 0 && grid.endsAbove(below, latentRow);
        });
    }

    @Override
    public void close() {
        strips.close();
    }
}
