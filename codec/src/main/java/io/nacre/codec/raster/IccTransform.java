package io.nacre.codec.raster;

import java.awt.color.CMMException;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.ColorConvertOp;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Perceptual conversion from the device colours of an ICC profile to sRGB, by the JDK's colour management (Little CMS).
 * Not thread-safe.
 */
final class IccTransform {
    /** Bytes of a profile header (ICC.1:2022, section 7.2). */
    private static final int HEADER_BYTES = 128;

    private static final int HEADER_MAJOR_VERSION = 8;

    /** Steps along each axis of the grid of colours by which a profile of sRGB is recognised. */
    private static final int PROBE_STEPS = 9;
    /** Three quarters of an 8-bit step: profiles of sRGB differ by the rounding of their tables. */
    private static final int PROBE_TOLERANCE = 193;

    private final int components;
    private final ColorConvertOp op;
    private final boolean srgb;

    private IccTransform(ICC_Profile profile) {
        components = profile.getNumComponents();
        op = new ColorConvertOp(new ICC_Profile[] {profile, srgbWithBlackPoint()}, null);
        srgb = probe();
    }

    /**
     * Prepares the conversion from a profile of grey, RGB or CMYK.
     *
     * @throws IOException if the profile is damaged or of another kind
     */
    static IccTransform of(byte[] profile) throws IOException {
        if (profile.length < HEADER_BYTES) {
            throw new IOException("ICC profile is cut short");
        }
        try {
            ICC_Profile parsed = ICC_Profile.getInstance(profile);
            if (parsed.getProfileClass() == ICC_Profile.CLASS_OUTPUT) {
                parsed = asDisplayProfile(profile);
            }
            int expected = switch (parsed.getColorSpaceType()) {
                case ColorSpace.TYPE_GRAY -> 1;
                case ColorSpace.TYPE_RGB -> 3;
                case ColorSpace.TYPE_CMYK -> 4;
                default -> -1;
            };
            if (parsed.getNumComponents() != expected) {
                throw new IOException("ICC profile of neither grey, RGB nor CMYK");
            }
            return new IccTransform(parsed);
        } catch (IllegalArgumentException | CMMException | IndexOutOfBoundsException e) {
            throw new IOException("ICC profile cannot be used", e);
        }
    }

    /** ColorConvertOp takes profiles of the output class colorimetrically, others perceptually. */
    private static ICC_Profile asDisplayProfile(byte[] profile) {
        byte[] copy = profile.clone();
        ByteBuffer.wrap(copy).putInt(ICC_Profile.icHdrDeviceClass, ICC_Profile.icSigDisplayClass);
        return ICC_Profile.getInstance(copy);
    }

    /**
     * The sRGB profile of the JDK marked as version 4, in which its curves and matrix mean the same. Little CMS adapts
     * the black point of perceptual conversions only if a profile has version 4; without that the blacks of CMYK are
     * grey.
     */
    private static ICC_Profile srgbWithBlackPoint() {
        byte[] data = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();
        data[HEADER_MAJOR_VERSION] = 4;
        return ICC_Profile.getInstance(data);
    }

    /** Whether a profile says in its header that its device colours are grey. */
    static boolean isGrey(byte[] profile) {
        return profile.length >= HEADER_BYTES
                && ByteBuffer.wrap(profile).getInt(ICC_Profile.icHdrColorSpace) == ICC_Profile.icSigGrayData;
    }

    /** Device components: 1 for grey, 3 for RGB, 4 for CMYK. */
    int components() {
        return components;
    }

    /** Whether the profile is one of sRGB, up to the rounding of 8 bits. */
    boolean isSrgb() {
        return srgb;
    }

    /**
     * A converter of rows.
     *
     * @param width pixels of a row
     * @param bits 8 or 16
     */
    Rows rows(int width, int bits) {
        int type = bits == 8 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        return new Rows(
                op,
                Raster.createInterleavedRaster(type, width, 1, components, null),
                Raster.createInterleavedRaster(type, width, 1, 3, null));
    }

    /** Converts a grid of colours. A damaged profile shows only here, as Little CMS reads its tables late. */
    private boolean probe() {
        int pixels = PROBE_STEPS * PROBE_STEPS * PROBE_STEPS;
        int[] device = new int[components * pixels];
        for (int i = 0; i < pixels; i++) {
            int[] steps = {i / (PROBE_STEPS * PROBE_STEPS), i / PROBE_STEPS % PROBE_STEPS, i % PROBE_STEPS, 0};
            for (int band = 0; band < components; band++) {
                device[components * i + band] = steps[band] * 65535 / (PROBE_STEPS - 1);
            }
        }
        int[] rgb = new int[3 * pixels];
        rows(pixels, 16).convert(device, rgb);
        boolean unchanged = components == 3;
        for (int i = 0; unchanged && i < rgb.length; i++) {
            unchanged = Math.abs(device[i] - rgb[i]) <= PROBE_TOLERANCE;
        }
        return unchanged;
    }

    /**
     * Converts rows through rasters of its own: ColorConvertOp takes the bands of an 8-bit raster to lie side by side,
     * and so converts alpha for colour where only some bands of a raster are meant.
     */
    static final class Rows {
        private final ColorConvertOp op;
        private final WritableRaster device;
        private final WritableRaster rgb;

        private Rows(ColorConvertOp op, WritableRaster device, WritableRaster rgb) {
            this.op = op;
            this.device = device;
            this.rgb = rgb;
        }

        /**
         * Converts a row.
         *
         * @param deviceSamples {@link IccTransform#components()} interleaved samples for each pixel; 0 is black, in
         *     CMYK no ink
         * @param rgbSamples receives three samples for each pixel
         */
        void convert(int[] deviceSamples, int[] rgbSamples) {
            int width = device.getWidth();
            device.setPixels(0, 0, width, 1, deviceSamples);
            op.filter(device, rgb);
            rgb.getPixels(0, 0, width, 1, rgbSamples);
        }
    }
}
