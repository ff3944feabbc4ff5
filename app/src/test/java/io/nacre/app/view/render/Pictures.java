package io.nacre.app.view.render;

import io.nacre.codec.raster.Pixels;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import java.util.function.IntBinaryOperator;

/** Pictures of formulas. */
final class Pictures {
    private Pictures() {}

    /** Random opaque samples. */
    static Picture noise(int width, int height, long seed) {
        return of(width, height, false, (x, y) -> new SplittableRandom(seed + 65537L * y + x).nextInt() | 0xFF000000);
    }

    static Picture flat(int width, int height, int rgb) {
        return of(width, height, false, (x, y) -> rgb | 0xFF000000);
    }

    /** @param argb colour of each place, straight alpha */
    static Picture of(int width, int height, boolean alpha, IntBinaryOperator argb) {
        try {
            return Picture.of((Pixels) new Formula(width, height, alpha, argb));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private record Formula(int width, int height, boolean alpha, IntBinaryOperator argb) implements Pixels {
        @Override
        public int maximum() {
            return 255;
        }

        @Override
        public boolean grey() {
            return false;
        }

        @Override
        public void read(int x, int y, int count, int[] rgba) {
            for (int i = 0; i < count; i++) {
                int pixel = argb.applyAsInt(x + i, y);
                rgba[4 * i] = pixel >> 16 & 0xFF;
                rgba[4 * i + 1] = pixel >> 8 & 0xFF;
                rgba[4 * i + 2] = pixel & 0xFF;
                rgba[4 * i + 3] = alpha ? pixel >>> 24 : 255;
            }
        }
    }

    /** The opaque colour of a pixel at full size. */
    static int argb(Picture picture, int x, int y) {
        int[] rgba = new int[4];
        picture.exact().read(x, y, 1, rgba);
        return 0xFF000000 | rgba[0] << 16 | rgba[1] << 8 | rgba[2];
    }
}
