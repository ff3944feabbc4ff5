package io.nacre.codec.raster;

import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;

/** Where the red, green, blue and alpha samples of a component raster lie in its banks. */
final class ComponentLayout {
    final int pixelStride;
    final int scanlineStride;
    private final int[] banks = new int[4];
    private final int[] offsets = new int[4];

    /** @param bands raster band of R, G, B and A; without alpha the fourth is any valid band */
    ComponentLayout(Raster raster, int[] bands) {
        ComponentSampleModel model = (ComponentSampleModel) raster.getSampleModel();
        DataBuffer data = raster.getDataBuffer();
        pixelStride = model.getPixelStride();
        scanlineStride = model.getScanlineStride();
        int origin =
                -raster.getSampleModelTranslateY() * scanlineStride - raster.getSampleModelTranslateX() * pixelStride;
        for (int channel = 0; channel < 4; channel++) {
            int band = bands[channel];
            banks[channel] = model.getBankIndices()[band];
            offsets[channel] = origin + model.getBandOffsets()[band] + data.getOffsets()[banks[channel]];
        }
    }

    /** Bank that holds a channel: 0 to 3 for R, G, B, A. */
    int bank(int channel) {
        return banks[channel];
    }

    /** Index in its bank of a channel's sample at a pixel. */
    int index(int channel, int x, int y) {
        return offsets[channel] + y * scanlineStride + x * pixelStride;
    }
}
