package io.nacre.codec.raster;

/**
 * Read-only view of a picture: red, green, blue and straight (not premultiplied) alpha, samples from 0 to
 * {@link #maximum()}. Samples are sRGB-coded (IEC 61966-2-1) unless they come with an ICC profile that says otherwise.
 *
 * <p>Implementations are safe for concurrent reads.
 */
public interface Pixels {
    /** Width in pixels, at least 1. */
    int width();

    /** Height in pixels, at least 1. */
    int height();

    /** Largest sample value: 255 or 65535. */
    int maximum();

    /** Whether red, green and blue are equal everywhere because the picture has a single tone channel. */
    boolean grey();

    /** Whether some pixel may be transparent. */
    boolean alpha();

    /**
     * Reads a piece of one row.
     *
     * @param x leftmost column
     * @param y row, 0 at the top
     * @param count pixels to read
     * @param rgba receives {@code 4 * count} values, interleaved R G B A; grey pictures give R = G = B, pictures
     *     without alpha A = {@link #maximum()}
     * @throws IndexOutOfBoundsException if the piece is not inside the picture or {@code rgba} is too short
     */
    void read(int x, int y, int count, int[] rgba);
}
