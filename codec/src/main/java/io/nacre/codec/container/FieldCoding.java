package io.nacre.codec.container;

/** How a number of HEAD is written. */
enum FieldCoding {
    U8(1),
    U16(2),
    U64(8),
    VARINT(0);

    /** 0 for a number without a fixed size. */
    private final int bytes;

    FieldCoding(int bytes) {
        this.bytes = bytes;
    }

    long read(FieldInput in) throws FormatException {
        return bytes == 0 ? in.varint() : in.fixed(bytes);
    }

    void write(FieldOutput out, long value) {
        if (bytes == 0) {
            out.varint(value);
        } else {
            out.fixed(value, bytes);
        }
    }
}
