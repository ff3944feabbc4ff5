package io.nacre.codec.raster;

import io.nacre.codec.LimitExceededException;
import java.io.IOException;

/** The checks that a picture passes before memory is taken for it. */
final class SizeLimits {
    private SizeLimits() {}

    /**
     * Checks a picture against the options and against what a Java array and the Java heap can hold.
     *
     * @param bitsPerPixel memory that a pixel will take
     * @throws LimitExceededException if it is too large
     * @throws IOException if it has no pixels
     */
    static void check(long width, long height, long bitsPerPixel, ImageInputOptions options) throws IOException {
        if (width <= 0 || height <= 0) {
            throw new IOException("the picture's size is " + width + "x" + height);
        }
        if (Math.max(width, height) > options.maxSide()) {
            throw new LimitExceededException("the picture is " + width + "x" + height + ", the limit is "
                    + options.maxSide() + " on a side; raise it with --max-side or CodecBuilder.maxSide");
        }
        // No overflow: both sides are below 2^31.
        long pixels = width * height;
        if (pixels > options.maxPixels()) {
            throw new LimitExceededException("the picture has " + pixels + " pixels, the limit is "
                    + options.maxPixels() + "; raise it with --max-pixels or CodecBuilder.maxPixels");
        }
        if (pixels > 8L * Integer.MAX_VALUE || pixels * bitsPerPixel / 8 > Integer.MAX_VALUE) {
            throw new LimitExceededException("the picture has " + pixels + " pixels of " + bitsPerPixel
                    + " bits, more than a Java array can hold; cut it up");
        }
        long bytes = pixels * bitsPerPixel / 8;
        long heap = Runtime.getRuntime().maxMemory();
        if (bytes > heap) {
            throw new LimitExceededException("the picture takes " + (bytes >> 20) + " MiB, the Java heap has "
                    + (heap >> 20) + " MiB; raise it with java -Xmx");
        }
    }
}
