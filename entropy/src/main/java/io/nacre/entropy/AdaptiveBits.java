package io.nacre.entropy;

import java.util.Arrays;

/**
 * Adaptive probabilities of single bits, one for each of a fixed number of contexts. A context's probability of a one
 * is the mean of two estimates that follow the bits at rates 1/16 and 1/128, as the two-window estimators of H.266 do
 * (ITU-T H.266 (08/2020), section 9.3.4.3); both start at 1/2.
 *
 * <p>Encoder and decoder each keep an object of their own and pass through the same states. Not safe for use by more
 * than one thread at a time.
 */
public final class AdaptiveBits {
    private static final int FAST_SHIFT = 4;
    private static final int SLOW_SHIFT = 7;
    private static final int FAST_MASK = (1 << FAST_SHIFT) - 1;
    private static final int SLOW_MASK = (1 << SLOW_SHIFT) - 1;

    /**
     * Estimates on the 16-bit scale, fast and slow of one context side by side. A shift of s keeps them in
     * 2^s-1..2^16-2^s+1, so a bit has a frequency of at least (15 + 127) / 2 = 71 without a clamp.
     */
    private final char[] estimates;

    /**
     * Makes the states.
     *
     * @param contexts their number, at least 1
     */
    public AdaptiveBits(int contexts) {
        if (contexts < 1 || contexts > Integer.MAX_VALUE / 4) {
            throw new IllegalArgumentException(contexts + " contexts");
        }
        estimates = new char[2 * contexts];
        reset();
    }

    /**
     * Codes {@code bit} (0 or 1) in {@code context} and learns from it.
     *
     * @throws IndexOutOfBoundsException if there is no such context
     * @throws IllegalArgumentException if {@code bit} is neither 0 nor 1
     */
    public void encode(RangeEncoder encoder, int context, int bit) {
        if (bit >>> 1 != 0) {
            throw new IllegalArgumentException("bit " + bit);
        }
        int one = frequencyOfOne(context);
        // Free of branches, as in learn: the bit is hard to guess.
        int ifZero = bit - 1;
        encoder.encode(one & ifZero, one + ((FrequencyTable.TOTAL - 2 * one) & ifZero));
        learn(context, bit);
    }

    /**
     * Decodes a bit in {@code context} and learns from it.
     *
     * @throws IndexOutOfBoundsException if there is no such context
     * @throws CorruptStreamException if the stream has ended, or no encoder writes this
     */
    public int decode(RangeDecoder decoder, int context) throws CorruptStreamException {
        int bit = decoder.decodeBit(frequencyOfOne(context));
        learn(context, bit);
        return bit;
    }

    /** What {@code bit} would cost in {@code context} now, in 1/65536 bit. */
    public int costOf(int context, int bit) {
        int one = frequencyOfOne(context);
        return FrequencyCost.of(bit == 1 ? one : FrequencyTable.TOTAL - one);
    }

    /** Forgets what was learned. */
    public void reset() {
        Arrays.fill(estimates, (char) (FrequencyTable.TOTAL / 2));
    }

    private int frequencyOfOne(int context) {
        return (estimates[2 * context] + estimates[2 * context + 1]) >>> 1;
    }

    /** Moves both estimates towards the bit by steps that are rounded towards zero. */
    private void learn(int context, int bit) {
        int fast = estimates[2 * context];
        int slow = estimates[2 * context + 1];
        int ifOne = -bit;
        fast += (((ifOne & FrequencyTable.TOTAL) | (~ifOne & FAST_MASK)) - fast) >> FAST_SHIFT;
        slow += (((ifOne & FrequencyTable.TOTAL) | (~ifOne & SLOW_MASK)) - slow) >> SLOW_SHIFT;
        estimates[2 * context] = (char) fast;
        estimates[2 * context + 1] = (char) slow;
    }
}
