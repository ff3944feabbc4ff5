package io.nacre.codec.raster;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentSampleModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.util.Arrays;

/** Views of AWT images that read their memory in place. */
public final class BufferedImagePixels {
    private BufferedImagePixels() {}

    /**
     * A view of an image. The image must not be changed while the view is in use.
     *
     * <p>Samples are taken as they are stored and not brought from the image's colour space to sRGB. That holds for
     * grey above all: AWT declares its grey space linear, yet every file format stores sRGB-coded grey in it. Alpha
     * that is opaque everywhere is left out. Other sample sizes than 8 and 16 bits are stretched to the next of them.
     *
     * @param image RGB, grey or palette, at most 16 bits a sample, with or without alpha
     * @throws IllegalArgumentException if the colour space is neither RGB nor grey, or the samples are not unsigned
     *     integers of at most 16 bits
     */
    public static Pixels of(BufferedImage image) {
        Pixels pixels = of(image, image.getColorModel().hasAlpha());
        return pixels.alpha() && isOpaque(pixels) ? of(image, false) : pixels;
    }

    private static Pixels of(BufferedImage image, boolean alpha) {
        Raster raster = image.getRaster();
        ColorModel model = image.getColorModel();
        if (model instanceof IndexColorModel palette) {
            return new PalettePixels(raster, palette, alpha);
        }
        boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
        if (!grey && model.getColorSpace().getType() != ColorSpace.TYPE_RGB) {
            throw new IllegalArgumentException("neither RGB nor grey: " + model.getColorSpace());
        }
        int[] bands = grey ? new int[] {0, 0, 0, alpha ? 1 : 0} : new int[] {0, 1, 2, alpha ? 3 : 0};
        Pixels stored = of(raster, model, bands, grey, alpha);
        return alpha && model.isAlphaPremultiplied() ? new StraightAlphaPixels(stored) : stored;
    }

    private static Pixels of(Raster raster, ColorModel model, int[] bands, boolean grey, boolean alpha) {
        int[] bits = model.getComponentSize();
        boolean componentSamples = raster.getSampleModel() instanceof ComponentSampleModel;
        if (componentSamples && raster.getDataBuffer() instanceof DataBufferByte && allEqual(bits, 8)) {
            return new ByteComponentPixels(raster, bands, grey, alpha);
        }
        if (componentSamples && raster.getDataBuffer() instanceof DataBufferUShort && allEqual(bits, 16)) {
            return new ShortComponentPixels(raster, bands, grey, alpha);
        }
        boolean packed = raster.getSampleModel() instanceof SinglePixelPackedSampleModel;
        if (packed && raster.getDataBuffer() instanceof DataBufferInt && allEqual(bits, 8) && !grey) {
            return new PackedIntPixels(raster, alpha);
        }
        int type = raster.getTransferType();
        int widest = Arrays.stream(bits).max().orElseThrow();
        if (widest > 16 || type == DataBuffer.TYPE_SHORT || type > DataBuffer.TYPE_INT) {
            throw new IllegalArgumentException("samples are not unsigned integers of at most 16 bits");
        }
        return new ScaledPixels(raster, bands, bits, widest > 8 ? 65535 : 255, grey, alpha);
    }

    private static boolean allEqual(int[] bits, int expected) {
        return Arrays.stream(bits).allMatch(b -> b == expected);
    }

    private static boolean isOpaque(Pixels pixels) {
        int[] row = new int[4 * pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.read(0, y, pixels.width(), row);
            for (int i = 3; i < row.length; i += 4) {
                if (row[i] != pixels.maximum()) {
                    return false;
                }
            }
        }
        return true;
    }
}
