package io.nacre.entropy;

import java.util.Arrays;
import java.util.Comparator;

/**
 * A fixed distribution over the symbols {@code 0..size()-1}: integer frequencies, each at least 1, that sum to
 * {@link #TOTAL}. A symbol of frequency {@code f} owns the values {@code low..low+f-1} of the 16-bit scale and costs
 * {@code 16 - log2(f)} bits; the only symbol of a table of size 1 costs nothing.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class FrequencyTable {
    /** Binary logarithm of {@link #TOTAL}. */
    public static final int TOTAL_BITS = 16;

    /** Sum of the frequencies of every table. */
    public static final int TOTAL = 1 << TOTAL_BITS;

    /** Largest number of symbols. */
    public static final int MAX_SIZE = 4096;

    /** A bucket of the decoder's index holds 2^7 values, so a search takes at most 128 steps whatever the table. */
    private static final int BUCKET_BITS = 7;

    private final int[] cumulative;
    private final char[] firstOfBucket;

    private FrequencyTable(int[] cumulative) {
        this.cumulative = cumulative;
        firstOfBucket = new char[TOTAL >>> BUCKET_BITS];
        int symbol = 0;
        for (int bucket = 0; bucket < firstOfBucket.length; bucket++) {
            while (cumulative[symbol + 1] <= bucket << BUCKET_BITS) {
                symbol++;
            }
            firstOfBucket[bucket] = (char) symbol;
        }
    }

    /**
     * Makes the table of these frequencies, which are copied.
     *
     * @throws IllegalArgumentException if there are none or more than {@link #MAX_SIZE}, if one is below 1, or if they
     *     do not sum to {@link #TOTAL}
     */
    public static FrequencyTable of(int[] frequencies) {
        checkSize(frequencies.length);
        int[] cumulative = new int[frequencies.length + 1];
        for (int symbol = 0; symbol < frequencies.length; symbol++) {
            int frequency = frequencies[symbol];
            if (frequency < 1 || frequency > TOTAL - cumulative[symbol]) {
                throw new IllegalArgumentException("frequency " + frequency + " of symbol " + symbol
                        + " is below 1 or takes the sum above " + TOTAL);
            }
            cumulative[symbol + 1] = cumulative[symbol] + frequency;
        }
        if (cumulative[frequencies.length] != TOTAL) {
            throw new IllegalArgumentException(
                    "frequencies sum to " + cumulative[frequencies.length] + ", not " + TOTAL);
        }
        return new FrequencyTable(cumulative);
    }

    /**
     * Makes the table whose frequencies follow these weights as closely as integers of at least 1 can: symbols that
     * deserve less than 1 get 1, the others share the rest by the method of largest remainders (ties to the lower
     * symbol). For senders and tools: a receiver takes stored integers through {@link #of(int[])}.
     *
     * @param weights finite, not negative, not all zero; they need not sum to anything
     * @throws IllegalArgumentException if they are not so, or their number is outside 1..{@link #MAX_SIZE}
     */
    public static FrequencyTable ofWeights(double[] weights) {
        return of(apportion(weights));
    }

    /** The number of symbols. */
    public int size() {
        return cumulative.length - 1;
    }

    /** The sum of the frequencies below {@code symbol}, 0..{@link #TOTAL}-1 ({@code TOTAL} for {@code size()}). */
    public int low(int symbol) {
        return cumulative[symbol];
    }

    /** The frequency of {@code symbol}, 1..{@link #TOTAL}. */
    public int frequency(int symbol) {
        return cumulative[symbol + 1] - cumulative[symbol];
    }

    /** The symbol that owns {@code value}, which is in 0..{@link #TOTAL}-1. */
    public int find(int value) {
        int[] bounds = cumulative;
        int symbol = firstOfBucket[value >>> BUCKET_BITS];
        while (bounds[symbol + 1] <= value) {
            symbol++;
        }
        return symbol;
    }

    /** What {@code symbol} costs, in 1/65536 bit. */
    public int costOf(int symbol) {
        return FrequencyCost.of(frequency(symbol));
    }

    static int[] apportion(double[] weights) {
        int size = weights.length;
        checkSize(size);
        for (double weight : weights) {
            if (!(weight >= 0)) {
                throw new IllegalArgumentException("weight " + weight + " is negative or not a number");
            }
        }
        // Raising one symbol to 1 takes from the others and may bring another one below 1, hence the repetition. The
        // mean share of those that remain is always at least 1, so some do remain.
        int[] frequencies = new int[size];
        int pool = TOTAL;
        double sum = Arrays.stream(weights).sum();
        if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("weights sum to " + sum);
        }
        boolean changed = true;
        while (changed) {
            changed = false;
            double share = pool;
            double weightLeft = sum;
            for (int symbol = 0; symbol < size; symbol++) {
                if (frequencies[symbol] == 0 && weights[symbol] / weightLeft * share < 1) {
                    frequencies[symbol] = 1;
                    pool--;
                    changed = true;
                }
            }
            sum = 0;
            for (int symbol = 0; symbol < size; symbol++) {
                sum += frequencies[symbol] == 0 ? weights[symbol] : 0;
            }
        }
        shareOut(weights, sum, pool, frequencies);
        return frequencies;
    }

    /** Gives {@code pool} to the symbols whose frequency is still 0, by the method of largest remainders. */
    private static void shareOut(double[] weights, double sum, int pool, int[] frequencies) {
        double[] remainders = new double[weights.length];
        Integer[] open = new Integer[weights.length];
        int openCount = 0;
        int left = pool;
        for (int symbol = 0; symbol < weights.length; symbol++) {
            if (frequencies[symbol] == 0) {
                double quota = weights[symbol] / sum * pool;
                frequencies[symbol] = (int) quota;
                remainders[symbol] = quota - frequencies[symbol];
                left -= frequencies[symbol];
                open[openCount++] = symbol;
            }
        }
        // The sort is stable, so equal remainders stay in the order of their symbols.
        Arrays.sort(open, 0, openCount, Comparator.comparingDouble(symbol -> -remainders[symbol]));
        for (int i = 0; i < left; i++) {
            frequencies[open[i]]++;
        }
    }

    private static void checkSize(int size) {
        if (size < 1 || size > MAX_SIZE) {
            throw new IllegalArgumentException(size + " symbols, not 1.." + MAX_SIZE);
        }
    }
}
