package io.nacre.entropy;

import java.util.Objects;

/**
 * Reads what a {@link RangeEncoder} wrote. Any bytes give symbols or a {@link CorruptStreamException}; bytes that
 * decode and pass {@link #finish()} are those, and the only ones, that the encoder makes of the decoded symbols.
 *
 * <p>Symbols of probability 1 take nothing from the stream, so a caller has to bound the number of symbols by himself.
 *
 * <p>Not safe for use by more than one thread at a time. Decoding allocates nothing.
 */
public final class RangeDecoder {
    private final byte[] data;
    private final int end;
    private int position;
    /** How many zero bytes were read past the end. */
    private int virtualBytes;
    /** The number that the stream spells, less the low end of the encoder's interval. */
    private long code;

    private long range = RangeEncoder.STATE_MASK;

    /**
     * Makes a decoder of {@code length} bytes from {@code offset}. The array is not copied and must not change.
     *
     * @throws IndexOutOfBoundsException if that is not a part of the array
     */
    public RangeDecoder(byte[] data, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, data.length);
        this.data = data;
        position = offset;
        end = offset + length;
        for (int i = 0; i < RangeEncoder.STATE_BYTES; i++) {
            code = code << 8 | nextByte();
        }
    }

    /**
     * Decodes one symbol of {@code table}.
     *
     * @throws CorruptStreamException if the stream has ended, or no encoder writes this
     */
    public int decode(FrequencyTable table) throws CorruptStreamException {
        int symbol = table.find(value());
        narrow(table.low(symbol), table.frequency(symbol));
        return symbol;
    }

    /**
     * Decodes {@code count} plain bits.
     *
     * @param count 1..16
     * @return a number in 0..2^count-1
     * @throws IllegalArgumentException if {@code count} is outside 1..16
     * @throws CorruptStreamException if the stream has ended, or no encoder writes this
     */
    public int decodeBits(int count) throws CorruptStreamException {
        RangeEncoder.checkBitCount(count);
        int unusedBits = FrequencyTable.TOTAL_BITS - count;
        int bits = value() >>> unusedBits;
        narrow(bits << unusedBits, 1 << unusedBits);
        return bits;
    }

    /**
     * Checks that the stream ends here, as the encoder would have ended it.
     *
     * @throws CorruptStreamException if there is more data, or less, or it is not what the encoder writes
     */
    public void finish() throws CorruptStreamException {
        if (position < end) {
            throw new CorruptStreamException("trailing data: " + (end - position) + " bytes or more");
        }
        int realBytes = RangeEncoder.STATE_BYTES - virtualBytes;
        long tail = 0;
        for (int i = 0; i < RangeEncoder.STATE_BYTES; i++) {
            tail = tail << 8 | (i < realBytes ? data[end - realBytes + i] & 0xFF : 0);
        }
        long low = (tail - code) & RangeEncoder.STATE_MASK;
        long expected = RangeEncoder.shortestIn(low, range) & RangeEncoder.STATE_MASK;
        if (tail != expected || RangeEncoder.significantBytes(tail) != realBytes) {
            throw new CorruptStreamException("trailing data: the stream ends where its encoder would not");
        }
    }

    /** The value on the 16-bit scale that the next symbol owns; {@link #narrow} has to follow. */
    int value() throws CorruptStreamException {
        long value = code / (range >>> FrequencyTable.TOTAL_BITS);
        if (value >= FrequencyTable.TOTAL) {
            throw outside();
        }
        return (int) value;
    }

    /** Goes on to the interval of the symbol that owns {@link #value()}. */
    void narrow(int symbolLow, int frequency) throws CorruptStreamException {
        long unit = range >>> FrequencyTable.TOTAL_BITS;
        code -= unit * symbolLow;
        range = unit * frequency;
        renormalise();
    }

    /** Decodes a bit that is 1 with probability {@code frequencyOfOne / 65536} and then owns the lower values. */
    int decodeBit(int frequencyOfOne) throws CorruptStreamException {
        long unit = range >>> FrequencyTable.TOTAL_BITS;
        long bound = unit * frequencyOfOne;
        int bit;
        if (code < bound) {
            range = bound;
            bit = 1;
        } else {
            code -= bound;
            range = (unit << FrequencyTable.TOTAL_BITS) - bound;
            if (code >= range) {
                throw outside();
            }
            bit = 0;
        }
        renormalise();
        return bit;
    }

    private void renormalise() throws CorruptStreamException {
        if (range < RangeEncoder.MIN_RANGE) {
            range <<= RangeEncoder.EMITTED_BITS;
            code = code << RangeEncoder.EMITTED_BITS | nextPair();
        }
    }

    private int nextPair() throws CorruptStreamException {
        if (end - position >= 2) {
            int pair = (data[position] & 0xFF) << 8 | (data[position + 1] & 0xFF);
            position += 2;
            return pair;
        }
        int pair = nextByte() << 8 | nextByte();
        if (virtualBytes > RangeEncoder.STATE_BYTES) {
            throw new CorruptStreamException("the stream ends before its last symbol");
        }
        return pair;
    }

    private int nextByte() {
        if (position < end) {
            return data[position++] & 0xFF;
        }
        virtualBytes++;
        return 0;
    }

    private static CorruptStreamException outside() {
        return new CorruptStreamException("no symbol has this code");
    }
}
