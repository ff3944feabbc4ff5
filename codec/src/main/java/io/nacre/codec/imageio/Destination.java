package io.nacre.codec.imageio;

import io.nacre.codec.PictureInfo;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.WritableRaster;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;

/** The part of an image that a picture, or a part of it, is read into, row by row. */
final class Destination {
    private final WritableRaster raster;
    /** For each band that is written, its place among R, G, B and alpha. */
    private final int[] channels;

    private final int step;
    private final int[] row;

    /**
     * Checks that the image can take the samples.
     *
     * @param region the part of the image that is written
     * @param param as given to the reader, or null
     * @throws IIOException if it can't
     */
    Destination(PictureInfo info, BufferedImage image, Rectangle region, ImageReadParam param) throws IIOException {
        int[] all = channelsOf(info, image.getColorModel());
        int[] from = param == null ? null : param.getSourceBands();
        int[] to = param == null ? null : param.getDestinationBands();
        this.channels = from == null ? all : pick(all, from);
        this.raster = image.getRaster().createWritableChild(region.x, region.y, region.width, region.height, 0, 0, to);
        this.step = param == null ? 1 : param.getSourceXSubsampling();
        this.row = new int[channels.length * region.width];
    }

    /** Bands of the image as places among R, G, B and alpha. */
    private static int[] channelsOf(PictureInfo info, ColorModel model) throws IIOException {
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        boolean sameBits = model.getComponentSize(0) == info.bitsPerSample();
        if (model instanceof IndexColorModel || !sameBits || (grey && !info.grey()) || model.isAlphaPremultiplied()) {
            throw new IIOException("the destination cannot hold the picture's samples as they are");
        }
        if (grey) {
            return model.hasAlpha() ? new int[] {0, 3} : new int[] {0};
        }
        return model.hasAlpha() ? new int[] {0, 1, 2, 3} : new int[] {0, 1, 2};
    }

    private static int[] pick(int[] all, int[] bands) {
        int[] picked = new int[bands.length];
        for (int i = 0; i < bands.length; i++) {
            picked[i] = all[bands[i]];
        }
        return picked;
    }

    /** Bands of the picture, as the image has them. */
    static int bands(PictureInfo info, BufferedImage image) throws IIOException {
        return channelsOf(info, image.getColorModel()).length;
    }

    /**
     * Writes a row.
     *
     * @param y row of the region
     * @param rgba of the source, of which every so many pixels are taken
     */
    void put(int y, int[] rgba) {
        int bands = channels.length;
        for (int to = 0, from = 0; to < row.length; to += bands, from += 4 * step) {
            for (int band = 0; band < bands; band++) {
                row[to + band] = rgba[from + channels[band]];
            }
        }
        raster.setPixels(0, y, raster.getWidth(), 1, row);
    }
}
