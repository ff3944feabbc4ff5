package io.nacre.codec.container;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;

/** Builds files box by box, in any order, from FORMAT.md alone: it shares no code with the writer under test. */
final class RawFile {
    private static final int CASTAGNOLI_REVERSED = 0x82F63B78;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    RawFile() {
        hex("8B4E43520D0A1A0A");
    }

    RawFile hex(String digits) {
        bytes.writeBytes(HexFormat.of().parseHex(digits.replace(" ", "")));
        return this;
    }

    RawFile box(String type, byte[] payload) {
        byte[] code = type.getBytes(StandardCharsets.US_ASCII);
        bytes.writeBytes(code);
        bytes.writeBytes(varint(payload.length));
        bytes.writeBytes(payload);
        return checksum(crc32c(concat(code, payload)));
    }

    RawFile box(String type, String hexPayload) {
        return box(type, HexFormat.of().parseHex(hexPayload.replace(" ", "")));
    }

    /** HEAD of an 8-bit picture with tiles of 64 pixels. */
    RawFile head(int width, int height) {
        return box("HEAD", head("10", width, height, "00"));
    }

    static byte[] head(String version, long width, long height, String flags) {
        HexFormat hex = HexFormat.of();
        return concat(
                hex.parseHex(version + "00"),
                varint(width),
                varint(height),
                hex.parseHex(flags + "0123456789ABCDEF" + "01F4" + "00"));
    }

    RawFile end() {
        return end(bytes.size());
    }

    /** ENDN that says the file before it has {@code length} bytes. */
    RawFile end(long length) {
        byte[] payload = varint(length);
        bytes.writeBytes("ENDN".getBytes(StandardCharsets.US_ASCII));
        bytes.writeBytes(varint(payload.length));
        bytes.writeBytes(payload);
        return checksum(crc32c(bytes.toByteArray()));
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }

    ByteBuffer toBuffer() {
        return ByteBuffer.wrap(bytes.toByteArray());
    }

    private RawFile checksum(int checksum) {
        bytes.writeBytes(ByteBuffer.allocate(4).putInt(checksum).array());
        return this;
    }

    static byte[] varint(long value) {
        byte[] groups = {(byte) (value & 0x7F)};
        for (long rest = value >>> 7; rest > 0; rest >>>= 7) {
            groups = concat(new byte[] {(byte) ((rest & 0x7F) | 0x80)}, groups);
        }
        return groups;
    }

    /** CRC-32C (RFC 3720, appendix B.4) bit by bit. */
    static int crc32c(byte[] data) {
        int crc = -1;
        for (byte b : data) {
            crc ^= b & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                crc = (crc >>> 1) ^ (CASTAGNOLI_REVERSED & -(crc & 1));
            }
        }
        return ~crc;
    }

    static byte[] concat(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }
}
