package io.nacre.codec.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32C;

/** A file's bytes as boxes. Safe for concurrent use: the buffer's position is never touched. */
final class BoxInput {
    /** Bytes of the smallest ENDN, which every file ends with. */
    static final int MIN_END_SIZE = 10;

    /** Keeps every sum of a length and an offset within a long. */
    private static final long MAX_PAYLOAD = 1L << 62;

    private final ByteBuffer file;

    /** Takes the bytes between the buffer's position and its limit, without copying. */
    BoxInput(ByteBuffer file) {
        this.file = file.slice();
    }

    int size() {
        return file.limit();
    }

    void checkMagic() throws FormatException {
        Magic.check(file);
    }

    /**
     * Finds the box at {@code offset} and makes sure that it lies within the file; its checksum is not looked at.
     *
     * @param tile the number of the tile, should the box be one
     */
    Box box(int offset, int tile) throws FormatException {
        requireSize((long) offset + MIN_END_SIZE);
        byte[] letters = new byte[BoxType.CODE_LENGTH];
        file.get(offset, letters);
        for (byte letter : letters) {
            if (!BoxType.isLetter(letter)) {
                throw new FormatException("byte " + offset + ": there is no box here");
            }
        }
        String code = new String(letters, StandardCharsets.US_ASCII);
        String name = code.equals(BoxType.TILE.code()) ? code + " " + tile : code;
        FieldInput in = new FieldInput(file, name, offset + BoxType.CODE_LENGTH, size());
        long length = in.varint();
        if (length > MAX_PAYLOAD) {
            throw new FormatException(offset, name, "declares " + length + " bytes, beyond the format's 2^62");
        }
        long end = in.position() + length + Box.CHECKSUM_LENGTH;
        requireSize(code.equals(BoxType.END.code()) ? end : end + MIN_END_SIZE);
        return new Box(code, name, offset, in.position(), (int) length);
    }

    /** Throws if the file ends before {@code needed} bytes. */
    void requireSize(long needed) throws FormatException {
        if (size() < needed) {
            throw new FormatException("truncated: " + size() + " bytes of at least " + needed);
        }
    }

    /** Whether the box's checksum is right; that of ENDN covers the file so far, the others type and payload. */
    boolean intact(Box box) {
        return checksumDifference(box) == 0;
    }

    /** The checksum as it should be and as it is, by exclusive or. */
    int checksumDifference(Box box) {
        CRC32C checksum = new CRC32C();
        if (box.is(BoxType.END)) {
            checksum.update(file.slice(0, box.payloadEnd()));
        } else {
            checksum.update(file.slice(box.offset(), BoxType.CODE_LENGTH));
            checksum.update(file.slice(box.payloadOffset(), box.payloadLength()));
        }
        return (int) checksum.getValue() ^ file.getInt(box.payloadEnd());
    }

    /** Four bytes as a number, wherever they are. */
    int word(int offset) {
        return file.getInt(offset);
    }

    /** Length and stored checksum: what tells boxes apart without comparing them. */
    long content(Box box) {
        return (long) box.payloadLength() << Integer.SIZE | Integer.toUnsignedLong(word(box.payloadEnd()));
    }

    /** The numbers from one place up to another. */
    FieldInput fields(String box, int start, int end) {
        return new FieldInput(file, box, start, end);
    }

    /**
     * A copy of the file in which some bits are the other way round.
     *
     * @param bits places, eight to a byte, the least significant first
     */
    BoxInput withFlipped(List<Long> bits) {
        ByteBuffer copy = ByteBuffer.allocate(size()).put(file.duplicate()).flip();
        for (long bit : bits) {
            int at = (int) (bit / Byte.SIZE);
            copy.put(at, (byte) (copy.get(at) ^ 1 << bit % Byte.SIZE));
        }
        return new BoxInput(copy);
    }

    void requireIntact(Box box) throws FormatException {
        if (!intact(box)) {
            throw box.error(box.is(BoxType.END) ? "checksum of the whole file differs" : "checksum differs");
        }
    }

    FieldInput fields(Box box) {
        return new FieldInput(file, box.name(), box.payloadOffset(), box.payloadEnd());
    }

    byte[] payload(Box box) {
        byte[] payload = new byte[box.payloadLength()];
        file.get(box.payloadOffset(), payload);
        return payload;
    }
}
