package io.nacre.codec.raster;

import java.awt.image.DataBufferByte;
import java.awt.image.Raster;

/** Interleaved or planar 8-bit samples, read in place. */
final class ByteComponentPixels extends AbstractPixels {
    private final ComponentLayout layout;
    private final byte[] red;
    private final byte[] green;
    private final byte[] blue;
    private final byte[] alpha;

    ByteComponentPixels(Raster raster, int[] bands, boolean grey, boolean hasAlpha) {
        super(raster.getWidth(), raster.getHeight(), 255, grey, hasAlpha);
        layout = new ComponentLayout(raster, bands);
        byte[][] banks = ((DataBufferByte) raster.getDataBuffer()).getBankData();
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
        int opaque = alpha() ? 0 : 255;
        for (int i = 0, out = 0; i < count; i++, out += 4) {
            int offset = i * step;
            rgba[out] = red[r + offset] & 0xFF;
            rgba[out + 1] = green[g + offset] & 0xFF;
            rgba[out + 2] = blue[b + offset] & 0xFF;
            rgba[out + 3] = (alpha[a + offset] & 0xFF) | opaque;
        }
    }
}
