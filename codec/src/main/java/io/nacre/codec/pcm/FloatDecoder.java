package io.nacre.codec.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Floating point of 32 bits (IEEE 754 binary32). */
record FloatDecoder(ByteOrder order) implements SampleDecoder {
    @Override
    public SampleEncoding encoding() {
        return SampleEncoding.FLOAT_32;
    }

    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public void decode(byte[] in, int offset, float[] out, int outOffset, int count) {
        ByteBuffer.wrap(in, offset, count * Float.BYTES)
                .order(order)
                .asFloatBuffer()
                .get(out, outOffset, count);
    }
}
