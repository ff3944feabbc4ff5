package io.nacre.codec.raster;

import java.awt.image.DataBufferUShort;
import java.awt.image.Raster;

/** Interleaved or planar 16-bit samples, read in place. */
final class ShortComponentPixels extends AbstractPixels {
    private final ComponentLayout layout;
    private final short[] red;
    private final short[] green;
    private final short[] blue;
    private final short[] alpha;

    ShortComponentPixels(Raster raster, int[] bands, boolean grey, boolean hasAlpha) {
        super(raster.getWidth(), raster.getHeight(), 65535, grey, hasAlpha);
        layout = new ComponentLayout(raster, bands);
        short[][] banks = ((DataBufferUShort) raster.getDataBuffer()).getBankData();
        red = banks[layout.bank(0)];
        green = banks[layout.bank(1)];
        blue = banks[layout.bank(2)];
        alpha = banks[layout.bank(3)];
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        int r = layout.index(0, x, y);
        int g = layout.index(1, x, y);
        int b = layout.index(2, x, y);
        int a = layout.index(3, x, y);
        int step = layout.pixelStride;
        int opaque = alpha() ? 0 : 65535;
        for (int i = 0, out = 0; i < count; i++, out += 4) {
            int offset = i * step;
            rgba[out] = red[r + offset] & 0xFFFF;
            rgba[out + 1] = green[g + offset] & 0xFFFF;
            rgba[out + 2] = blue[b + offset] & 0xFFFF;
            rgba[out + 3] = (alpha[a + offset] & 0xFFFF) | opaque;
        }
    }
}
