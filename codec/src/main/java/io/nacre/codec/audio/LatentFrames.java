package io.nacre.codec.audio;

import io.nacre.codec.latent.RowTables;

/**
 * Symbols to latents, frame after frame: centroids times gains on top of the means that follow from the frame before.
 * The receiver's, and the sender's too, which quantises what is left beside these means. Not thread-safe; one object
 * for one channel of one group, which begins with means of 0.
 */
final class LatentFrames {
    private final RowTables tables;
    private final MeanPredictor predictor;
    private final float[] gains;
    private final float[] latents;
    private final float[] means;

    /** @param gains of the receiver at the quality, by channel */
    LatentFrames(SoundReceiver receiver, float[] gains) {
        tables = receiver.tables.rows();
        predictor = receiver.means;
        this.gains = gains;
        latents = new float[gains.length];
        means = new float[gains.length];
    }

    /** What is left of a latent of the frame that comes next. */
    float residual(float latent, int channel) {
        return latent - means[channel];
    }

    /**
     * Makes the latents of the next frame.
     *
     * @param from index of the frame's first symbol
     * @return latents by channel, good until the next call
     */
    float[] next(ChannelSymbols symbols, int from) {
        for (int c = 0; c < latents.length; c++) {
            int s = symbols.s[from + c];
            latents[c] = s == 0 ? means[c] : means[c] + tables.value(s, symbols.rows[from + c]) * gains[c];
        }
        predictor.predict(latents, means);
        return latents;
    }
}
