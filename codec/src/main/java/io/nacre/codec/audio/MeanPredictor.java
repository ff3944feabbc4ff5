package io.nacre.codec.audio;

import io.nacre.codec.latent.PackBytes;
import io.nacre.models.ModelException;

/**
 * The means of a frame's last latents, those that only the networks use, from what was decoded for the frame before:
 * one linear layer of floats. The others have the mean 0. No mean steers the parse. Immutable, thread-safe.
 */
final class MeanPredictor {
    private final int first;
    private final float[][] weights; // [out][in]

    private MeanPredictor(SoundSpec spec, PackBytes in) throws ModelException {
        int predicted = spec.predicted();
        in.expect(predicted, "the number of predicted channels");
        first = spec.channels() - predicted;
        weights = new float[predicted][];
        for (int i = 0; i < predicted; i++) {
            weights[i] = in.reals(predicted);
        }
        in.end();
    }

    static MeanPredictor parse(SoundSpec spec, byte[] bytes) throws ModelException {
        return new MeanPredictor(spec, new PackBytes("means.bin", bytes));
    }

    /**
     * Predicts. Sums run in the order of channels, so that sender and receiver come to the same floats.
     *
     * @param latents of the frame before
     * @param means receives those of the predicted channels, others stay as they are
     */
    void predict(float[] latents, float[] means) {
        for (int i = 0; i < weights.length; i++) {
            float[] row = weights[i];
            float sum = 0;
            for (int j = 0; j < row.length; j++) {
                sum += row[j] * latents[first + j];
            }
            means[first + i] = sum;
        }
    }
}
