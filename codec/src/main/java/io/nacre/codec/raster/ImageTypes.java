package io.nacre.codec.raster;

import java.awt.Transparency;
import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.util.Arrays;
import java.util.Optional;
import javax.imageio.ImageTypeSpecifier;

/** The AWT images that hold a picture's samples as they are: interleaved, of 8 or 16 bits, straight alpha. */
public final class ImageTypes {
    private ImageTypes() {}

    /**
     * The type for a picture; one of {@link BufferedImage}'s own where there is one, as for 8-bit RGB.
     *
     * @param icc profile of the samples, or null for sRGB; one that does not fit the channels or is damaged is left out
     */
    public static ImageTypeSpecifier of(boolean grey, boolean alpha, boolean sixteenBit, byte[] icc) {
        Optional<ColorSpace> profiled = Optional.ofNullable(icc).flatMap(bytes -> colourSpace(bytes, grey ? 1 : 3));
        if (profiled.isEmpty()) {
            if (!sixteenBit && !(grey && alpha)) {
                return ImageTypeSpecifier.createFromBufferedImageType(eightBitType(grey, alpha));
            }
            if (sixteenBit && grey && !alpha) {
                return ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_USHORT_GRAY);
            }
        }
        ColorSpace space =
                profiled.orElseGet(() -> ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB));
        int[] bands = grey ? new int[] {0, 1} : new int[] {0, 1, 2, 3};
        int count = bands.length - (alpha ? 0 : 1);
        return ImageTypeSpecifier.createInterleaved(
                space, Arrays.copyOf(bands, count), dataType(sixteenBit), alpha, false);
    }

    private static int eightBitType(boolean grey, boolean alpha) {
        if (grey) {
            return BufferedImage.TYPE_BYTE_GRAY;
        }
        return alpha ? BufferedImage.TYPE_4BYTE_ABGR : BufferedImage.TYPE_3BYTE_BGR;
    }

    /** A colour model for interleaved samples in the order grey or R G B, then alpha if there is some. */
    public static ComponentColorModel colourModel(boolean grey, boolean alpha, boolean sixteenBit) {
        return new ComponentColorModel(
                ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                alpha,
                false,
                alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                dataType(sixteenBit));
    }

    private static int dataType(boolean sixteenBit) {
        return sixteenBit ? DataBuffer.TYPE_USHORT : DataBuffer.TYPE_BYTE;
    }

    private static Optional<ColorSpace> colourSpace(byte[] icc, int components) {
        try {
            ICC_ColorSpace space = new ICC_ColorSpace(ICC_Profile.getInstance(icc));
            boolean fits = space.getType() == (components == 1 ? ColorSpace.TYPE_GRAY : ColorSpace.TYPE_RGB);
            space.toRGB(new float[space.getNumComponents()]); // damage shows only when colours are converted
            return fits ? Optional.of(space) : Optional.empty();
        } catch (IllegalArgumentException | CMMException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }
}
