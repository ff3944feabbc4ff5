package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;

/**
 * Integrated loudness after ITU-R BS.1770-4: K-weighting, blocks of 400 ms that overlap by three quarters, an absolute gate
 * at -70 LUFS and a relative one 10 LU below what that leaves. All channels weigh the same, which is right for mono and
 * stereo.
 */
final class Loudness {
    /** What is not louder counts as this: silence. */
    static final double SILENCE = -70;

    private static final double OFFSET = -0.691;
    private static final double RELATIVE_GATE = 10;
    private static final double STEP_SECONDS = 0.1;
    private static final int STEPS_PER_BLOCK = 4;

    private Loudness() {}

    /**
     * Measures.
     *
     * @return LUFS, at least {@link #SILENCE}; of sounds shorter than a block that of all of it
     */
    static double of(SoundSamples sound) {
        int step = Math.max(1, (int) Math.round(STEP_SECONDS * sound.rate()));
        double[] powers = blocks(stepPowers(sound, step));
        double absolute = gatedMean(powers, power(SILENCE));
        double relative = absolute == 0 ? 0 : gatedMean(powers, power(loudness(absolute) - RELATIVE_GATE));
        return relative == 0 ? SILENCE : Math.max(SILENCE, loudness(relative));
    }

    /** Mean squares of the weighted samples, channels added up, of steps of a quarter of a block. */
    private static double[] stepPowers(SoundSamples sound, int step) {
        double[] powers = new double[Math.max(1, sound.length() / step)];
        for (float[] channel : sound.channels()) {
            KWeighting weighting = new KWeighting(sound.rate());
            int at = 0;
            for (int i = 0; i < powers.length; i++) {
                int end = i == 0 && powers.length == 1 ? Math.min(channel.length, STEPS_PER_BLOCK * step) : at + step;
                double sum = 0;
                int from = at;
                for (; at < end; at++) {
                    double weighted = weighting.next(channel[at]);
                    sum += weighted * weighted;
                }
                powers[i] += sum / (end - from);
            }
        }
        return powers;
    }

    private static double[] blocks(double[] steps) {
        int length = Math.min(STEPS_PER_BLOCK, steps.length);
        double[] blocks = new double[steps.length - length + 1];
        for (int i = 0; i < blocks.length; i++) {
            for (int s = 0; s < length; s++) {
                blocks[i] += steps[i + s] / length;
            }
        }
        return blocks;
    }

    private static double gatedMean(double[] powers, double gate) {
        double sum = 0;
        int count = 0;
        for (double power : powers) {
            if (power > gate) {
                sum += power;
                count++;
            }
        }
        return count == 0 ? 0 : sum / count;
    }

    private static double loudness(double power) {
        return OFFSET + 10 * Math.log10(power);
    }

    private static double power(double loudness) {
        return Math.pow(10, (loudness - OFFSET) / 10);
    }
}
