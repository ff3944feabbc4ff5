package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;

/**
 * Factors that make two sounds equally loud, since the louder one of two is taken for the better. The louder one is turned
 * down, so that nothing is clipped.
 *
 * @param gainA of the original, above 0, at most 1
 * @param gainB of what was decoded, above 0, at most 1
 */
public record LevelMatch(double gainA, double gainB) {
    /** Both as they are. */
    public static final LevelMatch NONE = new LevelMatch(1, 1);

    /** By integrated loudness after ITU-R BS.1770-4; silence is left alone. */
    public static LevelMatch of(SoundSamples a, SoundSamples b) {
        double loudnessA = Loudness.of(a);
        double loudnessB = Loudness.of(b);
        if (loudnessA <= Loudness.SILENCE || loudnessB <= Loudness.SILENCE) {
            return NONE;
        }
        double ratio = Math.pow(10, (loudnessB - loudnessA) / 20); // of B to A
        return ratio > 1 ? new LevelMatch(1, 1 / ratio) : new LevelMatch(ratio, 1);
    }

    /** By how many decibels the decoded sound is turned up against the original. */
    public double decibels() {
        return 20 * Math.log10(gainB / gainA);
    }
}
