package io.nacre.codec.audio;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/** The integers of one channel of a sound in one coding group: all that its stream says. */
final class ChannelSymbols {
    /** Symbols, [frame][latent]; 0 where nothing was coded. */
    final short[] s;
    /** The table row of each symbol, which chooses its centroid. */
    final byte[] rows;
    /** Loudness step of the group, 0..255. */
    int level;

    /** @param width latents of a frame */
    ChannelSymbols(int width, int frames) {
        s = new short[Math.multiplyExact(width, frames)];
        rows = new byte[s.length];
    }

    /**
     * The check of a tile: CRC-32C over level and big-endian symbols of all its channels, its halves folded by
     * exclusive or. Tells that a decoder with other tables went astray, which the box's own checksum can't.
     */
    static int check(ChannelSymbols[] channels) {
        CRC32C crc = new CRC32C();
        for (ChannelSymbols channel : channels) {
            crc.update(channel.level);
            ByteBuffer bytes = ByteBuffer.allocate(2 * channel.s.length);
            bytes.asShortBuffer().put(channel.s);
            crc.update(bytes);
        }
        long value = crc.getValue();
        return (int) ((value ^ (value >>> 16)) & 0xFFFF);
    }
}
