package io.nacre.codec.metrics.sound;

/**
 * Sounds by integer formulas (triangle waves under slow envelopes, hashed noise, with pauses), so that other programs
 * can make the same ones and reference values hold exactly.
 */
final class SyntheticSound {
    private static final int[] PITCH = {140, 310, 730, 1130, 2750, 3900};

    private SyntheticSound() {}

    static float[] original(int samples, int rate) {
        float[] sound = new float[samples];
        for (int t = 0; t < samples; t++) {
            long sum = noise(t, 1) >> 3;
            for (int i = 0; i < PITCH.length; i++) {
                long envelope = Math.max(0, triangle(t, 2 + i, rate) + triangle(t, 1, rate));
                sum += (triangle(t, PITCH[i], rate) * envelope) >> 17;
            }
            sound[t] = sum / 32768f;
        }
        return sound;
    }

    /** The original, smoothed over two samples, coarsely quantized, with noise, both of size {@code strength}. */
    static float[] distorted(float[] original, int strength) {
        float[] sound = new float[original.length];
        for (int t = 0; t < sound.length; t++) {
            int now = (int) (original[t] * 32768);
            int before = t == 0 ? 0 : (int) (original[t - 1] * 32768);
            int smooth = now - (((now - before) * 3) >> 3);
            sound[t] = (Math.floorDiv(smooth, strength) * strength + ((noise(t, 2) * strength) >> 8)) / 32768f;
        }
        return sound;
    }

    /** Triangle wave of the given frequency in Hz, -16384..16384. */
    private static long triangle(int t, int frequency, int rate) {
        long phase = (long) t * frequency * 65536 / rate % 65536;
        return Math.abs(phase - 32768) - 16384;
    }

    /** -128..127 */
    private static int noise(int t, int seed) {
        int hash = (t * 73856093) ^ (seed * 40503);
        return (((hash ^ (hash >>> 13)) * 0x5bd1e995) >>> 24) - 128;
    }
}
