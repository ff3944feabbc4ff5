package io.nacre.codec.raster;

import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;

/** Four (or three) 8-bit samples packed into each int, read in place. */
final class PackedIntPixels extends AbstractPixels {
    private final int[] data;
    private final int origin;
    private final int scanlineStride;
    private final int redShift;
    private final int greenShift;
    private final int blueShift;
    private final int alphaShift;

    /** @param raster ints whose samples are all 8 bits wide, bands in the order R, G, B and, with alpha, A */
    PackedIntPixels(Raster raster, boolean hasAlpha) {
        super(raster.getWidth(), raster.getHeight(), 255, false, hasAlpha);
        SinglePixelPackedSampleModel model = (SinglePixelPackedSampleModel) raster.getSampleModel();
        DataBufferInt buffer = (DataBufferInt) raster.getDataBuffer();
        data = buffer.getData();
        scanlineStride = model.getScanlineStride();
        origin = buffer.getOffset()
                - raster.getSampleModelTranslateY() * scanlineStride
                - raster.getSampleModelTranslateX();
        int[] shifts = model.getBitOffsets();
        redShift = shifts[0];
        greenShift = shifts[1];
        blueShift = shifts[2];
        alphaShift = hasAlpha ? shifts[3] : 0;
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        int at = origin + y * scanlineStride + x;
        int opaque = alpha() ? 0 : 255;
        for (int i = 0, out = 0; i < count; i++, out += 4) {
            int pixel = data[at + i];
            rgba[out] = pixel >> redShift & 0xFF;
            rgba[out + 1] = pixel >> greenShift & 0xFF;
            rgba[out + 2] = pixel >> blueShift & 0xFF;
            rgba[out + 3] = (pixel >> alphaShift & 0xFF) | opaque;
        }
    }
}
