package io.nacre.codec.quantize;

import io.nacre.entropy.CorruptStreamException;

/**
 * Maps a sequence of float vectors to integer indices and back.
 *
 * <p>A quantizer has one or more codebooks, ordered so that coarse ones come first. Codebook b spends one index on
 * every {@code stride(b)} consecutive vectors (the last index may stand for fewer). Vectors are stored one after
 * another: component i of vector t is at t {@link #dimensions()} + i.
 *
 * <p>{@code decode(encode(v))} approximates v; encoding that result again need not give the same indices.
 * Implementations are immutable and thread-safe.
 */
public interface Quantizer {
    /** Components of a vector, at least 1. */
    int dimensions();

    /** Size of each codebook: indices of codebook b are 0..size - 1. A new array. */
    int[] codebookSizes();

    /**
     * Consecutive vectors that share one index, at least 1.
     *
     * @param codebook 0..number of codebooks - 1
     */
    int stride(int codebook);

    /**
     * Number of indices of a codebook for a sequence of vectors: count / stride, rounded up.
     *
     * @param codebook 0..number of codebooks - 1
     * @param count number of vectors, at least 0
     */
    default int indexCount(int codebook, int count) {
        int stride = stride(codebook);
        return count / stride + (count % stride == 0 ? 0 : 1);
    }

    /**
     * Chooses indices. Ties go to the smaller index.
     *
     * @param vectors finite components, a whole number of vectors; not changed
     * @return {@code [codebook][indexCount(codebook, count)]}
     * @throws IllegalArgumentException if the length is not a multiple of {@link #dimensions()} or a component is not
     *     finite; the message names vector and component
     */
    int[][] encode(float[] vectors);

    /**
     * Rebuilds the vectors.
     *
     * @param indices {@code [codebook][indexCount(codebook, count)]}; not changed
     * @param count number of vectors, at least 0
     * @return {@code count * dimensions()} components
     * @throws CorruptStreamException if an index is outside its codebook
     * @throws IllegalArgumentException if the arrays' lengths do not fit {@code count}, or the result no array
     */
    float[] decode(int[][] indices, int count) throws CorruptStreamException;
}
