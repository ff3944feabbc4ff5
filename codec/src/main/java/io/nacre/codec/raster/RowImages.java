package io.nacre.codec.raster;

import java.awt.image.BufferedImage;
import java.io.IOException;
import javax.imageio.ImageTypeSpecifier;

/** Whole pictures as AWT images, for those who take no rows. */
public final class RowImages {
    private RowImages() {}

    /**
     * An image of the source's samples as they are.
     *
     * @param type of {@link ImageTypes} for the same channels and bits
     * @throws IOException if a row cannot be produced
     */
    public static BufferedImage of(RowSource source, ImageTypeSpecifier type) throws IOException {
        BufferedImage image = type.createBufferedImage(source.width(), source.height());
        int colours = source.grey() ? 1 : 3;
        int bands = colours + (source.alpha() ? 1 : 0);
        int[] rgba = new int[4 * source.width()];
        int[] row = new int[bands * source.width()];
        for (int y = 0; y < source.height(); y++) {
            source.readRow(y, rgba);
            for (int from = 0, to = 0; to < row.length; from += 4, to += bands) {
                for (int band = 0; band < bands; band++) {
                    row[to + band] = rgba[from + (band < colours ? band : 3)];
                }
            }
            image.getRaster().setPixels(0, y, source.width(), 1, row);
        }
        return image;
    }

    /** An image of 8 bits, grey or RGB, to which samples of 16 bits are rounded. The source must be opaque. */
    static BufferedImage of8Bits(RowSource source) throws IOException {
        int width = source.width();
        int bands = source.grey() ? 1 : 3;
        int type = source.grey() ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_3BYTE_BGR;
        BufferedImage image = new BufferedImage(width, source.height(), type);
        boolean wide = source.maximum() > 255;
        int[] rgba = new int[4 * width];
        int[] row = new int[bands * width];
        for (int y = 0; y < source.height(); y++) {
            source.readRow(y, rgba);
            for (int i = 0; i < row.length; i++) {
                int sample = rgba[4 * (i / bands) + i % bands];
                row[i] = wide ? (sample * 255 + 32767) / 65535 : sample;
            }
            // By samples: drawing would take grey for linear light.
            image.getRaster().setPixels(0, y, width, 1, row);
        }
        return image;
    }
}
