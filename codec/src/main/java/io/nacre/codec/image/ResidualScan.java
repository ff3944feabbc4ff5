package io.nacre.codec.image;

import io.nacre.entropy.CorruptStreamException;
import java.nio.FloatBuffer;

/** A sender's scan: the symbols of a half come from the latents less their means. Not thread-safe. */
abstract class ResidualScan extends LatentScan {
    private final TileGeometry geometry;
    private final int channels;
    /** Latents less their means, positions raster, channels inside: of the half that is scanned and those before it. */
    private final float[] residuals;

    ResidualScan(ReceiverSpec spec, CodingTables tables, TileSymbols symbols, byte[] predicted, int step) {
        super(spec, tables, symbols, predicted, step);
        geometry = symbols.geometry;
        channels = spec.latentChannels();
        residuals = new float[symbols.s.length];
    }

    /**
     * Scans a half.
     *
     * @param half 0 or 1
     * @param latents u, [channel][latentHeight][latentWidth]
     * @param means likewise, valid at the positions of the half
     */
    final void half(int half, float[] latents, FloatBuffer means) {
        int plane = geometry.latents();
        int width = geometry.latentWidth();
        float[] mean = new float[plane];
        for (int c = 0; c < channels; c++) {
            means.get(c * plane, mean);
            for (int y = 0; y < geometry.codedHeight(); y++) {
                for (int x = (y + half) & 1; x < geometry.codedWidth(); x += 2) {
                    int i = y * width + x;
                    residuals[i * channels + c] = latents[c * plane + i] - mean[i];
                }
            }
        }
        try {
            run(half);
        } catch (CorruptStreamException e) {
            throw new IllegalStateException(e); // only a decoder's symbol() reads a stream
        }
    }

    /** The latent less its mean at an index of {@link TileSymbols#s}. */
    final float residual(int index) {
        return residuals[index];
    }
}
