package io.nacre.codec.raster;

/**
 * What a picture file says beside its samples, byte for byte as the file holds it. The arrays are not copied and must
 * not be changed.
 *
 * @param exif EXIF as a TIFF structure, without the {@code Exif\0\0} of JPEG (CIPA DC-008), or null. Its orientation
 *     tag reads 1 where the orientation was applied to the samples
 * @param icc ICC profile (ICC.1) that the samples are to be read with, or null for sRGB
 * @param xmp XMP packet (ISO 16684-1), or null
 */
@SuppressWarnings("ArrayRecordComponent") // Opaque payloads, compared by nobody.
public record Metadata(byte[] exif, byte[] icc, byte[] xmp) {
    /** No metadata. */
    public static final Metadata NONE = new Metadata(null, null, null);
}
