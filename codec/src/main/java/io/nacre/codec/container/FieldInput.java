package io.nacre.codec.container;

import java.nio.ByteBuffer;

/** Reads numbers in the format's codings from a part of the file; {@link FieldOutput} is its mirror. */
final class FieldInput {
    static final int MAX_VARINT_SIZE = 9;

    private final ByteBuffer file;
    private final String box;
    private final int end;
    private int position;

    /** Reads the bytes {@code start} to {@code end} of {@code file}; {@code box} is named in errors. */
    FieldInput(ByteBuffer file, String box, int start, int end) {
        this.file = file;
        this.box = box;
        this.position = start;
        this.end = end;
    }

    int position() {
        return position;
    }

    int remaining() {
        return end - position;
    }

    /** {@code count} bytes, 1 to 8, as an unsigned big-endian number. */
    long fixed(int count) throws FormatException {
        long value = 0;
        for (int i = 0; i < count; i++) {
            value = value << 8 | next();
        }
        return value;
    }

    /** A number of at most 63 bits in its shortest form. */
    long varint() throws FormatException {
        int start = position;
        long value = 0;
        for (int i = 0; i < MAX_VARINT_SIZE; i++) {
            int group = next();
            if (i == 0 && group == 0x80) {
                throw new FormatException(start, box, "a number is not in its shortest form");
            }
            value = value << 7 | (group & 0x7F);
            if (group < 0x80) {
                return value;
            }
        }
        throw new FormatException(start, box, "a number has more than " + MAX_VARINT_SIZE + " bytes");
    }

    /** Throws if something is left. */
    void expectEnd() throws FormatException {
        if (remaining() > 0) {
            throw new FormatException(position, box, remaining() + " bytes too many");
        }
    }

    private int next() throws FormatException {
        if (position == end) {
            throw new FormatException(position, box, "ends within its fields");
        }
        return Byte.toUnsignedInt(file.get(position++));
    }
}
