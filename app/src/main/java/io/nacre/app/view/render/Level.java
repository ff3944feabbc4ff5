package io.nacre.app.view.render;

import io.nacre.codec.raster.Pixels;
import java.util.Objects;

/**
 * A picture of 8 bits a sample at one scale. Immutable by agreement: nobody changes the arrays.
 *
 * @param width pixels
 * @param height pixels
 * @param rgb interleaved samples, row by row, straight alpha
 * @param opacity alpha of each pixel, or null if all are opaque
 */
@SuppressWarnings("ArrayRecordComponent") // painted from, compared by nobody
record Level(int width, int height, byte[] rgb, byte[] opacity) implements Pixels {
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
        return opacity != null;
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        Objects.checkFromIndexSize(x, count, width);
        Objects.checkIndex(y, height);
        Objects.checkFromIndexSize(0L, 4L * count, rgba.length);
        int from = y * width + x;
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3; c++) {
                rgba[4 * i + c] = rgb[3 * (from + i) + c] & 0xFF;
            }
            rgba[4 * i + 3] = opacity == null ? 255 : opacity[from + i] & 0xFF;
        }
    }

    /** Half as wide and high, rounded up: each pixel the mean of four, at the edges of fewer. */
    Level halved() {
        int w = (width + 1) / 2;
        int h = (height + 1) / 2;
        byte[] half = new byte[3 * w * h];
        byte[] halfOpacity = opacity == null ? null : new byte[w * h];
        for (int y = 0; y < h; y++) {
            int top = 2 * y * width;
            int bottom = Math.min(2 * y + 1, height - 1) * width;
            for (int x = 0; x < w; x++) {
                int left = 2 * x;
                int right = Math.min(left + 1, width - 1);
                int to = y * w + x;
                if (opacity == null) {
                    for (int c = 0; c < 3; c++) {
                        int sum = sample(top + left, c)
                                + sample(top + right, c)
                                + sample(bottom + left, c)
                                + sample(bottom + right, c);
                        half[3 * to + c] = (byte) ((sum + 2) >> 2);
                    }
                } else {
                    weighted(top + left, top + right, bottom + left, bottom + right, half, halfOpacity, to);
                }
            }
        }
        return new Level(w, h, half, halfOpacity);
    }

    private int sample(int pixel, int c) {
        return rgb[3 * pixel + c] & 0xFF;
    }

    /** Colours count by their alpha: what is transparent does not shine through. */
    private void weighted(int a, int b, int c, int d, byte[] half, byte[] halfOpacity, int to) {
        int alphaA = opacity[a] & 0xFF;
        int alphaB = opacity[b] & 0xFF;
        int alphaC = opacity[c] & 0xFF;
        int alphaD = opacity[d] & 0xFF;
        int alpha = alphaA + alphaB + alphaC + alphaD;
        halfOpacity[to] = (byte) ((alpha + 2) >> 2);
        for (int i = 0; i < 3 && alpha > 0; i++) {
            int sum = sample(a, i) * alphaA + sample(b, i) * alphaB + sample(c, i) * alphaC + sample(d, i) * alphaD;
            half[3 * to + i] = (byte) ((sum + alpha / 2) / alpha);
        }
    }
}
