package io.nacre.codec.raster;

/**
 * How pictures are read.
 *
 * @param keepIcc true to leave samples as they are and hand their ICC profile on, false to convert them to sRGB. CMYK
 *     is converted in any case
 * @param maxPixels most pixels that a picture may have
 * @param maxSide most pixels that its width or height may have
 */
public record ImageInputOptions(boolean keepIcc, long maxPixels, int maxSide) {
    /** Conversion to sRGB, 2^28 pixels, 2^20 on a side. */
    public static final ImageInputOptions DEFAULT = new ImageInputOptions(false, 1L << 28, 1 << 20);

    /** @throws IllegalArgumentException if a limit is not positive */
    public ImageInputOptions {
        if (maxPixels <= 0 || maxSide <= 0) {
            throw new IllegalArgumentException("limits must be positive: " + maxPixels + ", " + maxSide);
        }
    }
}
