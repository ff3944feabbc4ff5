package io.nacre.codec.image;

import io.nacre.models.Graph;
import io.nacre.models.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * Moves the latents of a tile, before they are quantised, down the gradient of bits plus squared error: through
 * synthesis, through the symbols' mean field and through the means that half A gives to half B, table rows held (after
 * the refinement of latents by Yang et al., arXiv 2006.04240, with a mean field in place of their sampling). Steps are
 * those of Adam. Not thread-safe.
 */
final class LatentRefinement {
    /** In steps of the latents' grid; on Kodak 0.02 needs twice the steps, and rates that fall save a little less. */
    private static final float RATE = 0.04f;

    private static final double DECAY = 0.9;
    private static final double SQUARE_DECAY = 0.98;
    private static final double EPSILON = 1e-8;

    private final Receiver receiver;
    private final Graph contextGradient;
    private final SynthesisGradient synthesis;
    private final RateDistortion costs;
    private final TileGeometry geometry;
    private final LatentMeans means;
    private final float[] gains;
    private final int step;
    private final int channels;
    private final int plane;

    /**
     * Prepares the refinement of a tile.
     *
     * @param means of the tile
     * @param gains of the receiver
     */
    LatentRefinement(
            Receiver receiver,
            Gradients gradients,
            RateDistortion costs,
            TileGeometry geometry,
            LatentMeans means,
            float[] gains,
            int step) {
        this.receiver = receiver;
        this.contextGradient = gradients.context;
        this.synthesis = gradients.synthesis;
        this.costs = costs;
        this.geometry = geometry;
        this.means = means;
        this.gains = gains;
        this.step = step;
        channels = receiver.spec.latentChannels();
        plane = geometry.latents();
    }

    /**
     * Refines latents.
     *
     * @param start u, [channel][latentHeight][latentWidth], is not changed
     * @param z hyperlatents, whose means {@link #means} holds
     * @param steps at least 1
     * @return the latents after the last step
     * @throws InterruptedException if the thread is interrupted
     */
    float[] refine(float[] start, byte[] z, TileTarget target, int steps) throws InterruptedException {
        byte[] predicted = receiver.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        float[] u = start.clone();
        float[] mean = new float[u.length];
        float[] square = new float[u.length];
        double decay = 1;
        double squareDecay = 1;
        for (int i = 0; i < steps; i++) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            float[] gradient = gradient(u, z, predicted, target);
            decay *= DECAY;
            squareDecay *= SQUARE_DECAY;
            for (int j = 0; j < u.length; j++) {
                float g = gradient[j];
                mean[j] += (float) (1 - DECAY) * (g - mean[j]);
                square[j] += (float) (1 - SQUARE_DECAY) * (g * g - square[j]);
                if (mean[j] != 0) {
                    double size = Math.sqrt(square[j] / (1 - squareDecay)) + EPSILON;
                    u[j] -= (float) (RATE * mean[j] / (1 - decay) / size);
                }
            }
        }
        return u;
    }

    private float[] gradient(float[] u, byte[] z, byte[] predicted, TileTarget target) {
        SoftScan scan = new SoftScan(receiver, costs, new TileSymbols(geometry, z, channels), predicted, step);
        scan.half(0, u, means.means(0));
        means.refine(scan.values);
        scan.half(1, u, means.means(1));
        float[] byLatent = new float[u.length];
        synthesis.compute(target, rebuilt(scan), byLatent);
        for (int c = 0; c < channels; c++) {
            float scale = (float) (costs.bitsPerSquaredError() * gains[c]);
            for (int i = c * plane; i < (c + 1) * plane; i++) {
                byLatent[i] *= scale;
            }
        }
        throughMeans(scan, byLatent);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < plane; i++) {
                int j = i * channels + c;
                byLatent[c * plane + i] = scan.costSlopes[j] + scan.slopes[j] * byLatent[c * plane + i];
            }
        }
        return byLatent;
    }

    private float[] rebuilt(SoftScan scan) {
        float[] y = new float[channels * plane];
        FloatBuffer first = means.means(0);
        FloatBuffer second = means.means(1);
        for (int c = 0; c < channels; c++) {
            for (int i = 0; i < plane; i++) {
                float mean = (halfB(i) ? second : first).get(c * plane + i);
                y[c * plane + i] = gains[c] * (mean + scan.values[i * channels + c]);
            }
        }
        return y;
    }

    /** Adds to the gradient of half A what it does to the means of half B. */
    private void throughMeans(SoftScan scan, float[] byLatent) {
        try (Tensor byMean = Tensor.allocate(1, channels, geometry.latentHeight(), geometry.latentWidth());
                Tensor byHalfA = Tensor.allocate(1, channels, geometry.latentHeight(), geometry.latentWidth())) {
            FloatBuffer to = byMean.floats();
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < plane; i++) {
                    // A mean moves the value under it, and the residual the other way.
                    int j = i * channels + c;
                    float g = byLatent[c * plane + i];
                    to.put(halfB(i) ? g - scan.costSlopes[j] - scan.slopes[j] * g : 0);
                }
            }
            contextGradient.run(
                    Map.of("feat", means.features(), "hat_a", means.halfA(), "mu1_gradient", byMean),
                    Map.of("gradient", byHalfA));
            FloatBuffer from = byHalfA.floats();
            for (int c = 0; c < channels; c++) {
                for (int i = 0; i < plane; i++) {
                    if (!halfB(i)) {
                        byLatent[c * plane + i] += from.get(c * plane + i);
                    }
                }
            }
        }
    }

    private boolean halfB(int position) {
        return (position / geometry.latentWidth() + position % geometry.latentWidth() & 1) != 0;
    }
}
