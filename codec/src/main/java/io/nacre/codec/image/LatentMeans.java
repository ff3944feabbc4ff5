package io.nacre.codec.image;

import io.nacre.models.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The means of one tile's latents and their rebuilding from symbols: the float half of a tile, run by sender and receiver
 * alike after (at the sender: between) the integer half. Planes are [channel][latentHeight][latentWidth]. Not thread-safe.
 */
final class LatentMeans implements AutoCloseable {
    private final Receiver receiver;
    private final TileGeometry geometry;
    private final int channels;
    private final int plane;
    private final int width;
    private final Tensor z;
    private final Tensor quality;
    private final Tensor features;
    private final Tensor firstMeans;
    private final Tensor halfA;
    private final Tensor secondMeans;
    /** Half A after {@link #refine}, the whole after {@link #rebuild}. */
    private final float[] hat;

    LatentMeans(Receiver receiver, TileGeometry geometry) {
        this.receiver = receiver;
        this.geometry = geometry;
        ReceiverSpec spec = receiver.spec;
        channels = spec.latentChannels();
        plane = geometry.latents();
        width = geometry.latentWidth();
        int height = geometry.latentHeight();
        z = Tensor.allocate(1, spec.hyperChannels(), geometry.zHeight(), geometry.zWidth());
        quality = Tensor.allocate(1);
        features = Tensor.allocate(1, spec.featureChannels(), height, width);
        firstMeans = Tensor.allocate(1, channels, height, width);
        halfA = Tensor.allocate(1, channels, height, width);
        secondMeans = Tensor.allocate(1, channels, height, width);
        hat = new float[channels * plane];
    }

    /**
     * Computes the means of half A.
     *
     * @param hyperlatents [zHeight][zWidth][hyper]
     * @param headerQuality 0..1008
     */
    void predict(byte[] hyperlatents, int headerQuality) {
        int hyper = receiver.spec.hyperChannels();
        int cells = geometry.zWidth() * geometry.zHeight();
        FloatBuffer to = z.floats();
        for (int j = 0; j < hyper; j++) {
            for (int cell = 0; cell < cells; cell++) {
                to.put(j * cells + cell, hyperlatents[cell * hyper + j]);
            }
        }
        quality.floats().put(0, headerQuality / 16f);
        receiver.hyperMean.run(Map.of("z", z, "q", quality), Map.of("feat", features, "mu0", firstMeans));
    }

    /** Computes the means of half B from the symbols of half A. */
    void refine(TileSymbols symbols) {
        startHalfA();
        addSymbols(symbols, 0);
        runContext();
    }

    /**
     * Computes the means of half B for a half A that is no whole symbols, as an optimiser wants it.
     *
     * @param values what stands for the symbols beyond their means, positions raster, channels inside
     */
    void refine(float[] values) {
        startHalfA();
        for (int y = 0; y < geometry.codedHeight(); y++) {
            for (int x = y & 1; x < geometry.codedWidth(); x += 2) {
                int position = y * width + x;
                for (int c = 0; c < channels; c++) {
                    hat[c * plane + position] += values[position * channels + c];
                }
            }
        }
        runContext();
    }

    private void startHalfA() {
        firstMeans.floats().get(hat);
        for (int i = 0; i < hat.length; i += width) {
            // Half B is unknown yet: zeros at the positions whose row + column is odd.
            for (int x = 1 - (i % plane / width & 1); x < width; x += 2) {
                hat[i + x] = 0;
            }
        }
    }

    private void runContext() {
        halfA.floats().put(hat);
        receiver.context.run(Map.of("feat", features, "mu0", firstMeans, "hat_a", halfA), Map.of("mu1", secondMeans));
    }

    /** What hyper_mean hands to context: a view of native memory, valid until {@link #close}. */
    Tensor features() {
        return features;
    }

    /** Half A as context saw it last, zeros in half B: likewise a view. */
    Tensor halfA() {
        return halfA;
    }

    /** The means of half A (half 0) or B (half 1): a view, valid at the positions of that half only. */
    FloatBuffer means(int half) {
        return half == 0 ? firstMeans.floats() : secondMeans.floats();
    }

    /**
     * All latents of the tile, ready for synthesis: mean and centroid, times the receiver's gains. Once, after
     * {@link #refine}, whose half A it completes.
     */
    float[] rebuild(TileSymbols symbols, float[] gains) {
        float[] second = new float[plane];
        FloatBuffer means = secondMeans.floats();
        for (int c = 0; c < channels; c++) {
            means.get(c * plane, second);
            for (int y = 0; y < geometry.latentHeight(); y++) {
                for (int x = 1 - (y & 1); x < width; x += 2) {
                    hat[c * plane + y * width + x] = second[y * width + x];
                }
            }
        }
        addSymbols(symbols, 1);
        for (int c = 0; c < channels; c++) {
            float gain = gains[c];
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                hat[i] *= gain;
            }
        }
        return hat;
    }

    private void addSymbols(TileSymbols symbols, int half) {
        CodingTables tables = receiver.tables;
        for (int y = 0; y < geometry.codedHeight(); y++) {
            for (int x = (y + half) & 1; x < geometry.codedWidth(); x += 2) {
                int position = y * width + x;
                int from = position * channels;
                for (int c = 0; c < channels; c++) {
                    int s = symbols.s[from + c];
                    if (s != 0) {
                        hat[c * plane + position] += tables.value(s, symbols.rows[from + c]);
                    }
                }
            }
        }
    }

    @Override
    public void close() {
        secondMeans.close();
        halfA.close();
        firstMeans.close();
        features.close();
        quality.close();
        z.close();
    }
}
