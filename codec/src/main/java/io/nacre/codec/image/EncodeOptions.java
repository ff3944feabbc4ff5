package io.nacre.codec.image;

import io.nacre.codec.container.ImageHeader;

/**
 * How to encode.
 *
 * @param target what to aim at
 * @param tileSize side of a coding tile in pixels, a multiple of 64 in 64..4096; larger tiles save some bytes, smaller
 *     ones decode crops and many threads better
 */
public record EncodeOptions(EncodeTarget target, int tileSize) {
    public static final double DEFAULT_QUALITY = 50;
    public static final int DEFAULT_TILE_SIZE = 512;
    public static final EncodeOptions DEFAULT =
            new EncodeOptions(new EncodeTarget.Quality(DEFAULT_QUALITY), DEFAULT_TILE_SIZE);

    public EncodeOptions {
        if (tileSize < 64 || tileSize > ImageHeader.MAX_TILE_SIZE || tileSize % 64 != 0) {
            throw new IllegalArgumentException(
                    "a tile of " + tileSize + " is not a multiple of 64 within 64.." + ImageHeader.MAX_TILE_SIZE);
        }
    }

    /** The same with another target. */
    public EncodeOptions withTarget(EncodeTarget other) {
        return new EncodeOptions(other, tileSize);
    }

    /** The same with another tile size. */
    public EncodeOptions withTileSize(int other) {
        return new EncodeOptions(target, other);
    }
}
