package io.nacre.app.view.model;

import io.nacre.codec.raster.Pixels;
import java.awt.Rectangle;
import java.util.Objects;

/**
 * A part of a picture, in place.
 *
 * @param part inside the whole
 */
record CroppedPixels(Pixels whole, Rectangle part) implements Pixels {
    @Override
    public int width() {
        return part.width;
    }

    @Override
    public int height() {
        return part.height;
    }

    @Override
    public int maximum() {
        return whole.maximum();
    }

    @Override
    public boolean grey() {
        return whole.grey();
    }

    @Override
    public boolean alpha() {
        return whole.alpha();
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, part.width);
        Objects.checkIndex(y, part.height);
        whole.read(part.x + x, part.y + y, count, rgba);
    }
}
