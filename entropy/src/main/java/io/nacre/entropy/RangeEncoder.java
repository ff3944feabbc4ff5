package io.nacre.entropy;

import java.util.Arrays;

/**
 * Range encoder (G. N. N. Martin, "Range encoding: an algorithm for removing redundancy from a digitised message",
 * 1979) over distributions whose total is 2^16, with carry propagation (M. Schindler, "A fast renormalisation for
 * arithmetic coding", 1998).
 *
 * <p>The state is an interval {@code [low, low + range)} of 48-bit numbers with {@code 2^32 <= range < 2^48}. A symbol
 * narrows it to its share; when the range falls below 2^32, the two top bytes of {@code low} leave in big-endian order.
 * With 32 bits of range to spare over the 16 of the total, rounding costs less than 2^-16 of any symbol's interval.
 *
 * <p>Not safe for use by more than one thread at a time. Coding allocates only when the output buffer has to grow; it
 * holds up to 1 GiB, beyond which every method that codes throws {@link ArithmeticException}.
 */
public final class RangeEncoder {
    static final int STATE_BITS = 48;
    static final int STATE_BYTES = STATE_BITS / 8;
    static final long STATE_MASK = (1L << STATE_BITS) - 1;
    static final long MIN_RANGE = 1L << 32;
    static final int EMITTED_BITS = 16;

    /** Every range of at least 2^32 holds a number that ends in 32 zero bits. */
    private static final int MAX_END_BYTES = 2;

    private static final int INITIAL_CAPACITY = 1 << 12;

    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int position;
    private long low;
    private long range;

    /** Makes an encoder at the start of a stream. */
    public RangeEncoder() {
        reset();
    }

    /**
     * Codes one symbol.
     *
     * @throws IndexOutOfBoundsException if the table has no such symbol; nothing was coded then
     */
    public void encode(FrequencyTable table, int symbol) {
        int frequency = table.frequency(symbol);
        narrow(table.low(symbol), frequency);
    }

    /**
     * Codes the symbol that owns the values {@code low..low+frequency-1} of the 16-bit scale, of a distribution that
     * the caller keeps.
     *
     * @throws IllegalArgumentException if that is not a part of 0..65535, or empty; nothing was coded then
     */
    public void encode(int low, int frequency) {
        if (low < 0 || frequency < 1 || frequency > FrequencyTable.TOTAL - low) {
            throw new IllegalArgumentException("interval of " + frequency + " from " + low + " on a scale of 2^16");
        }
        narrow(low, frequency);
    }

    /**
     * Codes the {@code count} low bits of {@code value} as they are, one bit each.
     *
     * @param count 1..16
     * @throws IllegalArgumentException if {@code count} is outside that, or {@code value} outside 0..2^count-1
     */
    public void encodeBits(int value, int count) {
        checkBitCount(count);
        if (value >>> count != 0) {
            throw new IllegalArgumentException(value + " does not fit into " + count + " bits");
        }
        int unusedBits = FrequencyTable.TOTAL_BITS - count;
        narrow(value << unusedBits, 1 << unusedBits);
    }

    /** The number of bytes that the stream would have if it were finished now, or up to two more. */
    public long size() {
        return (long) position + MAX_END_BYTES;
    }

    /**
     * Ends the stream and returns its bytes, which may be none. The encoder is then at the start of a new stream.
     *
     * <p>Of all numbers of the last interval the one with the most trailing zero bits is written, without its trailing
     * zero bytes (the decoder reads zeros past the end), so the end costs at most two bytes.
     */
    public byte[] finish() {
        long value = shortestIn(low, range);
        if (value > STATE_MASK) {
            propagateCarry();
        }
        int count = significantBytes(value);
        ensureRoom(count);
        for (int i = 0; i < count; i++) {
            buffer[position + i] = (byte) (value >>> (8 * (STATE_BYTES - 1 - i)));
        }
        byte[] stream = Arrays.copyOf(buffer, position + count);
        reset();
        return stream;
    }

    /** Forgets what was coded and starts a new stream. The buffer is kept. */
    public void reset() {
        position = 0;
        low = 0;
        range = STATE_MASK;
    }

    /** The number in {@code [low, low + range)} with the most trailing zero bits; bit 48 may be set (a carry). */
    static long shortestIn(long low, long range) {
        for (int zeros = STATE_BITS; ; zeros--) {
            long below = (1L << zeros) - 1;
            long candidate = (low + below) & ~below;
            if (candidate - low < range) {
                return candidate;
            }
        }
    }

    /** How many of the six bytes of {@code value} are left without the zero bytes at its end. */
    static int significantBytes(long value) {
        long state = value & STATE_MASK;
        return state == 0 ? 0 : STATE_BYTES - Long.numberOfTrailingZeros(state) / 8;
    }

    static void checkBitCount(int count) {
        if (count < 1 || count > FrequencyTable.TOTAL_BITS) {
            throw new IllegalArgumentException(count + " bits, not 1.." + FrequencyTable.TOTAL_BITS);
        }
    }

    private void narrow(int symbolLow, int frequency) {
        long unit = range >>> FrequencyTable.TOTAL_BITS;
        long newLow = low + unit * symbolLow;
        long newRange = unit * frequency;
        if (newLow > STATE_MASK) {
            propagateCarry();
            newLow &= STATE_MASK;
        }
        // A frequency of 1 leaves at least 2^16, so one step always suffices.
        if (newRange < MIN_RANGE) {
            emitTop(newLow);
            newLow = (newLow << EMITTED_BITS) & STATE_MASK;
            newRange <<= EMITTED_BITS;
        }
        low = newLow;
        range = newRange;
    }

    private void emitTop(long state) {
        ensureRoom(2);
        buffer[position] = (byte) (state >>> 40);
        buffer[position + 1] = (byte) (state >>> 32);
        position += 2;
    }

    /** Adds one to the number already written. It never overflows: the whole stream is a fraction below 1. */
    private void propagateCarry() {
        int index = position - 1;
        while (++buffer[index] == 0) {
            index--;
        }
    }

    private void ensureRoom(int count) {
        if (count > buffer.length - position) {
            buffer = Arrays.copyOf(buffer, Math.multiplyExact(buffer.length, 2));
        }
    }
}
