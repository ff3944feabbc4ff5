package io.nacre.codec.image;

/**
 * What the bytes of a picture's file are spent on; they add up to the file's length. What is within tiles comes from the
 * costs of the pack's tables, so it may be off by a few bytes a tile.
 *
 * @param structure header, index, checksums and the ends of streams, bytes
 * @param hyperlatents bytes
 * @param latents bytes
 * @param alpha bytes
 * @param metadata profile, EXIF and XMP, bytes
 */
public record RateSplit(double structure, double hyperlatents, double latents, double alpha, double metadata) {
    /** Length of the file. */
    public double total() {
        return structure + hyperlatents + latents + alpha + metadata;
    }
}
