package io.nacre.codec.fuzz;

import java.util.Arrays;

/** A fuzzer's input, taken apart from its begin; zeros follow its end, so that every input means something. */
public final class FuzzBytes {
    private final byte[] data;
    private int position;

    public FuzzBytes(byte[] data) {
        this.data = data;
    }

    public boolean isEmpty() {
        return position == data.length;
    }

    /** 0..255. */
    public int unsignedByte() {
        return isEmpty() ? 0 : data[position++] & 0xFF;
    }

    public boolean bit() {
        return (unsignedByte() & 1) != 0;
    }

    /** 32 bits. */
    public int integer() {
        return unsignedByte() << 24 | unsignedByte() << 16 | unsignedByte() << 8 | unsignedByte();
    }

    /** A number of least..most, from as few bytes as it needs. */
    public int between(int least, int most) {
        int count = most - least + 1;
        int value = unsignedByte();
        for (int reach = 256; reach < count && reach > 0; reach <<= 8) {
            value = value << 8 | unsignedByte();
        }
        return least + Integer.remainderUnsigned(value, count);
    }

    /** The next bytes, as many as are asked for if they are there. */
    public byte[] take(int count) {
        byte[] taken = Arrays.copyOfRange(data, position, Math.min(data.length, position + count));
        position += taken.length;
        return taken;
    }

    public byte[] rest() {
        return take(data.length);
    }
}
