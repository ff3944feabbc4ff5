package io.nacre.codec.raster;

import java.awt.Transparency;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;

/** Reduction of floating-point samples to 16 bits. */
final class FloatSamples {
    static final String REDUCED = "reduced from floating point to 16 bits";

    private static final int MAXIMUM = 65535;

    private FloatSamples() {}

    /**
     * Rounds samples from 0 to 1 to 16 bits. They are taken as coded, not as linear light, since neither TIFF nor PFM
     * says.
     *
     * @throws UnsupportedImageException if a sample lies outside 0 to 1 by half a step or more, or is not a number
     */
    static BufferedImage toShort(BufferedImage image) throws UnsupportedImageException {
        Raster source = image.getRaster();
        int width = source.getWidth();
        int bands = source.getNumBands();
        WritableRaster target =
                Raster.createInterleavedRaster(DataBuffer.TYPE_USHORT, width, source.getHeight(), bands, null);
        double[] values = new double[bands * width];
        int[] samples = new int[bands * width];
        for (int y = 0; y < source.getHeight(); y++) {
            source.getPixels(0, y, width, 1, values);
            for (int i = 0; i < samples.length; i++) {
                samples[i] = toShort(values[i]);
            }
            target.setPixels(0, y, width, 1, samples);
        }
        ColorModel model = image.getColorModel();
        ColorModel integerModel = new ComponentColorModel(
                model.getColorSpace(),
                model.hasAlpha(),
                model.isAlphaPremultiplied(),
                model.hasAlpha() ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                DataBuffer.TYPE_USHORT);
        return new BufferedImage(integerModel, target, model.isAlphaPremultiplied(), null);
    }

    /** Rounds one sample, as {@link #toShort(BufferedImage)} does. */
    static int toShort(double value) throws UnsupportedImageException {
        long rounded = Math.round(value * MAXIMUM);
        if (rounded < 0 || rounded > MAXIMUM || Double.isNaN(value)) {
            throw new UnsupportedImageException("floating-point samples outside 0 to 1 (high dynamic range) cannot be"
                    + " coded; tone-map the picture to 8 or 16 bits first");
        }
        return (int) rounded;
    }
}
