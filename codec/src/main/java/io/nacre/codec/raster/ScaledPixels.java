package io.nacre.codec.raster;

import java.awt.image.Raster;

/** Samples of any layout and of 1 to 16 bits, each band stretched to the full range of 8 or 16 bits. */
final class ScaledPixels extends AbstractPixels {
    private final Raster raster;
    private final int[] bands;
    private final int[] bandMaximum;

    /**
     * @param bands raster band of R, G, B and A; without alpha the fourth is any valid band
     * @param bits significant bits of each raster band
     */
    ScaledPixels(Raster raster, int[] bands, int[] bits, int maximum, boolean grey, boolean hasAlpha) {
        super(raster.getWidth(), raster.getHeight(), maximum, grey, hasAlpha);
        this.raster = raster;
        this.bands = bands.clone();
        bandMaximum = new int[4];
        for (int channel = 0; channel < 4; channel++) {
            bandMaximum[channel] = (1 << bits[bands[channel]]) - 1;
        }
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        int step = raster.getNumBands();
        int[] samples = raster.getPixels(x, y, count, 1, (int[]) null);
        for (int i = 0; i < count; i++) {
            for (int channel = 0; channel < 4; channel++) {
                long sample = Math.min(samples[i * step + bands[channel]], bandMaximum[channel]);
                rgba[4 * i + channel] = (int) ((sample * maximum() + bandMaximum[channel] / 2) / bandMaximum[channel]);
            }
            if (!alpha()) {
                rgba[4 * i + 3] = maximum();
            }
        }
    }
}
