package io.nacre.codec.image;

import io.nacre.codec.container.ImageHeader;

/**
 * How to encode.
 *
 * @param target what to aim at
 * @param tileSize side of a coding tile in pixels, a multiple of 64 in 64..4096; larger tiles save some bytes, smaller
 *     ones decode crops and many threads better
 * @param effort {@link #MIN_EFFORT} to {@link #MAX_EFFORT}: how long to search for the bits that say most; decoders
 *     notice nothing of it. Up to 6 hyperlatents are tried out, from 7 on latents are refined by gradient as well
 */
public record EncodeOptions(EncodeTarget target, int tileSize, int effort) {
    public static final double DEFAULT_QUALITY = 50;
    public static final int DEFAULT_TILE_SIZE = 512;
    /** No search: the least effort, and the default. */
    public static final int MIN_EFFORT = 3;

    public static final int MAX_EFFORT = 9;
    public static final EncodeOptions DEFAULT =
            new EncodeOptions(new EncodeTarget.Quality(DEFAULT_QUALITY), DEFAULT_TILE_SIZE);

    public EncodeOptions {
        if (tileSize < 64 || tileSize > ImageHeader.MAX_TILE_SIZE || tileSize % 64 != 0) {
            throw new IllegalArgumentException(
                    "a tile of " + tileSize + " is not a multiple of 64 within 64.." + ImageHeader.MAX_TILE_SIZE);
        }
        if (effort < MIN_EFFORT || effort > MAX_EFFORT) {
            throw new IllegalArgumentException(
                    "an effort of " + effort + " is not within " + MIN_EFFORT + ".." + MAX_EFFORT);
        }
    }

    /** With the least effort. */
    public EncodeOptions(EncodeTarget target, int tileSize) {
        this(target, tileSize, MIN_EFFORT);
    }

    /** The same with another target. */
    public EncodeOptions withTarget(EncodeTarget other) {
        return new EncodeOptions(other, tileSize, effort);
    }

    /** The same with another tile size. */
    public EncodeOptions withTileSize(int other) {
        return new EncodeOptions(target, other, effort);
    }

    /** The same with another effort. */
    public EncodeOptions withEffort(int other) {
        return new EncodeOptions(target, tileSize, other);
    }
}
