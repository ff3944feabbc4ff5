package io.nacre.codec.pcm;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/**
 * The bits of FLAC frames, most significant first, with the CRC-16 (polynomial x^16 + x^15 + x^2 + 1, RFC 9639 section
 * 9.3) of all bytes since the frame began. All methods throw {@link EOFException} where the file ends before.
 */
final class FlacBits {
    private static final int BUFFER = 1 << 15;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final char[] CRC = crcTable();

    private final InputStream in;
    private final byte[] buffer = new byte[BUFFER];
    private int end; // of the bytes in the buffer
    private int next; // the first byte that is not counted in the cache
    private long cache; // unread bits from the highest down; bits after those that count are right already, or 0
    private int cached; // bits that count
    private int summed; // up to where the checksum reaches
    private int crc;

    FlacBits(InputStream in) {
        this.in = in;
    }

    private static char[] crcTable() {
        char[] table = new char[256];
        for (int i = 0; i < table.length; i++) {
            int remainder = i << 8;
            for (int bit = 0; bit < 8; bit++) {
                remainder = (remainder << 1) ^ ((remainder & 0x8000) != 0 ? 0x8005 : 0);
            }
            table[i] = (char) remainder;
        }
        return table;
    }

    /** The next bytes, which stay to be read; fewer than asked only before the end. Only between frames. */
    byte[] peek(int count) throws IOException {
        while (end - position() < count && load()) {
            // one call of the stream may give less than is needed
        }
        return Arrays.copyOfRange(buffer, position(), Math.min(end, position() + count));
    }

    /** The first byte of which no bit was read. */
    private int position() {
        return next - (cached >> 3);
    }

    /** An unsigned number of 1 to 33 bits. */
    long read(int count) throws IOException {
        need(count);
        long value = cache >>> (Long.SIZE - count);
        drop(count);
        return value;
    }

    /** A number of 1 to 33 bits in two's complement. */
    long readSigned(int count) throws IOException {
        need(count);
        long value = cache >> (Long.SIZE - count);
        drop(count);
        return value;
    }

    /** Zeros before the next one, all of which are passed over. */
    long readUnary() throws IOException {
        long zeros = 0;
        need(1);
        while (cache >>> (Long.SIZE - cached) == 0) {
            zeros += cached;
            drop(cached);
            need(1);
        }
        int last = Long.numberOfLeadingZeros(cache);
        drop(last + 1);
        return zeros + last;
    }

    /**
     * Reads numbers of a Rice code (RFC 9639 section 9.2.7.2).
     *
     * @param parameter bits that stand as they are, 0 to 30
     * @param target receives them from {@code from} to before {@code to}
     */
    void readRice(int parameter, long[] target, int from, int to) throws IOException {
        for (int i = from; i < to; i++) {
            fill();
            int zeros = Long.numberOfLeadingZeros(cache);
            int length = zeros + 1 + parameter;
            long folded;
            if (length <= cached) {
                // The shift by one apart makes a parameter of 0 give 0.
                folded = ((long) zeros << parameter) | (cache << (zeros + 1) >>> 1 >>> (Long.SIZE - 1 - parameter));
                drop(length);
            } else {
                folded = readLongRice(parameter);
            }
            target[i] = (folded >>> 1) ^ -(folded & 1);
        }
    }

    private long readLongRice(int parameter) throws IOException {
        long high = readUnary();
        long folded = (high << parameter) | (parameter == 0 ? 0 : read(parameter));
        if (high > 0xFFFF_FFFFL || folded > 0xFFFF_FFFEL) {
            throw new FlacDamageException("a residual of more than 32 bits");
        }
        return folded;
    }

    /** Passes over the rest of a byte and the checksum of the frame. True if that was right; the next frame begins. */
    boolean endFrame() throws IOException {
        drop(cached & 7);
        read(Short.SIZE);
        sum(position());
        boolean right = crc == 0; // the remainder of a message with its checksum
        crc = 0;
        return right;
    }

    private void drop(int bits) {
        cache <<= bits;
        cached -= bits;
    }

    private void need(int bits) throws IOException {
        if (cached < bits) {
            fill();
            if (cached < bits) {
                throw new EOFException();
            }
        }
    }

    /** Caches at least 56 bits, fewer only before the end. */
    private void fill() throws IOException {
        if (end - next >= Long.BYTES) {
            cache |= (long) LONGS.get(buffer, next) >>> cached;
            next += (Long.SIZE - 1 - cached) >> 3;
            cached |= Long.SIZE - 8;
        } else {
            fillSlowly();
        }
    }

    private void fillSlowly() throws IOException {
        while (cached < Long.SIZE - 8 && (next < end || load())) {
            cache |= (buffer[next++] & 0xFFL) << (Long.SIZE - 8 - cached);
            cached += 8;
        }
    }

    /** Reads on, keeping the bytes in the cache, since checksums may end before them. False at the end of the file. */
    private boolean load() throws IOException {
        int keep = Math.max(0, next - Long.BYTES);
        if (summed < keep) {
            sum(keep);
        }
        System.arraycopy(buffer, keep, buffer, 0, end - keep);
        end -= keep;
        next -= keep;
        summed -= keep;
        int count = in.read(buffer, end, BUFFER - end);
        end += Math.max(0, count);
        return count > 0;
    }

    private void sum(int to) {
        int remainder = crc;
        for (int i = summed; i < to; i++) {
            remainder = ((remainder << 8) & 0xFFFF) ^ CRC[(remainder >> 8) ^ (buffer[i] & 0xFF)];
        }
        crc = remainder;
        summed = to;
    }
}
