package io.nacre.codec.raster;

import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.util.Arrays;

/** Indexed samples of 1 to 16 bits, looked up in their palette of 8-bit colours. */
final class PalettePixels extends AbstractPixels {
    private final Raster raster;
    private final int[] palette;

    PalettePixels(Raster raster, IndexColorModel model, boolean hasAlpha) {
        super(raster.getWidth(), raster.getHeight(), 255, isGrey(model), hasAlpha);
        this.raster = raster;
        // Damaged files use indices past the palette's end: the rest of the table is opaque black.
        palette = new int[Math.max(model.getMapSize(), 1 << model.getPixelSize())];
        Arrays.fill(palette, 0xFF000000);
        model.getRGBs(palette);
    }

    private static boolean isGrey(IndexColorModel model) {
        for (int i = 0; i < model.getMapSize(); i++) {
            if (model.getRed(i) != model.getGreen(i) || model.getGreen(i) != model.getBlue(i)) {
                return false;
            }
        }
        return true;
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        int opaque = alpha() ? 0 : 255;
        int[] indices = raster.getSamples(x, y, count, 1, 0, (int[]) null);
        for (int i = 0, out = 0; i < count; i++, out += 4) {
            int argb = palette[indices[i]];
            rgba[out] = argb >> 16 & 0xFF;
            rgba[out + 1] = argb >> 8 & 0xFF;
            rgba[out + 2] = argb & 0xFF;
            rgba[out + 3] = argb >>> 24 | opaque;
        }
    }
}
