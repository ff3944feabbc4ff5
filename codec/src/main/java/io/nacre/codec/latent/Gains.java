package io.nacre.codec.latent;

import io.nacre.models.ModelException;

/**
 * Per-channel factors as a function of quality: logarithms at evenly spaced anchors, interpolated linearly (as in
 * gained autoencoders, arXiv 2003.02012). Immutable, thread-safe.
 */
public final class Gains {
    private final int channels;
    private final int anchors;
    private final float[] logs; // [anchor][channel]

    private Gains(int channels, PackBytes in) throws ModelException {
        anchors = in.integer();
        if (anchors < 2 || anchors > 256) {
            throw in.damaged(anchors + " anchors");
        }
        this.channels = channels;
        in.expect(channels, "the number of channels");
        logs = in.reals(anchors * channels);
    }

    /**
     * Reads the curves: i32 anchors, i32 channels, f32 logarithms [anchor][channel].
     *
     * @param channels that there must be
     */
    public static Gains parse(int channels, PackBytes in) throws ModelException {
        return new Gains(channels, in);
    }

    /** Factors of all channels at a quality of 0..1 of the trained range. */
    public float[] at(double share) {
        double p = share * (anchors - 1);
        int low = (int) Math.min(Math.floor(p), anchors - 2);
        double t = p - low;
        float[] out = new float[channels];
        for (int c = 0; c < channels; c++) {
            out[c] = (float) Math.exp((1 - t) * logs[low * channels + c] + t * logs[(low + 1) * channels + c]);
        }
        return out;
    }
}
