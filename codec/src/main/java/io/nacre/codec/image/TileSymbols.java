package io.nacre.codec.image;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The integers of one tile: all that its stream says, before any float is computed. Positions are raster, channels inside. */
final class TileSymbols {
    final TileGeometry geometry;
    /** Hyperlatents, -127..127. */
    final byte[] z;
    /** Symbols of y; 0 where nothing was coded. */
    final short[] s;
    /** The corrected row of each symbol that is not 0, which chooses its centroid. */
    final byte[] rows;

    TileSymbols(TileGeometry geometry, byte[] z, int channels) {
        this.geometry = geometry;
        this.z = z;
        this.s = new short[geometry.latents() * channels];
        this.rows = new byte[geometry.latents() * channels];
    }

    /**
     * CRC32C over z as bytes and s as big-endian 16-bit numbers, its halves folded by exclusive or: tells that a decoder
     * with another table went astray, which the box's own checksum can't.
     */
    int check() {
        CRC32C crc = new CRC32C();
        crc.update(z);
        ByteBuffer bytes = ByteBuffer.allocate(2 * s.length);
        bytes.asShortBuffer().put(s);
        crc.update(bytes);
        long value = crc.getValue();
        return (int) ((value ^ (value >>> 16)) & 0xFFFF);
    }
}
