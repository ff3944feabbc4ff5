package io.nacre.codec.audio;

/**
 * The gain by which a channel is multiplied before analysis and divided after synthesis: linear in decibels between the
 * centres of the groups, constant before the first and after the last one. Immutable, thread-safe.
 */
final class LevelCurve {
    /** The level whose gain is 1. */
    static final int UNITY = 64;
    /** Decibels from level to level. */
    static final double STEP = 1.5;

    /** Samples after which the gain is computed anew rather than from that of the sample before. */
    private static final int STRIDE = 256;

    private final long[] centres;
    private final int[] levels;

    /**
     * The curve along consecutive groups: right from the first centre to the last one, and beyond where no group is.
     *
     * @param centres of the groups, in samples
     */
    LevelCurve(long[] centres, int[] levels) {
        this.centres = centres;
        this.levels = levels;
    }

    /** The curve of the groups from..to - 1. */
    static LevelCurve of(FrameGrid grid, int from, int[] levels) {
        long[] centres = new long[levels.length];
        for (int i = 0; i < levels.length; i++) {
            centres[i] = grid.centre(from + i);
        }
        return new LevelCurve(centres, levels);
    }

    /** Multiplies samples by the gain; the first of them is the sample {@code from} of the sound. */
    void apply(float[] samples, long from) {
        scale(samples, from, -STEP);
    }

    /** Divides samples by the gain. */
    void remove(float[] samples, long from) {
        scale(samples, from, STEP);
    }

    /** @param step decibels by which a higher level raises the samples */
    private void scale(float[] samples, long from, double step) {
        int segment = 0; // the next centre
        int i = 0;
        while (i < samples.length) {
            long sample = from + i;
            while (segment < centres.length && centres[segment] <= sample) {
                segment++;
            }
            int before = Math.max(0, segment - 1);
            int after = Math.min(segment, centres.length - 1);
            double slope = before == after
                    ? 0
                    : (double) (levels[after] - levels[before]) / (centres[after] - centres[before]);
            double level = levels[before] + slope * (sample - centres[before]) - UNITY;
            double gain = Math.pow(10, level * step / 20);
            double ratio = Math.pow(10, slope * step / 20);
            long end = segment < centres.length ? centres[segment] - from : samples.length;
            int stop = (int) Math.min(Math.min(end, samples.length), i + STRIDE);
            for (; i < stop; i++) {
                samples[i] = (float) (samples[i] * gain);
                gain *= ratio;
            }
        }
    }
}
