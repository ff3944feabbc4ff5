package io.nacre.codec.raster;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferInt;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.util.List;

/** Brings a decoded image to RGB or grey integers, in sRGB unless its profile is to be kept; in place where it can. */
final class ColorConversion {
    static final String UNUSABLE_PROFILE = "ICC profile unusable, samples taken as sRGB";

    private final boolean keepIcc;
    private final List<String> notes;
    private byte[] keptProfile;

    /** @param notes receives what the user should know */
    ColorConversion(boolean keepIcc, List<String> notes) {
        this.keepIcc = keepIcc;
        this.notes = notes;
    }

    /** The profile that the converted samples are to be read with; null for sRGB. */
    byte[] keptProfile() {
        return keptProfile;
    }

    /**
     * Converts an image; its memory may be reused.
     *
     * @param icc profile from the file's container, or null
     * @return RGB or grey, integer samples
     * @throws UnsupportedImageException if the samples are of a kind that has no defined place in 0..1
     */
    BufferedImage convert(BufferedImage image, byte[] icc) throws UnsupportedImageException {
        int transferType = image.getRaster().getTransferType();
        boolean fractions = transferType == DataBuffer.TYPE_FLOAT || transferType == DataBuffer.TYPE_DOUBLE;
        BufferedImage integers = fractions ? FloatSamples.toShort(image) : image;
        if (fractions) {
            notes.add(FloatSamples.REDUCED);
        }
        ColorSpace space = integers.getColorModel().getColorSpace();
        byte[] profile = icc != null ? icc : profileOf(space);
        return switch (space.getType()) {
            case ColorSpace.TYPE_CMYK -> cmykToRgb(integers.getRaster(), profile);
            case ColorSpace.TYPE_RGB, ColorSpace.TYPE_GRAY -> toSrgb(integers, profile);
            default -> otherToRgb(integers);
        };
    }

    /**
     * Profile of a colour space that a reader made from the file; null for those that are built into the JDK. For CMYK
     * without a profile TwelveMonkeys takes one that it finds on the machine, so that of CMYK is not used.
     */
    private static byte[] profileOf(ColorSpace space) {
        boolean used = !isBuiltIn(space) && space.getType() != ColorSpace.TYPE_CMYK;
        return used && space instanceof ICC_ColorSpace icc ? icc.getProfile().getData() : null;
    }

    /** Whether samples of a colour space are left as they are: sRGB, and grey, which is taken as sRGB-coded. */
    static boolean isBuiltIn(ColorSpace space) {
        return space.isCS_sRGB() || space.equals(ColorSpace.getInstance(ColorSpace.CS_GRAY));
    }

    private IccTransform transform(byte[] icc, ColorModel model) {
        int bits = model instanceof IndexColorModel ? 8 : model.getComponentSize(0);
        return transform(icc, model.getNumColorComponents(), bits);
    }

    /** The conversion that a profile asks for; null if there is none to be made. */
    private IccTransform transform(byte[] icc, int components, int bits) {
        if (icc == null) {
            return null;
        }
        try {
            IccTransform transform = IccTransform.of(icc);
            if (transform.components() == components && (bits == 8 || bits == 16)) {
                return transform;
            }
            notes.add("ICC profile does not fit the picture's channels, samples taken as sRGB");
        } catch (IOException e) {
            notes.add(UNUSABLE_PROFILE);
        }
        return null;
    }

    private BufferedImage toSrgb(BufferedImage image, byte[] icc) {
        IccTransform transform = transform(icc, image.getColorModel());
        if (transform != null && keepIcc) {
            keptProfile = icc;
        } else if (transform != null && !transform.isSrgb()) {
            return toSrgb(image, transform);
        }
        return image;
    }

