package io.nacre.entropy;

/**
 * A fixed distribution over the integers {@code -S..S} and an escape: the form in which a model pack keeps the
 * histogram of one table row. Symbol {@code s + S} of the table is s, symbol {@code 2S + 1} the escape. After the
 * escape come {@code |s| - S - 1} through an {@link ExpGolomb} code, which the caller shares between tables, and one
 * plain bit that is 1 for a negative s.
 *
 * <p>Immutable and safe for use by many threads; the escape codes handed to it are not.
 */
public final class SignedTable {
    /** Largest magnitude that can be coded. An {@link ExpGolomb} of 15 covers all escapes. */
    public static final int MAX_MAGNITUDE = 32767;

    private final FrequencyTable table;
    private final int reach;

    /**
     * Makes the table of these frequencies.
     *
     * @param frequencies those of -S..S and last that of the escape, 2S + 2 in all; valid for {@link FrequencyTable#of}
     * @throws IllegalArgumentException if they are not, or their number is odd
     */
    public SignedTable(int[] frequencies) {
        if (frequencies.length % 2 != 0) {
            throw new IllegalArgumentException(frequencies.length + " frequencies, not 2 S + 2");
        }
        table = FrequencyTable.of(frequencies);
        reach = frequencies.length / 2 - 1;
    }

    /** S, the largest magnitude that needs no escape. */
    public int reach() {
        return reach;
    }

    /** The table over -S..S and the escape. */
    public FrequencyTable table() {
        return table;
    }

    /**
     * Codes {@code s}.
     *
     * @throws IllegalArgumentException if its magnitude is above {@link #MAX_MAGNITUDE} (nothing was coded then) or
     *     beyond what {@code escape} covers
     */
    public void encode(RangeEncoder encoder, int s, ExpGolomb escape) {
        if (s >= -reach && s <= reach) {
            encoder.encode(table, s + reach);
            return;
        }
        checkMagnitude(s);
        encoder.encode(table, escapeSymbol());
        escape.encode(encoder, Math.abs(s) - reach - 1);
        encoder.encodeBits(s < 0 ? 1 : 0, 1);
    }

    /**
     * Decodes a number.
     *
     * @return a number whose magnitude is at most {@link #MAX_MAGNITUDE}
     * @throws CorruptStreamException if it is larger, the stream has ended, or no encoder writes this
     */
    public int decode(RangeDecoder decoder, ExpGolomb escape) throws CorruptStreamException {
        int symbol = decoder.decode(table);
        if (symbol != escapeSymbol()) {
            return symbol - reach;
        }
        int magnitude = escape.decode(decoder) + reach + 1;
        if (magnitude > MAX_MAGNITUDE) {
            throw new CorruptStreamException("escaped magnitude " + magnitude + " above " + MAX_MAGNITUDE);
        }
        return decoder.decodeBits(1) == 1 ? -magnitude : magnitude;
    }

    /**
     * What {@code s} costs, in 1/65536 bit; for an escaped number with its Exp-Golomb bits counted as one bit each.
     *
     * @throws IllegalArgumentException if its magnitude is above {@link #MAX_MAGNITUDE}
     */
    public int costOf(int s) {
        if (s >= -reach && s <= reach) {
            return table.costOf(s + reach);
        }
        checkMagnitude(s);
        int bits = ExpGolomb.plainLength(Math.abs(s) - reach - 1) + 1;
        return table.costOf(escapeSymbol()) + (bits << FrequencyCost.FRACTION_BITS);
    }

    private int escapeSymbol() {
        return 2 * reach + 1;
    }

    private static void checkMagnitude(int s) {
        if (s < -MAX_MAGNITUDE || s > MAX_MAGNITUDE) {
            throw new IllegalArgumentException(s + " is beyond +-" + MAX_MAGNITUDE);
        }
    }
}
