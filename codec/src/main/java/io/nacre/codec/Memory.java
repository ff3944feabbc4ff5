package io.nacre.codec;

import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.SoundHeader;
import java.awt.Rectangle;

/** What decoding will allocate, told by the header alone, before anything of it is. */
final class Memory {
    /** Rows that are synthesised at once, and those that are prepared meanwhile. */
    private static final int ROWS = 2 * 2048;
    /** Around a region so much is decoded for the sake of its edge. */
    private static final int RING = 64;
    /** Symbols and latents of a pixel of a tile, and its alpha: some 320 channels for each 256 pixels. */
    private static final int TILE_BYTES = 10;

    /** Java's longest arrays are a few elements short of 2^31. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private final long allowed;

    Memory(long allowed) {
        this.allowed = allowed;
    }

    /** Bytes for decoding a region row by row, the rows' receiver not counted. */
    static long ofRows(ImageHeader header, Rectangle region) {
        long width = tiled(region.x, region.width, header.tileSize(), header.width());
        long height = tiled(region.y, Math.min(region.height, ROWS), header.tileSize(), header.height());
        long rows = (long) region.width * Math.min(region.height, ROWS);
        int sample = header.sixteenBit() ? 2 : 1;
        // No overflow: 2^31 pixels in at most 2^14 rows.
        return width * height * TILE_BYTES + rows * (3 * sample + 1);
    }

    /** Length of the tiles that a stretch touches. */
    private static long tiled(int from, int length, int tileSize, int end) {
        long first = Math.max(0, (long) from - RING) / tileSize * tileSize;
        long last = (Math.min(end, (long) from + length + RING) + tileSize - 1) / tileSize * tileSize;
        return last - first;
    }

    /** Tiles that a region touches, those for the sake of its edge included. */
    static long tiles(ImageHeader header, Rectangle region) {
        int size = header.tileSize();
        return tiled(region.x, region.width, size, header.width())
                / size
                * (tiled(region.y, region.height, size, header.height()) / size);
    }

    /** Bytes of a region's samples in one image. */
    static long ofImage(ImageHeader header, Rectangle region) {
        return samples(header, region) * (header.sixteenBit() ? 2 : 1);
    }

    private static long samples(ImageHeader header, Rectangle region) {
        return (long) region.width * region.height * ((header.grey() ? 1 : 3) + (header.alpha() ? 1 : 0));
    }

    /** Bytes of a whole sound's samples. */
    static long ofSound(SoundHeader header) {
        return header.samples() * header.channels() * Float.BYTES; // below 2^40 * 2^8 * 2^2
    }

    /**
     * Compares what is needed with what is allowed.
     *
     * @param what is decoded
     * @throws LimitExceededException if it is more
     */
    void require(long bytes, String what) throws LimitExceededException {
        if (bytes > allowed) {
            throw new LimitExceededException("decoding " + what + " takes some " + mebibytes(bytes) + " MiB, "
                    + mebibytes(allowed) + " are allowed; CodecBuilder.maxMemory raises that, and java -Xmx the heap");
        }
    }

    /**
     * Compares the samples of a region with what one image can hold.
     *
     * @throws LimitExceededException if they are more
     */
    static void requireImage(ImageHeader header, Rectangle region) throws LimitExceededException {
        // Divided first: the product of all may be more than a long holds.
        if (region.width > MAX_ARRAY / region.height || samples(header, region) > MAX_ARRAY) {
            throw new LimitExceededException("the part has " + region.width + " x " + region.height
                    + " pixels, more than a Java array can hold; decode it in regions");
        }
    }

    /**
     * Compares the samples of a sound with what one array can hold.
     *
     * @throws LimitExceededException if they are more
     */
    static void requireArray(SoundHeader header) throws LimitExceededException {
        if (header.samples() * header.channels() > MAX_ARRAY) {
            throw new LimitExceededException("the sound has " + header.samples() + " samples in " + header.channels()
                    + " channels, more than a Java array can hold; read it as a stream");
        }
    }

    private static long mebibytes(long bytes) {
        return ((bytes - 1) >> 20) + 1;
    }
}
