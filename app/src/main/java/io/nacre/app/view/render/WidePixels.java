package io.nacre.app.view.render;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.util.Objects;

/** Decoded samples of 16 bits in memory. */
final class WidePixels implements Pixels {
    private static final int CHANNELS = 4;

    private final int width;
    private final int height;
    private final boolean grey;
    private final boolean alpha;
    private final short[][] rows;

    /** Room for the rows of a source; they are {@link #put} by the caller. */
    WidePixels(RowSource source) throws LimitExceededException {
        width = source.width();
        height = source.height();
        grey = source.grey();
        alpha = source.alpha();
        if ((long) CHANNELS * width > Integer.MAX_VALUE - 8) {
            throw new LimitExceededException("a row of " + width + " pixels can't be shown");
        }
        rows = new short[height][];
    }

    void put(int y, int[] rgba) {
        short[] row = new short[CHANNELS * width];
        for (int i = 0; i < row.length; i++) {
            row[i] = (short) rgba[i];
        }
        rows[y] = row;
    }

    @Override
    public int width() {
        return width;
    }

    @Override
    public int height() {
        return height;
    }

    @Override
    public int maximum() {
        return 65535;
    }

    @Override
    public boolean grey() {
        return grey;
    }

    @Override
    public boolean alpha() {
        return alpha;
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, width);
        short[] row = rows[y];
        for (int i = 0; i < CHANNELS * count; i++) {
            rgba[i] = row[CHANNELS * x + i] & 0xFFFF;
        }
    }
}
