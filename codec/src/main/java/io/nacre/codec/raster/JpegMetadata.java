package io.nacre.codec.raster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/** Puts EXIF, XMP and ICC segments into finished JPEG data (CIPA DC-008, ISO 16684-3, ICC.1 annex B.4). */
final class JpegMetadata {
    private static final int APP1 = 0xE1;
    private static final int APP2 = 0xE2;
    /** Bytes of a segment beside its marker and length. */
    private static final int MAX_PAYLOAD = 65535 - 2;

    private static final int SOI_BYTES = 2;

    private JpegMetadata() {}

    /**
     * Writes a JPEG file with metadata behind its JFIF segment.
     *
     * @param notes receives what did not fit
     */
    static void write(byte[] jpeg, Metadata metadata, OutputStream out, List<String> notes) throws IOException {
        // The JDK's writer puts a JFIF segment first, which must stay there.
        int head = SOI_BYTES + 2 + ByteBuffer.wrap(jpeg).getShort(SOI_BYTES + 2);
        out.write(jpeg, 0, head);
        writeApp1(JpegScanner.EXIF, metadata.exif(), "EXIF", out, notes);
        writeApp1(JpegScanner.XMP, metadata.xmp(), "XMP", out, notes);
        writeProfile(metadata.icc(), out, notes);
        out.write(jpeg, head, jpeg.length - head);
    }

    private static void writeApp1(String signature, byte[] block, String name, OutputStream out, List<String> notes)
            throws IOException {
        if (block == null) {
            return;
        }
        if (block.length > MAX_PAYLOAD - signature.length()) {
            notes.add(name + " of " + block.length + " bytes left out: too long for JPEG");
            return;
        }
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes(signature.getBytes(ISO_8859_1));
        payload.writeBytes(block);
        writeSegment(APP1, payload.toByteArray(), out);
    }

    private static void writeProfile(byte[] profile, OutputStream out, List<String> notes) throws IOException {
        if (profile == null) {
            return;
        }
        int partBytes = MAX_PAYLOAD - JpegScanner.ICC.length() - 2;
        int parts = (profile.length + partBytes - 1) / partBytes;
        if (parts > 255) {
            notes.add("ICC profile of " + profile.length + " bytes left out: too long for JPEG");
            return;
        }
        for (int part = 0; part < parts; part++) {
            ByteArrayOutputStream payload = new ByteArrayOutputStream();
            payload.writeBytes(JpegScanner.ICC.getBytes(ISO_8859_1));
            payload.write(part + 1);
            payload.write(parts);
            int from = part * partBytes;
            payload.writeBytes(Arrays.copyOfRange(profile, from, Math.min(from + partBytes, profile.length)));
            writeSegment(APP2, payload.toByteArray(), out);
        }
    }

    private static void writeSegment(int marker, byte[] payload, OutputStream out) throws IOException {
        int length = payload.length + 2;
        out.write(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
        out.write(payload);
    }
}
