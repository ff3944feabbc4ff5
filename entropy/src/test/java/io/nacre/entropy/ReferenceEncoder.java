package io.nacre.entropy;

import java.math.BigInteger;
import java.util.Arrays;

/** The range coder's definition in unbounded integers: no carries, no buffer, nothing shared with the encoder. */
final class ReferenceEncoder {
    private BigInteger low = BigInteger.ZERO;
    private long range = 0xFFFF_FFFF_FFFFL;
    private int emitted;

    void encode(int symbolLow, int frequency) {
        long unit = range / 65536;
        low = low.add(BigInteger.valueOf(unit * symbolLow));
        range = unit * frequency;
        if (range < 0x1_0000_0000L) {
            low = low.shiftLeft(16);
            range <<= 16;
            emitted += 2;
        }
    }

    /** The low end of the interval, in as many bytes as the decoder has read. */
    byte[] low() {
        return bytesOf(low);
    }

    byte[] finish() {
        BigInteger end = low.add(BigInteger.valueOf(range));
        BigInteger value = low;
        for (int zeros = 48; zeros >= 0; zeros--) {
            BigInteger unit = BigInteger.ONE.shiftLeft(zeros);
            BigInteger rounded =
                    low.add(unit).subtract(BigInteger.ONE).divide(unit).multiply(unit);
            if (rounded.compareTo(end) < 0) {
                value = rounded;
                break;
            }
        }
        byte[] bytes = bytesOf(value);
        int length = bytes.length;
        while (length > emitted && bytes[length - 1] == 0) {
            length--;
        }
        return Arrays.copyOf(bytes, length);
    }

    private byte[] bytesOf(BigInteger number) {
        byte[] bytes = new byte[emitted + 6];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = number.shiftRight(8 * (bytes.length - 1 - i)).byteValue();
        }
        return bytes;
    }
}
