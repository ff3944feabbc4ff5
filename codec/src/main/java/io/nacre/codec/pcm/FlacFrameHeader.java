package io.nacre.codec.pcm;

import java.io.EOFException;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;

/**
 * Header of a FLAC frame (RFC 9639 section 9.1).
 *
 * @param bytes of the header with its checksum
 * @param blockSize samples of each channel, 1 to 65535
 * @param sampleRate Hz; 0 if it is the stream's
 * @param channels 1 to 8
 * @param stereo how two channels are told from each other
 * @param bits of a sample; 0 if they are the stream's
 */
record FlacFrameHeader(int bytes, int blockSize, int sampleRate, int channels, Stereo stereo, int bits) {
    /** The most bytes of a header. */
    static final int MAX_BYTES = 16;

    /** Two channels: each by itself, or one of them, or their mean, with their difference. */
    enum Stereo {
        INDEPENDENT,
        LEFT_SIDE,
        SIDE_RIGHT,
        MID_SIDE
    }

    private static final int[] RATES = {
        0, 88_200, 176_400, 192_000, 8000, 16_000, 22_050, 24_000, 32_000, 44_100, 48_000, 96_000
    };
    private static final int[] BITS = {0, 8, 12, -1, 16, 20, 24, 32};

    /**
     * Parses a header.
     *
     * @param head bytes of the file from the header on, {@link #MAX_BYTES} or as many as there are
     * @throws EOFException if the file ends within it
     * @throws FlacDamageException if it is none, or damaged
     */
    static FlacFrameHeader parse(byte[] head) throws IOException {
        try {
            return parse(head, ByteBuffer.wrap(head));
        } catch (BufferUnderflowException e) {
            throw new EOFException();
        }
    }

    private static FlacFrameHeader parse(byte[] head, ByteBuffer in) throws FlacDamageException {
        // The last bit says whether blocks are numbered, or their samples: no matter when reading from start to end.
        check((in.getShort() & 0xFFFE) == 0xFFF8, "no synchronisation");
        int sizes = in.get() & 0xFF;
        int kinds = in.get() & 0xFF;
        skipNumber(in);
        int blockSize = blockSize(sizes >> 4, in);
        int rate = sampleRate(sizes & 15, in);
        int assignment = kinds >> 4;
        int bits = BITS[kinds >> 1 & 7];
        check(assignment <= 10 && bits >= 0 && (kinds & 1) == 0, "a reserved value");
        int length = in.position();
        check(crc8(head, length) == in.get(), "wrong checksum of a header");
        Stereo stereo = assignment < 8 ? Stereo.INDEPENDENT : Stereo.values()[assignment - 7];
        return new FlacFrameHeader(length + 1, blockSize, rate, assignment < 8 ? assignment + 1 : 2, stereo, bits);
    }

    private static void check(boolean right, String otherwise) throws FlacDamageException {
        if (!right) {
            throw new FlacDamageException(otherwise);
        }
    }

    /** The block's number, of up to 36 bits in UTF-8 as it was before it was cut to 21. */
    private static void skipNumber(ByteBuffer in) throws FlacDamageException {
        int ones = Integer.numberOfLeadingZeros(~(in.get() << 24));
        check(ones != 1 && ones < 8, "a wrong number of a block");
        for (int i = 1; i < ones; i++) {
            check((in.get() & 0xC0) == 0x80, "a wrong number of a block");
        }
    }

    private static int blockSize(int code, ByteBuffer in) throws FlacDamageException {
        int size = switch (code) {
            case 0 -> 0;
            case 1 -> 192;
            case 2, 3, 4, 5 -> 144 << code;
            case 6 -> (in.get() & 0xFF) + 1;
            case 7 -> (in.getShort() & 0xFFFF) + 1;
            default -> 1 << code;
        };
        check(size >= 1 && size <= 0xFFFF, "a reserved size of a block");
        return size;
    }

    private static int sampleRate(int code, ByteBuffer in) throws FlacDamageException {
        check(code < 15, "a reserved sample rate");
        return switch (code) {
            case 12 -> (in.get() & 0xFF) * 1000;
            case 13 -> in.getShort() & 0xFFFF;
            case 14 -> (in.getShort() & 0xFFFF) * 10;
            default -> RATES[code];
        };
    }

    /** CRC-8 with the polynomial x^8 + x^2 + x + 1. */
    private static byte crc8(byte[] bytes, int count) {
        int remainder = 0;
        for (int i = 0; i < count; i++) {
            remainder ^= bytes[i] & 0xFF;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder << 1) ^ ((remainder & 0x80) != 0 ? 0x107 : 0);
            }
        }
        return (byte) remainder;
    }
}
