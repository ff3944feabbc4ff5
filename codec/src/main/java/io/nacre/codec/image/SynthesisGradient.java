package io.nacre.codec.image;

import io.nacre.models.Graph;
import io.nacre.models.Tensor;
import java.awt.Rectangle;
import java.nio.FloatBuffer;
import java.util.Map;

/**
 * The squared error of a tile's samples and its gradient by the tile's latents, window by window so that memory is
 * bounded: each window's samples are counted where it has the ring of latents around it that they depend on. Thread-safe.
 */
final class SynthesisGradient {
    /** Side of a window without its ring, in latents: 1024 pixels. */
    private static final int WINDOW = 64;

    private final Graph refine;
    private final int channels;
    private final int ring;

    SynthesisGradient(Graph refine, ReceiverSpec spec) {
        this.refine = refine;
        this.channels = spec.latentChannels();
        this.ring = spec.ring();
    }

    /**
     * Computes error and gradient.
     *
     * @param latents of the tile as synthesis takes them, [channel][height][width]
     * @param gradient takes the gradient, likewise
     * @return the weighted sum of squared errors
     */
    double compute(TileTarget target, float[] latents, float[] gradient) {
        float[] frame = target.around().clone();
        Rectangle tile = new Rectangle(target.tile());
        tile.translate(-target.frame().x, -target.frame().y);
        int width = target.frame().width;
        int plane = width * target.frame().height;
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < tile.height; y++) {
                int from = (c * tile.height + y) * tile.width;
                System.arraycopy(latents, from, frame, c * plane + (tile.y + y) * width + tile.x, tile.width);
            }
        }
        float[] sum = new float[frame.length];
        double error = 0;
        for (int y = tile.y; y < tile.y + tile.height; y += WINDOW) {
            for (int x = tile.x; x < tile.x + tile.width; x += WINDOW) {
                Rectangle core = new Rectangle(x, y, WINDOW, WINDOW).intersection(tile);
                error += window(target, frame, core, sum);
            }
        }
        for (int c = 0; c < channels; c++) {
            for (int y = 0; y < tile.height; y++) {
                int to = (c * tile.height + y) * tile.width;
                System.arraycopy(sum, c * plane + (tile.y + y) * width + tile.x, gradient, to, tile.width);
            }
        }
        return error;
    }

    private double window(TileTarget target, float[] frame, Rectangle core, float[] sum) {
        Rectangle window = new Rectangle(core);
        window.grow(ring, ring);
        window = window.intersection(new Rectangle(target.frame().getSize()));
        int samplesHigh = ReceiverSpec.STRIDE * window.height;
        int samplesWide = ReceiverSpec.STRIDE * window.width;
        try (Tensor y = Tensor.allocate(1, channels, window.height, window.width);
                Tensor x = Tensor.allocate(1, 3, samplesHigh, samplesWide);
                Tensor weight = Tensor.allocate(1, 1, samplesHigh, samplesWide);
                Tensor gradient = Tensor.allocate(1, channels, window.height, window.width);
                Tensor error = Tensor.allocate(1, 1, 1, 1)) {
            cut(frame, target.frame(), 1, window, y.floats());
            cut(target.rgb(), target.frame(), ReceiverSpec.STRIDE, window, x.floats());
            weigh(target, core, window, weight.floats());
            refine.run(Map.of("y", y, "x", x, "weight", weight), Map.of("gradient", gradient, "sse", error));
            add(gradient.floats(), window, target.frame(), sum);
            return error.floats().get(0);
        }
    }

    /** Copies the part of planes that a window covers; a latent is scale samples wide. */
    private static void cut(float[] planes, Rectangle frame, int scale, Rectangle window, FloatBuffer to) {
        int stride = scale * frame.width;
        int rows = scale * frame.height;
        for (int plane = 0; plane < planes.length; plane += stride * rows) {
            for (int y = 0; y < scale * window.height; y++) {
                to.put(planes, plane + (scale * window.y + y) * stride + scale * window.x, scale * window.width);
            }
        }
    }

    /** The weights of the core's samples, 0 in its ring. */
    private static void weigh(TileTarget target, Rectangle core, Rectangle window, FloatBuffer to) {
        int scale = ReceiverSpec.STRIDE;
        for (int y = scale * window.y; y < scale * (window.y + window.height); y++) {
            boolean inside = y >= scale * core.y && y < scale * (core.y + core.height);
            for (int x = scale * window.x; x < scale * (window.x + window.width); x++) {
                boolean counts = inside && x >= scale * core.x && x < scale * (core.x + core.width);
                to.put(counts ? target.weight()[y * scale * target.frame().width + x] : 0);
            }
        }
    }

    private void add(FloatBuffer gradient, Rectangle window, Rectangle frame, float[] sum) {
        for (int c = 0; c < channels; c++) {
            for (int y = window.y; y < window.y + window.height; y++) {
                int to = (c * frame.height + y) * frame.width + window.x;
                for (int x = 0; x < window.width; x++) {
                    sum[to + x] += gradient.get();
                }
            }
        }
    }
}
