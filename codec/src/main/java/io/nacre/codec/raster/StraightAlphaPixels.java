package io.nacre.codec.raster;

/** Undoes the premultiplication of a view's colours by its alpha, with rounding. Pixels of alpha 0 become black. */
final class StraightAlphaPixels extends AbstractPixels {
    private final Pixels premultiplied;

    StraightAlphaPixels(Pixels premultiplied) {
        super(
                premultiplied.width(),
                premultiplied.height(),
                premultiplied.maximum(),
                premultiplied.grey(),
                premultiplied.alpha());
        this.premultiplied = premultiplied;
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        premultiplied.read(x, y, count, rgba);
        for (int out = 0; out < 4 * count; out += 4) {
            int alpha = rgba[out + 3];
            for (int channel = 0; channel < 3; channel++) {
                int sample = Math.min(rgba[out + channel], alpha);
                rgba[out + channel] = alpha == 0 ? 0 : (int) (((long) sample * maximum() + alpha / 2) / alpha);
            }
        }
    }
}
