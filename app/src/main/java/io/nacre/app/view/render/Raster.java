package io.nacre.app.view.render;

import java.awt.Rectangle;
import java.util.Arrays;

/**
 * Part of a view in memory.
 *
 * @param argb opaque pixels 0xAARRGGBB, row by row
 * @param bounds place in the view, device pixels
 */
@SuppressWarnings("ArrayRecordComponent") // painted into, compared by nobody
public record Raster(int[] argb, Rectangle bounds) {
    /** A raster of its own memory. */
    public static Raster of(Rectangle bounds) {
        return new Raster(new int[Math.multiplyExact(bounds.width, bounds.height)], new Rectangle(bounds));
    }

    int index(int x, int y) {
        return (y - bounds.y) * bounds.width + x - bounds.x;
    }

    /** @param region inside the bounds */
    void fill(Rectangle region, int colour) {
        for (int y = region.y; y < region.y + region.height; y++) {
            int from = index(region.x, y);
            Arrays.fill(argb, from, from + region.width, colour);
        }
    }
}
