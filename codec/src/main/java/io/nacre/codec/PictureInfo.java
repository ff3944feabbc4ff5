package io.nacre.codec;

import io.nacre.codec.container.ImageHeader;

/**
 * What a picture's file says of itself.
 *
 * <pre>{@code
 * PictureInfo info = codec.openPicture(path).info();
 * System.out.printf("%.3f bits per pixel%n", info.bitsPerPixel());
 * }</pre>
 *
 * @param width in pixels
 * @param height in pixels
 * @param grey whether red, green and blue are equal everywhere
 * @param alpha whether there is transparency
 * @param bitsPerSample 8 or 16
 * @param profiled whether the samples are to be read with the file's ICC profile rather than as sRGB
 * @param tileSize side of a tile in pixels
 * @param pack identity of the model pack that decodes the file, 16 hexadecimal digits
 * @param quality 0..100
 * @param fileSize bytes of the file
 */
public record PictureInfo(
        int width,
        int height,
        boolean grey,
        boolean alpha,
        int bitsPerSample,
        boolean profiled,
        int tileSize,
        String pack,
        double quality,
        long fileSize)
        implements FileInfo {
    static PictureInfo of(ImageHeader header, long fileSize) {
        return new PictureInfo(
                header.width(),
                header.height(),
                header.grey(),
                header.alpha(),
                header.sixteenBit() ? 16 : 8,
                header.iccKept(),
                header.tileSize(),
                header.packId().toString(),
                100.0 * header.quality() / ImageHeader.MAX_QUALITY,
                fileSize);
    }

    /** Bits of the file for each pixel. */
    public double bitsPerPixel() {
        return 8.0 * fileSize / width / height;
    }
}
