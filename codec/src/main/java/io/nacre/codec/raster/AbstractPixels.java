package io.nacre.codec.raster;

import java.util.Objects;

/** The fixed properties of a picture view and the argument check that all views share. */
abstract class AbstractPixels implements Pixels {
    private final int width;
    private final int height;
    private final int maximum;
    private final boolean grey;
    private final boolean alpha;

    AbstractPixels(int width, int height, int maximum, boolean grey, boolean alpha) {
        this.width = width;
        this.height = height;
        this.maximum = maximum;
        this.grey = grey;
        this.alpha = alpha;
    }

    @Override
    public final int width() {
        return width;
    }

    @Override
    public final int height() {
        return height;
    }

    @Override
    public final int maximum() {
        return maximum;
    }

    @Override
    public final boolean grey() {
        return grey;
    }

    @Override
    public final boolean alpha() {
        return alpha;
    }

    @Override
    public final void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, width);
        Objects.checkIndex(y, height);
        Objects.checkFromIndexSize(0L, 4L * count, rgba.length);
        readChecked(x, y, count, rgba);
    }

    /** {@link #read} with arguments known to be in range. */
    abstract void readChecked(int x, int y, int count, int[] rgba);
}
