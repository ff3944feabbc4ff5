package io.nacre.codec.quantize;

import io.nacre.entropy.CorruptStreamException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Residual quantization in stages, each of which may split the components into groups (HiFi-Codec, arXiv 2305.02765)
 * and may spend one index on several consecutive vectors (SNAC, arXiv 2410.14411).
 *
 * <p>A stage takes what the stages before it left over, averages it over runs of {@code stride} vectors (the last run
 * may be shorter), quantizes each group of components of the averages by a quantizer of its own, and subtracts the
 * result from every vector of the run. The decoder adds the stages up in order, starting from zero. One stage of
 * several groups is product quantization; several stages of one group are plain residual VQ.
 *
 * <p>A stage lowers the error only if its codebooks hold a good codeword for what is left; with the zero vector in a
 * codebook it never raises it. The search is greedy.
 *
 * <p>Codebooks are numbered stage by stage, group by group within a stage.
 */
public final class ResidualVectorQuantizer implements Quantizer {
    /**
     * One stage.
     *
     * @param stride consecutive vectors that are averaged, 1..65536
     * @param groups quantizers of the components in order, at least one; each of stride 1
     */
    public record Stage(int stride, List<Quantizer> groups) {
        private static final int MAX_STRIDE = 1 << 16;

        /** @throws IllegalArgumentException if an argument is out of range */
        public Stage {
            groups = List.copyOf(groups);
            if (stride < 1 || stride > MAX_STRIDE || groups.isEmpty()) {
                throw new IllegalArgumentException(
                        "A stage needs a stride of 1.." + MAX_STRIDE + ", not " + stride + ", and a group");
            }
            for (Quantizer group : groups) {
                for (int b = 0; b < group.codebookSizes().length; b++) {
                    if (group.stride(b) != 1) {
                        throw new IllegalArgumentException("A group of a stage must not have a stride of its own");
                    }
                }
            }
        }

        private int dimensions() {
            return groups.stream().mapToInt(Quantizer::dimensions).sum();
        }
    }

    private final List<Stage> stages;
    private final int dimensions;
    private final int[] sizes; // per codebook
    private final int[] strides; // per codebook

    /**
     * Stages in the order of coding.
     *
     * @param stages at least one, all of the same number of components
     * @throws IllegalArgumentException if there is none or the numbers of components differ
     */
    public ResidualVectorQuantizer(List<Stage> stages) {
        this.stages = List.copyOf(stages);
        if (this.stages.isEmpty()) {
            throw new IllegalArgumentException("A residual quantizer needs at least one stage");
        }
        dimensions = this.stages.get(0).dimensions();
        List<Integer> allSizes = new ArrayList<>();
        List<Integer> allStrides = new ArrayList<>();
        for (Stage stage : this.stages) {
            if (stage.dimensions() != dimensions) {
                throw new IllegalArgumentException(
                        "A stage of " + stage.dimensions() + " components after one of " + dimensions);
            }
            for (Quantizer group : stage.groups()) {
                for (int size : group.codebookSizes()) {
                    allSizes.add(size);
                    allStrides.add(stage.stride());
                }
            }
        }
        sizes = allSizes.stream().mapToInt(Integer::intValue).toArray();
        strides = allStrides.stream().mapToInt(Integer::intValue).toArray();
    }

    /** The stages, unmodifiable. */
    public List<Stage> stages() {
        return stages;
    }

    /**
     * The quantizer of the first stages only. Its codebooks are the first ones of this quantizer, and so are the
     * indices that it chooses: leaving out the last stages lowers the rate.
     *
     * @param count 1..number of stages
     * @throws IllegalArgumentException if the count is out of range
     */
    public ResidualVectorQuantizer prefix(int count) {
        if (count < 1 || count > stages.size()) {
            throw new IllegalArgumentException("No prefix of " + count + " of " + stages.size() + " stages");
        }
        return new ResidualVectorQuantizer(stages.subList(0, count));
    }

    @Override
    public int dimensions() {
        return dimensions;
    }

    @Override
    public int[] codebookSizes() {
        return sizes.clone();
    }

    @Override
    public int stride(int codebook) {
        return strides[codebook];
    }

    @Override
    public int[][] encode(float[] vectors) {
        int count = QuantizerArguments.requireVectors(this, vectors);
        float[] residual = vectors.clone();
        int[][] indices = new int[sizes.length][];
        int codebook = 0;
        for (Stage stage : stages) {
            int runs = indexCount(codebook, count);
            float[] averages = averages(residual, stage.stride(), runs);
            int component = 0;
            for (Quantizer group : stage.groups()) {
                int[][] chosen = group.encode(components(averages, component, group.dimensions()));
                System.arraycopy(chosen, 0, indices, codebook, chosen.length);
                try {
                    add(residual, -1, group.decode(chosen, runs), stage, component, group);
                } catch (CorruptStreamException e) {
                    throw new IllegalStateException("A quantizer refused its own indices", e);
                }
                codebook += chosen.length;
                component += group.dimensions();
            }
        }
        return indices;
    }

    @Override
    public float[] decode(int[][] indices, int count) throws CorruptStreamException {
        float[] vectors = new float[QuantizerArguments.requireIndices(this, indices, count)];
        int codebook = 0;
        for (Stage stage : stages) {
            int component = 0;
            for (Quantizer group : stage.groups()) {
                int end = codebook + group.codebookSizes().length;
                float[] decoded = group.decode(Arrays.copyOfRange(indices, codebook, end), indices[codebook].length);
                add(vectors, 1, decoded, stage, component, group);
                codebook = end;
                component += group.dimensions();
            }
        }
        return vectors;
    }

    /** Means of runs of {@code stride} vectors, summed in order of time; the last run may be shorter. */
    private float[] averages(float[] vectors, int stride, int runs) {
        int count = vectors.length / dimensions;
        float[] averages = new float[runs * dimensions];
        for (int run = 0; run < runs; run++) {
            int start = run * stride;
            int length = Math.min(stride, count - start);
            for (int i = 0; i < dimensions; i++) {
                float sum = 0;
                for (int t = start; t < start + length; t++) {
                    sum += vectors[t * dimensions + i];
                }
                averages[run * dimensions + i] = sum / length;
            }
        }
        return averages;
    }

    /** The components from {@code first} on of all vectors. */
    private float[] components(float[] vectors, int first, int width) {
        int count = vectors.length / dimensions;
        float[] part = new float[count * width];
        for (int t = 0; t < count; t++) {
            System.arraycopy(vectors, t * dimensions + first, part, t * width, width);
        }
        return part;
    }

    /** Adds what a group decoded, once for every vector of a run, to its components. */
    private void add(float[] vectors, int sign, float[] decoded, Stage stage, int first, Quantizer group) {
        int width = group.dimensions();
        int count = vectors.length / dimensions;
        for (int t = 0; t < count; t++) {
            int from = t / stage.stride() * width;
            int to = t * dimensions + first;
            for (int i = 0; i < width; i++) {
                vectors[to + i] += sign * decoded[from + i];
            }
        }
    }
}
