package io.nacre.codec.pcm;

import java.nio.ByteOrder;

/** Integers of 1 to 8 bytes, left-justified where they have fewer bits than their bytes. */
final class IntegerDecoder implements SampleDecoder {
    private final SampleEncoding encoding;
    private final int bytes;
    private final int signFlip;
    private final int first; // index of the most significant byte
    private final int step; // from a byte to the next less significant one
    private final float scale;

    private IntegerDecoder(int bits, int bytes, ByteOrder order, boolean signed) {
        encoding = new SampleEncoding(false, bits);
        this.bytes = bytes;
        signFlip = signed ? 0 : 0x80;
        first = order == ByteOrder.BIG_ENDIAN ? 0 : bytes - 1;
        step = order == ByteOrder.BIG_ENDIAN ? 1 : -1;
        scale = Math.scalb(1f, 1 - 8 * bytes);
    }

    /** Integers of 8 to 64 bits in as few bytes as hold them. */
    static IntegerDecoder signed(int bits, ByteOrder order) {
        return signed(bits, (bits + 7) / 8, order);
    }

    /** Integers of 8 to 64 bits in at least as many bytes as hold them. */
    static IntegerDecoder signed(int bits, int bytes, ByteOrder order) {
        return new IntegerDecoder(bits, bytes, order, true);
    }

    /** Bytes with silence at 128. */
    static IntegerDecoder unsignedBytes() {
        return new IntegerDecoder(8, 1, ByteOrder.BIG_ENDIAN, false);
    }

    @Override
    public SampleEncoding encoding() {
        return encoding;
    }

    @Override
    public int bytes() {
        return bytes;
    }

    @Override
    public void decode(byte[] in, int offset, float[] out, int outOffset, int count) {
        for (int i = 0; i < count; i++) {
            int at = offset + i * bytes + first;
            long value = (byte) (in[at] ^ signFlip);
            for (int k = 1; k < bytes; k++) {
                at += step;
                value = value << 8 | (in[at] & 0xFF);
            }
            out[outOffset + i] = value * scale;
        }
    }
}
