package io.nacre.entropy;

import java.util.Arrays;

/**
 * A distribution over a fixed number of symbols that is learned while coding: integer counts, halved when their sum
 * would pass 2^16, kept in a binary indexed tree (P. M. Fenwick, "A new data structure for cumulative frequency
 * tables", 1994), so a symbol takes O(log n) steps, and a halving O(n) once in some thousand symbols.
 *
 * <p>The coder wants a total of 2^16. With {@code C(s)} the sum of the counts below symbol s and T that of all, symbol
 * s begins at {@code floor(C(s) * 2^16 / T)}. As T is at most 2^16 and each count at least 1, these bounds rise by at
 * least 1 from symbol to symbol. The decoder inverts them without rounding: {@code floor(C * 2^16 / T) <= v} holds
 * exactly for {@code C <= floor(((v + 1) * T - 1) / 2^16)}.
 *
 * <p>Encoder and decoder each keep an object of their own and pass through the same states. Not safe for use by more
 * than one thread at a time.
 */
public final class AdaptiveModel {
    /** Largest number of symbols. */
    public static final int MAX_SYMBOLS = 1024;

    private static final int INCREMENT = 32;
    private static final int MAX_TOTAL = FrequencyTable.TOTAL;

    private final int[] counts;
    /** Entry i, from 1, holds the sum of the counts of symbols i - lowestBit(i) to i - 1. */
    private final int[] tree;

    private int total;

    /**
     * Makes a model in which all symbols are alike.
     *
     * @param symbols their number, 2..{@link #MAX_SYMBOLS}
     */
    public AdaptiveModel(int symbols) {
        if (symbols < 2 || symbols > MAX_SYMBOLS) {
            throw new IllegalArgumentException(symbols + " symbols, not 2.." + MAX_SYMBOLS);
        }
        counts = new int[symbols];
        tree = new int[symbols + 1];
        reset();
    }

    /**
     * Codes {@code symbol} and learns from it.
     *
     * @throws IndexOutOfBoundsException if there is no such symbol; nothing was coded then
     */
    public void encode(RangeEncoder encoder, int symbol) {
        int count = counts[symbol];
        int below = countBelow(symbol);
        int low = scaled(below);
        encoder.encode(low, scaled(below + count) - low);
        learn(symbol);
    }

    /**
     * Decodes a symbol and learns from it.
     *
     * @throws CorruptStreamException if the stream has ended, or no encoder writes this
     */
    public int decode(RangeDecoder decoder) throws CorruptStreamException {
        int rest = (int) (((decoder.value() + 1L) * total - 1) >>> FrequencyTable.TOTAL_BITS);
        int target = rest;
        int symbol = 0;
        for (int step = Integer.highestOneBit(counts.length); step > 0; step >>= 1) {
            int next = symbol + step;
            if (next < tree.length && tree[next] <= rest) {
                rest -= tree[next];
                symbol = next;
            }
        }
        int below = target - rest;
        int low = scaled(below);
        decoder.narrow(low, scaled(below + counts[symbol]) - low);
        learn(symbol);
        return symbol;
    }

    /** Forgets what was learned. */
    public void reset() {
        Arrays.fill(counts, 1);
        rebuild();
    }

    private int scaled(int count) {
        return (int) (((long) count << FrequencyTable.TOTAL_BITS) / total);
    }

    private int countBelow(int symbol) {
        int sum = 0;
        for (int i = symbol; i > 0; i &= i - 1) {
            sum += tree[i];
        }
        return sum;
    }

    private void learn(int symbol) {
        if (total + INCREMENT > MAX_TOTAL) {
            for (int i = 0; i < counts.length; i++) {
                counts[i] = (counts[i] + 1) >> 1;
            }
            rebuild();
        }
        counts[symbol] += INCREMENT;
        total += INCREMENT;
        for (int i = symbol + 1; i < tree.length; i += i & -i) {
            tree[i] += INCREMENT;
        }
    }

    private void rebuild() {
        Arrays.fill(tree, 0);
        total = 0;
        for (int i = 1; i < tree.length; i++) {
            total += counts[i - 1];
            tree[i] += counts[i - 1];
            int parent = i + (i & -i);
            if (parent < tree.length) {
                tree[parent] += tree[i];
            }
        }
    }
}
