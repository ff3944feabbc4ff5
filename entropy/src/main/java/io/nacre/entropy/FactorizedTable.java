package io.nacre.entropy;

/**
 * A fixed distribution over a window of n integers from {@code lo} and an escape for the other integers of
 * {@code min..max}. Symbol {@code value - lo} of the table is a value of the window, symbol n the escape. After the
 * escape comes the place of the value among those of {@code min..max} outside the window, counted upwards from 0, in
 * as many plain bits as the largest such place has.
 *
 * <p>Named after the factorised prior of J. Balle et al., "Variational image compression with a scale hyperprior",
 * 2018: one such table for each channel of the hyper-latent.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FactorizedTable {
    private final FrequencyTable table;
    private final int lo;
    private final int window;
    private final int min;
    private final int max;
    /** How many values of min..max lie outside the window. */
    private final int outside;

    private final int escapeBits;

    /**
     * Makes the table of these frequencies.
     *
     * @param lo first integer of the window
     * @param frequencies those of the window's n integers and last that of the escape; at least two, and valid for
     *     {@link FrequencyTable#of}
     * @param min smallest integer that can be coded
     * @param max largest integer that can be coded
     * @throws IllegalArgumentException if the frequencies are not valid, the window is not within {@code min..max}, or
     *     that holds more than 65536 integers
     */
    public FactorizedTable(int lo, int[] frequencies, int min, int max) {
        if (frequencies.length < 2) {
            throw new IllegalArgumentException("a window needs one frequency and one for the escape");
        }
        table = FrequencyTable.of(frequencies);
        window = frequencies.length - 1;
        long span = (long) max - min + 1;
        if (lo < min || (long) lo + window - 1 > max || span > FrequencyTable.TOTAL) {
            throw new IllegalArgumentException("window of " + window + " from " + lo + " within " + min + ".." + max);
        }
        this.lo = lo;
        this.min = min;
        this.max = max;
        outside = (int) span - window;
        escapeBits = outside < 2 ? 0 : Integer.SIZE - Integer.numberOfLeadingZeros(outside - 1);
    }

    /**
     * Codes {@code value}.
     *
     * @throws IllegalArgumentException if it is outside {@code min..max}; nothing was coded then
     */
    public void encode(RangeEncoder encoder, int value) {
        checkValue(value);
        int symbol = symbolOf(value);
        encoder.encode(table, symbol);
        if (symbol == window && escapeBits > 0) {
            encoder.encodeBits(value < lo ? value - min : value - min - window, escapeBits);
        }
    }

    /**
     * Decodes a value.
     *
     * @return {@code min..max}
     * @throws CorruptStreamException if an escape leads nowhere, the stream has ended, or no encoder writes this
     */
    public int decode(RangeDecoder decoder) throws CorruptStreamException {
        int symbol = decoder.decode(table);
        if (symbol < window) {
            return lo + symbol;
        }
        int place = escapeBits > 0 ? decoder.decodeBits(escapeBits) : 0;
        if (place >= outside) {
            throw new CorruptStreamException("escaped value " + place + " of " + outside);
        }
        return place < lo - min ? min + place : min + place + window;
    }

    /**
     * What {@code value} costs, in 1/65536 bit.
     *
     * @throws IllegalArgumentException if it is outside {@code min..max}
     */
    public int costOf(int value) {
        checkValue(value);
        int symbol = symbolOf(value);
        return table.costOf(symbol) + (symbol == window ? escapeBits << FrequencyCost.FRACTION_BITS : 0);
    }

    private int symbolOf(int value) {
        int symbol = value - lo;
        return symbol >= 0 && symbol < window ? symbol : window;
    }

    private void checkValue(int value) {
        if (value < min || value > max) {
            throw new IllegalArgumentException(value + " is outside " + min + ".." + max);
        }
    }
}
