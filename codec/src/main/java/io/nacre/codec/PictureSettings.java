package io.nacre.codec;

import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;

/**
 * How to encode a picture: what to aim at and how hard to try. Immutable; the methods give changed copies.
 *
 * <pre>{@code
 * PictureSettings web = PictureSettings.ofBitsPerPixel(0.4).withEffort(5);
 * Files.write(Path.of("photo.nacre"), codec.encode(Picture.of(image), web));
 * }</pre>
 */
public final class PictureSettings {
    /** Quality 50, no search, tiles of 512 pixels, sRGB, metadata kept. */
    public static final PictureSettings DEFAULT =
            new PictureSettings(EncodeOptions.DEFAULT, "image-fidelity", false, true);

    private final EncodeOptions options;
    private final String pack;
    private final boolean profileKept;
    private final boolean metadataKept;

    private PictureSettings(EncodeOptions options, String pack, boolean profileKept, boolean metadataKept) {
        this.options = options;
        this.pack = pack;
        this.profileKept = profileKept;
        this.metadataKept = metadataKept;
    }

    /**
     * A quality.
     *
     * @param quality 0..100; the rate grows about eighteenfold from end to end
     * @throws IllegalArgumentException if it is outside
     */
    public static PictureSettings ofQuality(double quality) {
        return DEFAULT.with(EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Quality(quality)));
    }

    /**
     * The best quality whose file has no more bits per pixel than this, the whole file counted.
     *
     * @param bits above 0
     * @throws IllegalArgumentException if it is not
     */
    public static PictureSettings ofBitsPerPixel(double bits) {
        return DEFAULT.with(EncodeOptions.DEFAULT.withTarget(new EncodeTarget.BitsPerPixel(bits)));
    }

    /**
     * The best quality whose file is not larger than this.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static PictureSettings ofBytes(long bytes) {
        return DEFAULT.with(EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Bytes(bytes)));
    }

    /**
     * The lowest quality whose picture has at least this PSNR.
     *
     * @param decibels over the RGB samples of the 8-bit picture, above 0
     * @throws IllegalArgumentException if it is not
     */
    public static PictureSettings ofPsnr(double decibels) {
        return DEFAULT.with(EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Psnr(decibels)));
    }

    /**
     * How long to search for a smaller file of the same fidelity; decoders notice nothing of it.
     *
     * @param effort 3, which does not search and is the default, to 9
     * @throws IllegalArgumentException if it is outside
     */
    public PictureSettings withEffort(int effort) {
        return with(options.withEffort(effort));
    }

    /**
     * Side of the tiles that are coded apart: larger ones save some bytes, smaller ones decode parts of pictures better.
     *
     * @param pixels a multiple of 64 within 64..4096; 512 by default
     * @throws IllegalArgumentException if it is not
     */
    public PictureSettings withTileSize(int pixels) {
        return with(options.withTileSize(pixels));
    }

    /** With the model pack of that name; {@code image-fidelity} by default. */
    public PictureSettings withPack(String name) {
        return new PictureSettings(options, name, profileKept, metadataKept);
    }

    /**
     * Whether samples stay in their colour space, whose ICC profile goes into the file, or are converted to sRGB, which
     * is the default.
     */
    public PictureSettings withProfileKept(boolean kept) {
        return new PictureSettings(options, pack, kept, metadataKept);
    }

    /** Whether EXIF and XMP go into the file, which is the default. */
    public PictureSettings withMetadataKept(boolean kept) {
        return new PictureSettings(options, pack, profileKept, kept);
    }

    private PictureSettings with(EncodeOptions other) {
        return new PictureSettings(other, pack, profileKept, metadataKept);
    }

    EncodeOptions options() {
        return options;
    }

    String pack() {
        return pack;
    }

    boolean profileKept() {
        return profileKept;
    }

    boolean metadataKept() {
        return metadataKept;
    }
}
