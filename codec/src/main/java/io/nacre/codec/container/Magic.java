package io.nacre.codec.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The eight bytes that every file begins with. As in PNG (ISO/IEC 15948, 5.2) they have a top bit, letters, a CR LF, a
 * Ctrl-Z and a lone LF, so that transfers that aren't 8-bit clean leave their traces here.
 */
final class Magic {
    static final int LENGTH = 8;

    private static final byte[] BYTES = {(byte) 0x8B, 'N', 'C', 'R', '\r', '\n', 0x1A, '\n'};

    /** What such transfers make of the magic; top bits are cleared, since both kinds of damage can meet. */
    private static final List<String> DAMAGED = List.of(
            "\013NCR\r\n\032\n", // only the top bit lost
            "\013NCR\n\032\n", // CR LF to LF
            "\013NCR\r\032\r", // CR LF and LF to CR
            "\013NCR\r\n\032\r\n", // lone LF to CR LF
            "\013NCR\r\r\n\032\r\n", // every LF to CR LF
            "\013NCR\n\n\032\n", // CR to LF
            "\013NCR\r\r\032\r"); // LF to CR

    private static final int LONGEST_DAMAGED = 10;

    private Magic() {}

    static byte[] bytes() {
        return BYTES.clone();
    }

    static boolean begins(byte[] head) {
        return head.length >= LENGTH && Arrays.equals(head, 0, LENGTH, BYTES, 0, LENGTH);
    }

    /** Throws unless {@code file}, from index 0 to its limit, begins with the magic. */
    static void check(ByteBuffer file) throws FormatException {
        ByteBuffer start = file.slice(0, Math.min(file.limit(), LENGTH));
        ByteBuffer expected = ByteBuffer.wrap(BYTES);
        if (start.equals(expected)) {
            return;
        }
        if (start.limit() > 0 && start.equals(expected.limit(start.limit()))) {
            throw new FormatException("truncated: " + start.limit() + " bytes, not even the magic");
        }
        byte[] stripped = new byte[Math.min(file.limit(), LONGEST_DAMAGED)];
        for (int i = 0; i < stripped.length; i++) {
            stripped[i] = (byte) (file.get(i) & 0x7F);
        }
        String text = new String(stripped, StandardCharsets.ISO_8859_1);
        if (DAMAGED.stream().anyMatch(text::startsWith)) {
            throw new FormatException("damaged by a text-mode transfer; copy the file again in binary mode");
        }
        throw new FormatException("not a Nacre file");
    }
}
