package io.nacre.codec.container;

import io.nacre.models.PackId;
import java.util.Objects;

/**
 * What a picture file says of itself before its data.
 *
 * @param width pixels, at least 1
 * @param height pixels, at least 1
 * @param grey whether the picture is returned as grey (it is coded as RGB)
 * @param alpha whether the tiles hold an alpha plane
 * @param sixteenBit whether 16 bits per sample are offered on output rather than 8
 * @param iccKept whether samples are in the colour space of the file's ICC profile rather than sRGB
 * @param packId the model pack that decodes the tiles
 * @param quality sixteenths of a trained step, 0 to {@value #MAX_QUALITY}
 * @param tileSize side of a tile in pixels, a multiple of 64 from 64 to {@value #MAX_TILE_SIZE}
 */
public record ImageHeader(
        int width,
        int height,
        boolean grey,
        boolean alpha,
        boolean sixteenBit,
        boolean iccKept,
        PackId packId,
        int quality,
        int tileSize)
        implements Header {
    public static final int MAX_QUALITY = 1008;
    /** Tiles are parsed whole: this bounds what a hostile file may make a decoder allocate at once. */
    public static final int MAX_TILE_SIZE = 4096;

    static final int TILE_SIZE_UNIT = 64;

    /** Throws {@link IllegalArgumentException} if a value is outside its range. */
    public ImageHeader {
        Objects.requireNonNull(packId, "packId");
        if (width < 1 || height < 1) {
            throw new IllegalArgumentException("a picture of " + width + " x " + height + " pixels has none");
        }
        if (quality < 0 || quality > MAX_QUALITY) {
            throw new IllegalArgumentException("quality " + quality + " is outside 0 to " + MAX_QUALITY);
        }
        if (tileSize < TILE_SIZE_UNIT || tileSize > MAX_TILE_SIZE || tileSize % TILE_SIZE_UNIT != 0) {
            throw new IllegalArgumentException(
                    "tile size " + tileSize + " is not a multiple of 64 from 64 to " + MAX_TILE_SIZE);
        }
    }

    public int tilesAcross() {
        return (width - 1) / tileSize + 1;
    }

    public int tilesDown() {
        return (height - 1) / tileSize + 1;
    }

    /** Tiles in the picture; in a file they stand in raster order. */
    @Override
    public long tileCount() {
        return (long) tilesAcross() * tilesDown();
    }
}
