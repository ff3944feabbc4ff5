package io.nacre.entropy;

/**
 * Exp-Golomb codes of order 0 (J. Teuhola, "A compression method for clustered bit-vectors", 1978) with adaptive bits,
 * for numbers that are mostly small and have no table. A value v is written as the bit length less one of v + 1 in
 * unary (ones, then a zero; one adaptive context for each place), then the bits of v + 1 below its leading one, from
 * the top: the first in an adaptive context of that length, the others plain.
 *
 * <p>Encoder and decoder each keep an object of their own and pass through the same states. Not safe for use by more
 * than one thread at a time.
 */
public final class ExpGolomb {
    private static final int MAX_PREFIX = 24;

    private final int maxPrefix;
    private final AdaptiveBits bits;

    /**
     * Makes a code for the values 0..2^maxPrefix-2.
     *
     * @param maxPrefix the bit length of the largest value + 1, 1..24
     */
    public ExpGolomb(int maxPrefix) {
        if (maxPrefix < 1 || maxPrefix > MAX_PREFIX) {
            throw new IllegalArgumentException("prefix of " + maxPrefix + ", not 1.." + MAX_PREFIX);
        }
        this.maxPrefix = maxPrefix;
        bits = new AdaptiveBits(2 * maxPrefix);
    }

    /**
     * Codes {@code value}.
     *
     * @throws IllegalArgumentException if it is outside 0..2^maxPrefix-2; nothing was coded then
     */
    public void encode(RangeEncoder encoder, int value) {
        if (value < 0 || value > (1 << maxPrefix) - 2) {
            throw new IllegalArgumentException(value + " is outside 0.." + ((1 << maxPrefix) - 2));
        }
        int length = lengthOf(value);
        for (int i = 0; i < length; i++) {
            bits.encode(encoder, i, 1);
        }
        bits.encode(encoder, length, 0);
        if (length == 0) {
            return;
        }
        int suffix = value + 1;
        int left = length - 1;
        bits.encode(encoder, maxPrefix + length, suffix >>> left & 1);
        while (left > 0) {
            int count = Math.min(left, FrequencyTable.TOTAL_BITS);
            left -= count;
            encoder.encodeBits(suffix >>> left & (1 << count) - 1, count);
        }
    }

    /**
     * Decodes a value.
     *
     * @return 0..2^maxPrefix-2
     * @throws CorruptStreamException if the prefix has no end within its bound, the stream has ended, or no encoder
     *     writes this
     */
    public int decode(RangeDecoder decoder) throws CorruptStreamException {
        int length = 0;
        while (bits.decode(decoder, length) == 1) {
            if (++length == maxPrefix) {
                throw new CorruptStreamException("Exp-Golomb prefix longer than " + (maxPrefix - 1));
            }
        }
        if (length == 0) {
            return 0;
        }
        int suffix = 2 | bits.decode(decoder, maxPrefix + length);
        int left = length - 1;
        while (left > 0) {
            int count = Math.min(left, FrequencyTable.TOTAL_BITS);
            left -= count;
            suffix = suffix << count | decoder.decodeBits(count);
        }
        return suffix - 1;
    }

    /** Forgets what was learned. */
    public void reset() {
        bits.reset();
    }

    /** What {@code value} costs before anything is learned, in bits: one for each binary decision. */
    static int plainLength(int value) {
        return 2 * lengthOf(value) + 1;
    }

    private static int lengthOf(int value) {
        return Integer.SIZE - 1 - Integer.numberOfLeadingZeros(value + 1);
    }
}
