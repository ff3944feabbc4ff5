package io.nacre.app.view.render;

import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * A picture to be looked at: 8-bit samples at full size and at halves of it, down to some hundred pixels, and the exact
 * samples where they have more bits. Takes 4 bytes a pixel, with alpha more. Immutable, thread-safe.
 */
public final class Picture {
    private static final int SMALLEST_LEVEL = 256;

    private final Pixels exact;
    private final List<Level> levels;

    private Picture(Pixels exact, Level full) {
        this.exact = exact;
        List<Level> all = new ArrayList<>(List.of(full));
        for (Level level = full; Math.max(level.width(), level.height()) > SMALLEST_LEVEL; ) {
            level = level.halved();
            all.add(level);
        }
        levels = List.copyOf(all);
    }

    /**
     * A picture that was read from a file; its samples are copied unless they have more than 8 bits or a single channel.
     *
     * @throws LimitExceededException if there are more samples than an array holds
     */
    public static Picture of(Pixels pixels) throws IOException {
        Level full = full(RowSource.of(pixels), null);
        boolean keep = pixels.maximum() > 255 || pixels.grey();
        return new Picture(keep ? pixels : full, full);
    }

    /**
     * A picture that comes from a decoder.
     *
     * @throws LimitExceededException if there are more samples than an array holds
     * @throws IOException if a row can't be decoded
     */
    public static Picture of(RowSource rows) throws IOException {
        WidePixels wide = rows.maximum() > 255 ? new WidePixels(rows) : null;
        Level full = full(rows, wide);
        return new Picture(wide == null ? full : wide, full);
    }

    /** An opaque picture of 8 bits; its samples are not copied. */
    public static Picture of(RgbPicture picture) {
        Level full = new Level(picture.width(), picture.height(), picture.rgb(), null);
        return new Picture(full, full);
    }

    private static Level full(RowSource rows, WidePixels wide) throws IOException {
        int width = rows.width();
        int height = rows.height();
        if (3L * width * height > Integer.MAX_VALUE - 8) {
            throw new LimitExceededException("pictures of more than 715 megapixels can't be shown");
        }
        byte[] rgb = new byte[3 * width * height];
        byte[] opacity = rows.alpha() ? new byte[width * height] : null;
        int[] row = new int[4 * width];
        int unit = rows.maximum() / 255;
        for (int y = 0; y < height; y++) {
            rows.readRow(y, row);
            if (wide != null) {
                wide.put(y, row);
            }
            for (int x = 0; x < width; x++) {
                int to = y * width + x;
                for (int c = 0; c < 3; c++) {
                    rgb[3 * to + c] = (byte) ((row[4 * x + c] + unit / 2) / unit);
                }
                if (opacity != null) {
                    opacity[to] = (byte) ((row[4 * x + 3] + unit / 2) / unit);
                }
            }
        }
        return new Level(width, height, rgb, opacity);
    }

    public int width() {
        return levels.get(0).width();
    }

    public int height() {
        return levels.get(0).height();
    }

    /** The samples as they are, for encoders and for reading values off. */
    public Pixels exact() {
        return exact;
    }

    /** The picture as it is measured: 8 bits, on white where it is transparent. An opaque one is not copied. */
    public RgbPicture flat() throws IOException {
        Level full = levels.get(0);
        return full.opacity() == null
                ? new RgbPicture(full.width(), full.height(), full.rgb())
                : RgbPicture.of(RowSource.of(full));
    }

    /** Full size. */
    Level full() {
        return levels.get(0);
    }

    /** The smallest level that is at least as fine as a zoom; {@code 1 << index} times smaller than the picture. */
    int indexFor(double zoom) {
        int index = 0;
        while (index + 1 < levels.size() && zoom * (2 << index) <= 1) {
            index++;
        }
        return index;
    }

    Level level(int index) {
        return levels.get(index);
    }
}
