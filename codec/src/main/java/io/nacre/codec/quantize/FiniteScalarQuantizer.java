package io.nacre.codec.quantize;

import io.nacre.entropy.CorruptStreamException;

/**
 * Finite scalar quantization (Mentzer, Minnen, Agustsson and Tschannen, ICLR 2024, arXiv 2309.15505): each component is
 * bounded by a tanh and rounded to one of L levels, so the codebook is a grid that needs no storage.
 *
 * <p>With h = (L - 1)(1 + 0.001) / 2, o = 0 for odd and 1/2 for even L:
 * <pre>
 * bound(z) = h tanh(z + atanh(o / h)) - o
 * digit    = rint(bound(z)) + floor(L / 2)          0..L - 1
 * value    = (digit - floor(L / 2)) / floor(L / 2)  -1..1, for even L below 1
 * index    = sum of digit[i] * L[0] * ... * L[i - 1]
 * </pre>
 * <p>Published variants differ in two places, which matters to encoders only. The shift is atanh; the paper's text has
 * tan, a slip. The factor is 1 + 0.001, as in the PyTorch port that is in common use; the paper's 1 - 0.001 leaves the
 * shift undefined for L = 2. {@code rint} rounds halves to even as training frameworks do, but no float is a tie: tanh
 * of a non-zero rational is transcendental. The bound is computed in double by {@link StrictMath}, the same on every
 * machine.
 *
 * <p>Not idempotent: values are on the scale of the rounded grid, not of z, so a decoded vector that is encoded again
 * may get other digits.
 *
 * <p>As a {@link Quantizer} each component is a codebook of its own, whose indices are the digits: alphabets small
 * enough to be entropy coded one after another. {@link #index} and {@link #digits} convert to the paper's single index.
 */
public final class FiniteScalarQuantizer implements Quantizer {
    private static final int MAX_LEVELS = 255;
    private static final double EPSILON = 1e-3;

    private final int[] levels;
    private final int size;

    /**
     * A grid.
     *
     * @param levels levels of each component, 2..255 (the paper advises 5 or more); their product is below 2^31
     * @throws IllegalArgumentException if there are none, or one or the product is out of range
     */
    public FiniteScalarQuantizer(int... levels) {
        if (levels.length == 0) {
            throw new IllegalArgumentException("A scalar grid needs at least one component");
        }
        long product = 1;
        for (int level : levels) {
            if (level < 2 || level > MAX_LEVELS) {
                throw new IllegalArgumentException("Levels must be 2.." + MAX_LEVELS + ", not " + level);
            }
            product *= level;
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("A scalar grid must have fewer than 2^31 points");
            }
        }
        this.levels = levels.clone();
        size = (int) product;
    }

    /** Number of points of the grid, the product of all levels. */
    public int size() {
        return size;
    }

    /**
     * The bounded component before rounding, within half a step of -floor(L / 2)..ceil(L / 2) - 1.
     *
     * @param component 0..dimensions - 1
     * @param z a finite number
     */
    public double bound(int component, float z) {
        int level = levels[component];
        double half = (level - 1) * (1 + EPSILON) / 2;
        double offset = level % 2 == 0 ? 0.5 : 0;
        return half * StrictMath.tanh(z + atanh(offset / half)) - offset;
    }

    /**
     * The digit of a component.
     *
     * @param component 0..dimensions - 1
     * @param z a finite number
     * @return 0..levels - 1
     */
    public int digit(int component, float z) {
        return (int) StrictMath.rint(bound(component, z)) + levels[component] / 2;
    }

    /**
     * The value that a digit stands for, exact to the nearest float.
     *
     * @param component 0..dimensions - 1
     * @param digit 0..levels - 1
     * @return -1..1
     */
    public float value(int component, int digit) {
        int half = levels[component] / 2;
        return (digit - half) / (float) half;
    }

    /**
     * Packs digits into one index, the first component varying fastest.
     *
     * @param digits one per component
     * @return 0..{@link #size()} - 1
     * @throws IllegalArgumentException if there are not as many digits as components, or one is out of range
     */
    public int index(int[] digits) {
        if (digits.length != levels.length) {
            throw new IllegalArgumentException(digits.length + " digits for " + levels.length + " components");
        }
        int index = 0;
        for (int i = levels.length - 1; i >= 0; i--) {
            if (digits[i] < 0 || digits[i] >= levels[i]) {
                throw new IllegalArgumentException(
                        "Digit " + digits[i] + " of component " + i + " is outside " + levels[i] + " levels");
            }
            index = index * levels[i] + digits[i];
        }
        return index;
    }

    /**
     * Unpacks an index.
     *
     * @param index 0..{@link #size()} - 1
     * @return one digit per component, a new array
     * @throws CorruptStreamException if the index is out of range
     */
    public int[] digits(int index) throws CorruptStreamException {
        if (index < 0 || index >= size) {
            throw new CorruptStreamException("index " + index + " is outside a scalar grid of " + size + " points");
        }
        int[] digits = new int[levels.length];
        int rest = index;
        for (int i = 0; i < levels.length; i++) {
            digits[i] = rest % levels[i];
            rest /= levels[i];
        }
        return digits;
    }

    @Override
    public int dimensions() {
        return levels.length;
    }

    /** The levels of each component. */
    @Override
    public int[] codebookSizes() {
        return levels.clone();
    }

    @Override
    public int stride(int codebook) {
        return 1;
    }

    /** Digits: {@code [component][vector]}. */
    @Override
    public int[][] encode(float[] vectors) {
        int count = QuantizerArguments.requireVectors(this, vectors);
        int[][] digits = new int[levels.length][count];
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < levels.length; i++) {
                digits[i][t] = digit(i, vectors[t * levels.length + i]);
            }
        }
        return digits;
    }

    @Override
    public float[] decode(int[][] indices, int count) throws CorruptStreamException {
        float[] vectors = new float[QuantizerArguments.requireIndices(this, indices, count)];
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < levels.length; i++) {
                vectors[t * levels.length + i] = value(i, indices[i][t]);
            }
        }
        return vectors;
    }

    private static double atanh(double x) {
        return StrictMath.log((1 + x) / (1 - x)) / 2;
    }
}
