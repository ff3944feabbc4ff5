package io.nacre.app.view.compare;

import io.nacre.codec.raster.Pixels;
import java.util.Objects;
import javafx.scene.image.Image;
import javafx.scene.image.PixelFormat;

/** An image of JavaFX's as samples; copied, so that it can be read on any thread. */
final class PastedPixels implements Pixels {
    private final int width;
    private final int height;
    private final int[] argb;
    private final boolean alpha;

    PastedPixels(Image image) {
        width = (int) image.getWidth();
        height = (int) image.getHeight();
        argb = new int[Math.multiplyExact(width, height)];
        image.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), argb, 0, width);
        boolean transparent = false;
        for (int pixel : argb) {
            transparent |= pixel >>> 24 != 0xFF;
        }
        alpha = transparent;
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
        return 255;
    }

    @Override
    public boolean grey() {
        return false;
    }

    @Override
    public boolean alpha() {
        return alpha;
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, width);
        Objects.checkIndex(y, height);
        for (int i = 0; i < count; i++) {
            int pixel = argb[y * width + x + i];
            rgba[4 * i] = pixel >> 16 & 0xFF;
            rgba[4 * i + 1] = pixel >> 8 & 0xFF;
            rgba[4 * i + 2] = pixel & 0xFF;
            rgba[4 * i + 3] = pixel >>> 24;
        }
    }
}