    private static BufferedImage toSrgb(BufferedImage image, IccTransform transform) {
        if (image.getColorModel() instanceof IndexColorModel palette) {
            return new BufferedImage(toSrgb(palette, transform), image.getRaster(), false, null);
        }
        image.coerceData(false);
        WritableRaster raster = image.getRaster();
        int width = raster.getWidth();
        boolean grey = transform.components() == 1;
        WritableRaster colours = raster.createWritableChild(
                0, 0, width, raster.getHeight(), 0, 0, grey ? new int[] {0} : new int[] {0, 1, 2});
        IccTransform.Rows rows = transform.rows(width, image.getColorModel().getComponentSize(0));
        int[] device = new int[transform.components() * width];
        int[] rgb = new int[3 * width];
        for (int y = 0; y < raster.getHeight(); y++) {
            colours.getPixels(0, y, width, 1, device);
            rows.convert(device, rgb);
            for (int i = 0; grey && i < width; i++) {
                rgb[i] = rgb[3 * i];
            }
            colours.setPixels(0, y, width, 1, rgb);
        }
        return image;
    }

    private static IndexColorModel toSrgb(IndexColorModel palette, IccTransform transform) {
        int size = palette.getMapSize();
        BufferedImage colours = new BufferedImage(size, 1, BufferedImage.TYPE_INT_ARGB);
        int[] argb = ((DataBufferInt) colours.getRaster().getDataBuffer()).getData();
        palette.getRGBs(argb);
        toSrgb(colours, transform);
        return new IndexColorModel(
                palette.getPixelSize(),
                size,
                colours.getRGB(0, 0, size, 1, null, 0, size),
                0,
                palette.hasAlpha(),
                -1,
                palette.getTransferType());
    }

    /** Converts CMYK in which 0 is no ink; there is no way to keep its profile with RGB. */
    BufferedImage cmykToRgb(Raster cmyk, byte[] icc) {
        IccTransform transform = transform(icc, 4, cmyk.getSampleModel().getSampleSize(0));
        int width = cmyk.getWidth();
        int height = cmyk.getHeight();
        if (cmyk.getNumBands() > 4) {
            notes.add("extra channels of the CMYK picture left out");
        }
        notes.add(transform == null ? "CMYK without profile converted by the plain formula" : "CMYK converted to sRGB");
        Raster inks = cmyk.createChild(0, 0, width, height, 0, 0, new int[] {0, 1, 2, 3});
        int bits = cmyk.getSampleModel().getSampleSize(0);
        int maximum = (1 << bits) - 1;
        IccTransform.Rows rows = transform == null ? null : transform.rows(width, bits);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
        int[] device = new int[4 * width];
        int[] rgb = new int[3 * width];
        for (int y = 0; y < height; y++) {
            inks.getPixels(0, y, width, 1, device);
            if (rows == null) {
                mixInks(device, maximum, rgb);
            } else {
                rows.convert(device, rgb);
            }
            for (int i = 0; maximum > 255 && i < rgb.length; i++) {
                rgb[i] = (rgb[i] * 255 + maximum / 2) / maximum;
            }
            image.getRaster().setPixels(0, y, width, 1, rgb);
        }
        return image;
    }

    /** The plain formula: what the ink and black let through, multiplied. */
    private static void mixInks(int[] inks, int maximum, int[] rgb) {
        for (int i = 0; i < rgb.length / 3; i++) {
            for (int channel = 0; channel < 3; channel++) {
                long light = (long) (maximum - inks[4 * i + channel]) * (maximum - inks[4 * i + 3]);
                rgb[3 * i + channel] = (int) ((light + maximum / 2) / maximum);
            }
        }
    }

    /** Lab and other spaces, by their own Java code. */
    private BufferedImage otherToRgb(BufferedImage image) {
        notes.add("converted from an unusual colour space to 8-bit sRGB");
        int width = image.getWidth();
        ColorModel model = image.getColorModel();
        BufferedImage rgb = new BufferedImage(
                width,
                image.getHeight(),
                model.hasAlpha() ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR);
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            rgb.setRGB(0, y, width, 1, image.getRGB(0, y, width, 1, row, 0, width), 0, width);
        }
        return rgb;
    }
}
