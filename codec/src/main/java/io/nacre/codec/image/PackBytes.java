package io.nacre.codec.image;

import io.nacre.models.ModelException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/** Reads a binary entry of a pack, big-endian; every error is a {@link ModelException} that names the entry. */
final class PackBytes {
    private final String name;
    private final ByteBuffer bytes;

    PackBytes(String name, byte[] bytes) {
        this.name = name;
        this.bytes = ByteBuffer.wrap(bytes);
    }

    ModelException damaged(String why) {
        return new ModelException("the pack's " + name + " is damaged: " + why);
    }

    int unsignedByte() throws ModelException {
        return signedByte() & 0xFF;
    }

    byte signedByte() throws ModelException {
        try {
            return bytes.get();
        } catch (BufferUnderflowException e) {
            throw damaged("it is cut short");
        }
    }

    int integer() throws ModelException {
        return (unsignedByte() << 24) | (unsignedByte() << 16) | unsignedShort();
    }

    int unsignedShort() throws ModelException {
        return (unsignedByte() << 8) | unsignedByte();
    }

    float real() throws ModelException {
        float value = Float.intBitsToFloat(integer());
        if (!Float.isFinite(value)) {
            throw damaged("a number is not finite");
        }
        return value;
    }

    /** An integer that must have one value. */
    void expect(int value, String what) throws ModelException {
        int got = integer();
        if (got != value) {
            throw damaged(what + " is " + got + ", not " + value);
        }
    }

    byte[] signedBytes(int count) throws ModelException {
        need(count);
        byte[] out = new byte[count];
        bytes.get(out);
        return out;
    }

    int[] unsignedBytes(int count) throws ModelException {
        need(count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = bytes.get() & 0xFF;
        }
        return out;
    }

    int[] unsignedShorts(int count) throws ModelException {
        need(2L * count);
        int[] out = new int[count];
        for (int i = 0; i < count; i++) {
            out[i] = bytes.getShort() & 0xFFFF;
        }
        return out;
    }

    short[] shorts(int count) throws ModelException {
        need(2L * count);
        short[] out = new short[count];
        bytes.asShortBuffer().get(out);
        bytes.position(bytes.position() + 2 * count);
        return out;
    }

    float[] reals(int count) throws ModelException {
        need(4L * count);
        float[] out = new float[count];
        for (int i = 0; i < count; i++) {
            out[i] = real();
        }
        return out;
    }

    void end() throws ModelException {
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
