package io.nacre.codec.quantize;

import io.nacre.entropy.CorruptStreamException;
import java.util.Arrays;

/**
 * Vector quantization by one codebook: the index of the nearest codeword by squared Euclidean distance.
 *
 * <p>Distances are summed in float over the components in order; the smallest index wins ties. A codebook that was
 * trained behind a linear map (SimVQ, arXiv 2411.02038) is given here with the map already applied.
 */
public final class VectorQuantizer implements Quantizer {
    /** Codebooks hold at most this many codewords. */
    public static final int MAX_SIZE = 1 << 20;

    private final int size;
    private final float[][] components; // [component][codeword]: the search runs over codewords, contiguously

    /**
     * A codebook.
     *
     * @param codebook {@code [codeword][component]}, 1..2^20 codewords of equal length of at least 1, finite; copied
     * @throws IllegalArgumentException if the codebook is not of that form
     */
    public VectorQuantizer(float[][] codebook) {
        if (codebook.length < 1 || codebook.length > MAX_SIZE || codebook[0].length < 1) {
            throw new IllegalArgumentException(
                    "A codebook needs 1.." + MAX_SIZE + " codewords of 1 or more components");
        }
        size = codebook.length;
        components = new float[codebook[0].length][size];
        for (int k = 0; k < size; k++) {
            if (codebook[k].length != components.length) {
                throw new IllegalArgumentException("Codeword " + k + " has " + codebook[k].length
                        + " components, the first has " + components.length);
            }
            for (int i = 0; i < components.length; i++) {
                if (!Float.isFinite(codebook[k][i])) {
                    throw new IllegalArgumentException("Codeword " + k + ", component " + i + " is " + codebook[k][i]);
                }
                components[i][k] = codebook[k][i];
            }
        }
    }

    @Override
    public int dimensions() {
        return components.length;
    }

    @Override
    public int[] codebookSizes() {
        return new int[] {size};
    }

    @Override
    public int stride(int codebook) {
        return 1;
    }

    @Override
    public int[][] encode(float[] vectors) {
        int[] indices = new int[QuantizerArguments.requireVectors(this, vectors)];
        float[] distance = new float[size];
        for (int t = 0; t < indices.length; t++) {
            indices[t] = nearest(vectors, t * components.length, distance);
        }
        return new int[][] {indices};
    }

    @Override
    public float[] decode(int[][] indices, int count) throws CorruptStreamException {
        float[] vectors = new float[QuantizerArguments.requireIndices(this, indices, count)];
        for (int t = 0; t < count; t++) {
            for (int i = 0; i < components.length; i++) {
                vectors[t * components.length + i] = components[i][indices[0][t]];
            }
        }
        return vectors;
    }

    private int nearest(float[] vectors, int offset, float[] distance) {
        Arrays.fill(distance, 0);
        for (int i = 0; i < components.length; i++) {
            float x = vectors[offset + i];
            float[] component = components[i];
            for (int k = 0; k < size; k++) {
                float difference = x - component[k];
                distance[k] += difference * difference;
            }
        }
        int best = 0;
        for (int k = 1; k < size; k++) {
            if (distance[k] < distance[best]) {
                best = k;
            }
        }
        return best;
    }
}
