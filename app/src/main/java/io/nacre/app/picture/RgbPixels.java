package io.nacre.app.picture;

import io.nacre.codec.raster.Pixels;
import java.util.Objects;

/** An opaque picture of 8 bits a sample as {@link Pixels}. */
record RgbPixels(RgbPicture picture) implements Pixels {
    @Override
    public int width() {
        return picture.width();
    }

    @Override
    public int height() {
        return picture.height();
    }

    @Override
    public int maximum() {
        return 255;
    }

    @Override
    public boolean grey() {
        return false;
    }

    @Override
    public boolean alpha() {
        return false;
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, width());
        Objects.checkIndex(y, height());
        Objects.checkFromIndexSize(0L, 4L * count, rgba.length);
        int from = 3 * (y * width() + x);
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3; c++) {
                rgba[4 * i + c] = picture.rgb()[from++] & 0xFF;
            }
            rgba[4 * i + 3] = 255;
        }
    }
}
