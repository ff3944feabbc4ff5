package io.nacre.codec.container;

/**
 * Where a box lies in the file; nothing of it is copied.
 *
 * @param code its four letters
 * @param name for messages: the code, and for a tile its number
 * @param offset of its first byte
 * @param payloadOffset of its payload's first byte
 * @param payloadLength bytes of payload
 */
record Box(String code, String name, int offset, int payloadOffset, int payloadLength) {
    static final int CHECKSUM_LENGTH = 4;

    boolean is(BoxType type) {
        return code.equals(type.code());
    }

    int payloadEnd() {
        return payloadOffset + payloadLength;
    }

    int end() {
        return payloadEnd() + CHECKSUM_LENGTH;
    }

    /** Bytes of a whole box with a payload of {@code payloadLength} bytes. */
    static long sizeFor(int payloadLength) {
        return (long) BoxType.CODE_LENGTH + FieldOutput.varintSize(payloadLength) + payloadLength + CHECKSUM_LENGTH;
    }

    FormatException error(String problem) {
        return new FormatException(offset, name, problem);
    }
}
