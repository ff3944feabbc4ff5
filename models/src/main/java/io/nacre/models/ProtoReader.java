package io.nacre.models;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads the wire format of Protocol Buffers from a part of an array, field by field; nothing is copied. Every length is
 * checked against the bytes that are left. Not thread-safe.
 */
final class ProtoReader {
    private static final int VARINT = 0;
    private static final int FIXED64 = 1;
    private static final int LENGTH = 2;
    private static final int FIXED32 = 5;

    private final byte[] bytes;
    private final int end;
    private int at;
    private int wireType;

    ProtoReader(byte[] bytes) {
        this(bytes, 0, bytes.length);
    }

    private ProtoReader(byte[] bytes, int from, int end) {
        this.bytes = bytes;
        this.at = from;
        this.end = end;
    }

    /** Number of the next field, whose value must then be read or skipped; 0 at the end. */
    int next() throws ModelException {
        if (at == end) {
            return 0;
        }
        long key = varint();
        wireType = (int) key & 7;
        long field = key >>> 3;
        if (field < 1 || field >= 1 << 29) {
            throw damaged();
        }
        return (int) field;
    }

    long integer() throws ModelException {
        require(VARINT);
        return varint();
    }

    String text() throws ModelException {
        ProtoReader value = message();
        return new String(bytes, value.at, value.end - value.at, StandardCharsets.UTF_8);
    }

    /** A message inside this one; reading goes on behind it. */
    ProtoReader message() throws ModelException {
        require(LENGTH);
        long length = varint();
        if (length < 0 || length > end - at) {
            throw damaged();
        }
        ProtoReader inner = new ProtoReader(bytes, at, at + (int) length);
        at += (int) length;
        return inner;
    }

    /** A copy of the bytes of this message that were not read yet. */
    byte[] rest() {
        return Arrays.copyOfRange(bytes, at, end);
    }

    /** One value or a packed run of a repeated integer. */
    List<Long> integers() throws ModelException {
        if (wireType == VARINT) {
            return List.of(varint());
        }
        List<Long> values = new ArrayList<>();
        ProtoReader run = message();
        while (run.at < run.end) {
            values.add(run.varint());
        }
        return values;
    }

    /** The bytes of this message as little-endian integers of 64 bits. */
    List<Long> rawIntegers() throws ModelException {
        List<Long> values = new ArrayList<>();
        while (at < end) {
            advance(8);
            long value = 0;
            for (int i = 1; i <= 8; i++) {
                value = (value << 8) | (bytes[at - i] & 0xFF);
            }
            values.add(value);
        }
        return values;
    }

    void skip() throws ModelException {
        switch (wireType) {
            case VARINT -> varint();
            case FIXED64 -> advance(8);
            case LENGTH -> message();
            case FIXED32 -> advance(4);
            default -> throw damaged();
        }
    }

    private long varint() throws ModelException {
        long value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            advance(1);
            byte b = bytes[at - 1];
            value |= (long) (b & 0x7F) << shift;
            if (b >= 0) {
                return value;
            }
        }
        throw damaged();
    }

    private void advance(int count) throws ModelException {
        if (count > end - at) {
            throw damaged();
        }
        at += count;
    }

    private void require(int expected) throws ModelException {
        if (wireType != expected) {
            throw damaged();
        }
    }

    private static ModelException damaged() {
        return new ModelException("a graph of the pack is no ONNX file, or a damaged one");
    }
}
