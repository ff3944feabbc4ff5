package io.nacre.codec.container;

import java.io.ByteArrayOutputStream;

/** Collects numbers in the format's codings; {@link FieldInput} is its mirror. */
final class FieldOutput {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    /** The low {@code count} bytes of {@code value}, big-endian. */
    void fixed(long value, int count) {
        for (int shift = 8 * (count - 1); shift >= 0; shift -= 8) {
            bytes.write((int) (value >>> shift));
        }
    }

    /** A non-negative number in groups of seven bits, most significant first, a set top bit meaning "more". */
    void varint(long value) {
        for (int shift = 7 * (varintSize(value) - 1); shift > 0; shift -= 7) {
            bytes.write((int) (value >>> shift) | 0x80);
        }
        bytes.write((int) value & 0x7F);
    }

    /** Bytes of {@link #varint}, 1 to 9. */
    static int varintSize(long value) {
        return Math.max(1, (Long.SIZE - Long.numberOfLeadingZeros(value) + 6) / 7);
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
