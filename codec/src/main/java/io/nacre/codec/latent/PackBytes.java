package io.nacre.codec.latent;

import io.nacre.models.ModelException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Reads a binary entry of a pack, big-endian; every error is a {@link ModelException} that names the entry, whatever
 * the bytes are. Arrays are allocated only once their bytes are known to be there. Not thread-safe.
 */
public final class PackBytes {
    private final String name;
    private final ByteBuffer bytes;

    /**
     * Starts at the entry's first byte.
     *
     * @param name of the entry, for messages
     */
    public PackBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    /** The error that says what is wrong with the entry. */
    public ModelException damaged(String why) {
        return new ModelException("the pack's " + name + " is damaged: " + why);
    }

    /** The next byte, 0..255. */
    public int unsignedByte() throws ModelException {
        return signedByte() & 0xFF;
    }

    /** The next byte, -128..127. */
    public byte signedByte() throws ModelException {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw damaged("it is cut short");
        }
    }

    /** The next 32 bits, signed. */
    public int integer() throws ModelException {
        return (unsignedByte() << 24) | (unsignedByte() << 16) | unsignedShort();
    }

    private int unsignedShort() throws ModelException {
        return (unsignedByte() << 8) | unsignedByte();
    }

    private float real() throws ModelException {
        float value = Float.intBitsToFloat(integer());
        if (!Float.isFinite(value)) {
            throw damaged("a number is not finite");
        }
        return value;
    }

    /** An integer that must have one value. */
    public void expect(int value, String what) throws ModelException {
        int got = integer();
        if (got != value) {
            throw damaged(what + " is " + got + ", not " + value);
        }
    }

    /** The next {@code count} bytes, -128..127. */
    public byte[] signedBytes(int count) throws ModelException {
        need(count);
        byte[] out = new byte[count];
        bytes.get(out);
        return out;
    }

    /** The next {@code count} bytes, 0..255. */
    public int[] unsignedBytes(int count) throws ModelException {
        need(count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = bytes.get() & 0xFF;
        }
        return out;
    }

    /** The next {@code count} numbers of 16 bits, 0..65535. */
    public int[] unsignedShorts(int count) throws ModelException {
        need(2L * count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = bytes.getShort() & 0xFFFF;
        }
        return out;
    }

    /** The next {@code count} numbers of 16 bits, -32768..32767. */
    public short[] shorts(int count) throws ModelException {
        need(2L * count);
        short[] out = new short[count];
        bytes.asShortBuffer().get(out);
        bytes.position(bytes.position() + 2 * count);
        return out;
    }

    /** The next {@code count} numbers of 32 bits, finite. */
    public float[] reals(int count) throws ModelException {
        need(4L * count);
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = real();
        }
        return out;
    }

    /** Requires that nothing follows. */
    public void end() throws ModelException {
        if (bytes.hasRemaining()) {
            throw damaged("it is longer than it should be");
        }
    }

    private void need(long count) throws ModelException {
        if (bytes.remaining() < count) {
            throw damaged("it is cut short");
        }
    }
}
