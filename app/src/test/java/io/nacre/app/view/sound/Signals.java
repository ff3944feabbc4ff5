package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import java.util.SplittableRandom;

/** Sounds for tests. */
final class Signals {
    private Signals() {}

    /** A sine on every channel. */
    static SoundSamples sine(int rate, int length, double hertz, double amplitude, int channels) {
        float[][] samples = new float[channels][length];
        for (float[] channel : samples) {
            for (int i = 0; i < length; i++) {
                channel[i] = (float) (amplitude * Math.sin(2 * Math.PI * hertz * i / rate));
            }
        }
        return new SoundSamples(rate, samples);
    }

    /** One channel of white noise within +-amplitude. */
    static SoundSamples noise(int rate, int length, double amplitude, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (amplitude * (2 * random.nextDouble() - 1));
        }
        return new SoundSamples(rate, new float[][] {samples});
    }

    /** One channel that counts: sample i is (i + offset) / 2^20. */
    static SoundSamples ramp(int rate, int length, int offset) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (i + offset) / (float) (1 << 20);
        }
        return new SoundSamples(rate, new float[][] {samples});
    }
}
