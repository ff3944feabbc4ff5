package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;

/** A file that a test writes byte by byte. */
final class FileBytes {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteOrder order;

    FileBytes(ByteOrder order) {
        this.order = order;
    }

    static FileBytes littleEndian() {
        return new FileBytes(ByteOrder.LITTLE_ENDIAN);
    }

    static FileBytes bigEndian() {
        return new FileBytes(ByteOrder.BIG_ENDIAN);
    }

    FileBytes text(String text) {
        return bytes(text.getBytes(ISO_8859_1));
    }

    FileBytes bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /** A number of so many bytes in the file's order. */
    FileBytes number(int bytes, long value) {
        for (int i = 0; i < bytes; i++) {
            int place = order == ByteOrder.LITTLE_ENDIAN ? i : bytes - 1 - i;
            out.write((int) (value >> (8 * place)));
        }
        return this;
    }

    /** A chunk of RIFF or AIFF with its padding. */
    FileBytes chunk(String name, byte[] content) {
        text(name).number(4, content.length).bytes(content);
        return number(content.length % 2, 0);
    }

    /** RIFF's chunk fmt of 16 bytes. */
    FileBytes fmt(int tag, int channels, long rate, int bits) {
        int frame = channels * ((bits + 7) / 8);
        FileBytes fields =
                new FileBytes(order).number(2, tag).number(2, channels).number(4, rate);
        return chunk(
                "fmt ",
                fields.number(4, rate * frame).number(2, frame).number(2, bits).toArray());
    }

    byte[] toArray() {
        return out.toByteArray();
    }
}
