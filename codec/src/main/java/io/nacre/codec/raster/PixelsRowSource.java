package io.nacre.codec.raster;

/** The rows of a {@link Pixels}. */
record PixelsRowSource(Pixels pixels) implements RowSource {
    @Override
    public int width() {
        return pixels.width();
    }

    @Override
    public int height() {
        return pixels.height();
    }

    @Override
    public int maximum() {
        return pixels.maximum();
    }

    @Override
    public boolean grey() {
        return pixels.grey();
    }

    @Override
    public boolean alpha() {
        return pixels.alpha();
    }

    @Override
    public void readRow(int y, int[] rgba) {
        pixels.read(0, y, pixels.width(), rgba);
    }
}
