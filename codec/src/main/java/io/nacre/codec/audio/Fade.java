package io.nacre.codec.audio;

/**
 * The envelope of a lost group: from full scale to silence at its begin and back at its end, where there is something to
 * fade.
 *
 * @param first sample of the group, at the model's rate
 * @param end sample after its last one
 * @param out whether the group before is there
 * @param in whether the group behind is there
 * @param length samples over which the sound dies away at most
 */
record Fade(long first, long end, boolean out, boolean in, int length) {
    /** Multiplies those samples that lie in the group; the first one is the sample {@code start} of the sound. */
    void apply(float[] samples, long start) {
        int from = (int) Math.max(0, first - start);
        int to = (int) Math.min(samples.length, end - start);
        long faded = Math.min(length, (end - first) / 2);
        for (int i = from; i < to; i++) {
            double gain = 0;
            if (out) {
                gain = gain(start + i - first, faded);
            }
            if (in) {
                gain = Math.max(gain, gain(end - 1 - start - i, faded));
            }
            samples[i] = (float) (samples[i] * gain);
        }
    }

    /** A squared cosine. */
    private static double gain(long distance, long length) {
        if (distance >= length) {
            return 0;
        }
        double cosine = Math.cos(Math.PI / 2 * (distance + 0.5) / length);
        return cosine * cosine;
    }
}
