package io.nacre.codec.pcm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;

/** Floating point of 64 bits (IEEE 754 binary64), rounded to 32. */
record DoubleDecoder(ByteOrder order) implements SampleDecoder {
    @Override
    public SampleEncoding encoding() {
        return SampleEncoding.FLOAT_64;
    }

    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public void decode(byte[] in, int offset, float[] out, int outOffset, int count) {
        DoubleBuffer samples =
                ByteBuffer.wrap(in, offset, count * Double.BYTES).order(order).asDoubleBuffer();
        for (int i = 0; i < count; i++) {
            out[outOffset + i] = (float) samples.get();
        }
    }
}
