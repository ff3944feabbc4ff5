package io.nacre.codec.image;

import io.nacre.codec.raster.Pixels;
import java.util.SplittableRandom;

/**
 * Pictures made from formulas.
 *
 * @param kind what is in it
 * @param width in pixels
 * @param height in pixels
 * @param maximum 255 or 65535
 * @param grey whether it says that it is grey (then its three channels are equal)
 * @param alpha whether it has alpha: a disc, opaque inside
 */
record TestPicture(Kind kind, int width, int height, int maximum, boolean grey, boolean alpha) implements Pixels {
    enum Kind {
        /** Smooth shapes, edges and some texture. */
        SCENE,
        /** Independent uniform samples. */
        NOISE,
        /** A gradient over the whole range. */
        GRADIENT,
        /** Black strokes one pixel wide on white. */
        TEXT,
        FLAT
    }

    static TestPicture of(Kind kind, int width, int height) {
        return new TestPicture(kind, width, height, 255, false, false);
    }

    @Override
    public void read(int x, int y, int count, int[] rgba) {
        for (int i = 0; i < count; i++) {
            for (int c = 0; c < 3; c++) {
                double v = value(x + i, y, grey ? 0 : c);
                rgba[4 * i + c] = (int) Math.round(Math.max(0, Math.min(1, v)) * maximum);
            }
            rgba[4 * i + 3] = !alpha || inside(x + i, y) ? maximum : 0;
        }
    }

    private boolean inside(int x, int y) {
        return Math.hypot(x - width / 2.0, y - height / 2.0) < 0.4 * Math.min(width, height);
    }

    private double value(int x, int y, int c) {
        return switch (kind) {
            case NOISE -> hash(x, y, c);
            case GRADIENT -> (x + 0.37 * y) / (width + 0.37 * height);
            case TEXT -> (x % 7 == 0 && y % 11 < 8) || (y % 11 == 3 && x % 7 < 5) ? 0.05 : 0.95;
            case FLAT -> 0.5;
            case SCENE ->
                0.5
                        + 0.25 * Math.sin(0.021 * x + c) * Math.cos(0.017 * y - c)
                        + (Math.hypot(x - 90, y - 70) < 40 ? 0.2 : 0)
                        + (x > y + 60 ? -0.15 : 0)
                        + 0.06 * (hash(x, y, 0) - 0.5);
        };
    }

    private static double hash(int x, int y, int c) {
        return new SplittableRandom(x * 1_000_003L + y * 7919L + c).nextDouble();
    }
}
