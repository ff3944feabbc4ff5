package io.nacre.codec.pcm;

import java.util.ArrayList;
import java.util.List;

/** A FLAC file (RFC 9639), written bit by bit. */
final class FlacFile {
    private final List<Boolean> bits = new ArrayList<>();
    private final int channels;
    private final int sampleBits;
    private int blocks;

    FlacFile(int rate, int channels, int sampleBits, int blockSize, long frames) {
        this.channels = channels;
        this.sampleBits = sampleBits;
        put(32, 0x664C6143);
        put(8, 0);
        put(24, 34);
        put(16, blockSize).put(16, blockSize).put(24, 0).put(24, 0);
        put(20, rate).put(3, channels - 1).put(5, sampleBits - 1).put(36, frames);
        put(64, 0).put(64, 0);
        put(8, 0x81); // the last block of metadata: padding
        put(24, 5);
        put(40, 0);
    }

    FlacFile put(int count, long value) {
        for (int i = count - 1; i >= 0; i--) {
            bits.add((value >> i & 1) != 0);
        }
        return this;
    }

    /** A block of samples {@code [channel][frame]}, whose lowest bits, as many as said, are known to be 0. */
    FlacFile block(int[][] samples, int wastedBits) {
        return frame(channels - 1, 0, samples[0].length, () -> {
            for (int[] channel : samples) {
                put(7, 1).put(1, wastedBits > 0 ? 1 : 0);
                if (wastedBits > 0) {
                    put(wastedBits, 1);
                }
                for (int sample : channel) {
                    put(sampleBits - wastedBits, sample >> wastedBits);
                }
            }
        });
    }

    /**
     * A frame.
     *
     * @param assignment of channels, as in the header
     * @param bitsCode for the bits of a sample, as in the header
     * @param subframes puts the samples of all channels
     */
    FlacFile frame(int assignment, int bitsCode, int blockSize, Runnable subframes) {
        int start = bits.size();
        put(16, 0xFFF8);
        put(4, 7).put(4, 0); // size in 16 bits below, rate as before
        put(4, assignment).put(3, bitsCode).put(1, 0);
        put(8, blocks++);
        put(16, blockSize - 1);
        put(8, crc(start, 8, 0x07));
        subframes.run();
        while (bits.size() % 8 != 0) {
            put(1, 0);
        }
        return put(16, crc(start, 16, 0x8005));
    }

    /** A number in unary: zeros and a one. */
    FlacFile putUnary(long value) {
        for (long i = 0; i < value; i++) {
            put(1, 0);
        }
        return put(1, 1);
    }

    /** Checksum of what was put since {@code start}, by long division. */
    private int crc(int start, int width, int polynomial) {
        int remainder = 0;
        for (int i = start; i < bits.size(); i++) {
            boolean carry = (remainder >> (width - 1) & 1) != 0;
            remainder = (remainder << 1) & ((1 << width) - 1);
            if (carry != bits.get(i)) {
                remainder ^= polynomial;
            }
        }
        return remainder;
    }

    byte[] toArray() {
        byte[] bytes = new byte[bits.size() / 8];
        for (int i = 0; i < bits.size(); i++) {
            if (bits.get(i)) {
                bytes[i / 8] |= (byte) (0x80 >> i % 8);
            }
        }
        return bytes;
    }
}
