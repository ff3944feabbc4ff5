package io.nacre.codec.pcm;

import java.nio.ByteBuffer;

/**
 * Turns samples into the little-endian bytes of WAV: integers of 16 or 24 bits, rounded and clipped, or 32-bit floats. Not
 * thread-safe.
 */
public final class SampleEncoder {
    private final SampleEncoding encoding;
    private final float scale;
    private final int maximum;
    private long clipped;

    /** @param encoding integers of 16 or 24 bits, or floating point of 32 bits */
    public SampleEncoder(SampleEncoding encoding) {
        this.encoding = encoding;
        scale = Math.scalb(1f, encoding.bits() - 1);
        maximum = (1 << (encoding.bits() - 1)) - 1;
    }

    /** Samples so far that lay outside the range of integers. */
    public long clipped() {
        return clipped;
    }

    /** Appends samples to a little-endian buffer that has room for them. */
    public void encode(float[] in, int offset, int count, ByteBuffer out) {
        if (encoding.floating()) {
            for (int i = offset; i < offset + count; i++) {
                out.putFloat(in[i]);
            }
        } else if (encoding.bits() == Short.SIZE) {
            for (int i = offset; i < offset + count; i++) {
                out.putShort((short) round(in[i]));
            }
        } else {
            for (int i = offset; i < offset + count; i++) {
                int value = round(in[i]);
                out.putShort((short) value).put((byte) (value >> 16));
            }
        }
    }

    private int round(float sample) {
        int value = Math.round(sample * scale);
        if (value > maximum) {
            clipped++;
            return maximum;
        }
        if (value < -maximum - 1) {
            clipped++;
            return -maximum - 1;
        }
        return value;
    }
}
