package io.nacre.codec.raster;

import java.io.IOException;

/** A picture that is produced row by row from top to bottom, as a decoder yields it. Not thread-safe. */
public interface RowSource {
    /** Width in pixels, at least 1. */
    int width();

    /** Height in pixels, at least 1. */
    int height();

    /** Largest sample value: 255 or 65535. */
    int maximum();

    /** Whether red, green and blue are equal everywhere. */
    boolean grey();

    /** Whether the picture has transparency. */
    boolean alpha();

    /**
     * Reads one row. Rows are asked for in rising order, each at most once.
     *
     * @param y row, 0 at the top
     * @param rgba receives {@code 4 * width()} values from 0 to {@link #maximum()}, interleaved R G B A, straight alpha
     * @throws IOException if the row cannot be produced
     */
    void readRow(int y, int[] rgba) throws IOException;

    /** The rows of a picture in memory. */
    static RowSource of(Pixels pixels) {
        return new PixelsRowSource(pixels);
    }
}
