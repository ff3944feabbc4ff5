package io.nacre.codec.quantize;

import io.nacre.entropy.CorruptStreamException;

/** The checks of the arguments of {@link Quantizer}, the same for every implementation. */
final class QuantizerArguments {
    private QuantizerArguments() {}

    /** Checks the argument of {@link Quantizer#encode} and returns the number of vectors. */
    static int requireVectors(Quantizer quantizer, float[] vectors) {
        int dimensions = quantizer.dimensions();
        if (vectors.length % dimensions != 0) {
            throw new IllegalArgumentException(
                    vectors.length + " components are not a whole number of vectors of " + dimensions);
        }
        for (int i = 0; i < vectors.length; i++) {
            if (!Float.isFinite(vectors[i])) {
                throw new IllegalArgumentException(
                        "Vector " + i / dimensions + ", component " + i % dimensions + " is " + vectors[i]);
            }
        }
        return vectors.length / dimensions;
    }

    /** Checks the arguments of {@link Quantizer#decode} and returns the number of components of the result. */
    static int requireIndices(Quantizer quantizer, int[][] indices, int count) throws CorruptStreamException {
        if (count < 0 || (long) count * quantizer.dimensions() > Integer.MAX_VALUE) {
            throw new IllegalArgumentException(count + " vectors of " + quantizer.dimensions() + " fit no array");
        }
        int[] sizes = quantizer.codebookSizes();
        if (indices.length != sizes.length) {
            throw new IllegalArgumentException(
                    "Indices of " + indices.length + " codebooks for a quantizer of " + sizes.length);
        }
        for (int b = 0; b < sizes.length; b++) {
            if (indices[b].length != quantizer.indexCount(b, count)) {
                throw new IllegalArgumentException(
                        "Codebook " + b + " has " + indices[b].length + " indices for " + count + " vectors");
            }
            for (int i = 0; i < indices[b].length; i++) {
                int index = indices[b][i];
                if (index < 0 || index >= sizes[b]) {
                    throw new CorruptStreamException(
                            "index " + index + " at " + i + " is outside codebook " + b + " of " + sizes[b]);
                }
            }
        }
        return count * quantizer.dimensions();
    }
}
