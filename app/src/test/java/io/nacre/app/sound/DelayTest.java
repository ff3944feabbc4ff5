package io.nacre.app.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DelayTest {
    private static final int RATE = 16_000;

    /** A sum of tones below 6 kHz that is known between its samples, too. */
    private static float[] tones(int length, double late, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[] samples = new double[length];
        for (int tone = 0; tone < 60; tone++) {
            double step = 2 * Math.PI * random.nextDouble(50, 6000) / RATE;
            double phase = random.nextDouble(2 * Math.PI);
            for (int i = 0; i < length; i++) {
                samples[i] += Math.sin(step * (i - late) + phase) / 60;
            }
        }
        float[] rounded = new float[length];
        for (int i = 0; i < length; i++) {
            rounded[i] = (float) samples[i];
        }
        return rounded;
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -1, 0.125, -0.5, 0.875, 312, 312.25, -640.375, 1279, -1280})
    void isFoundAndTakenAway(double delay) {
        long seed = 3;
        float[] reference = tones(30_000, 0, seed);
        float[] decoded = tones(30_000, delay, seed);
        assertEquals(delay, Delay.between(reference, decoded, RATE), "seed " + seed);
        float[] moved = Delay.removed(decoded, delay);
        assertEquals(30_000 - (int) Math.floor(delay), moved.length);
        for (int i = 2000; i < 28_000; i++) {
            assertEquals(reference[i], moved[i], 2e-3, "sample " + i + ", seed " + seed);
        }
    }

    @Test
    void levelAndNoiseDoNotHideIt() {
        long seed = 4;
        SplittableRandom random = new SplittableRandom(seed);
        float[] reference = tones(30_000, 0, seed);
        float[] decoded = tones(30_000, 100.5, seed);
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = 0.2f * decoded[i] + (float) random.nextDouble(-0.02, 0.02);
        }
        assertEquals(100.5, Delay.between(reference, decoded, RATE), 0.125, "seed " + seed);
    }

    /** Noise of its own under an envelope of syllables: what a codec makes that sends no waveform. */
    private static float[] noiseUnderEnvelope(int length, int late, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        SplittableRandom syllables = new SplittableRandom(9);
        float[] samples = new float[length];
        double level = 0;
        for (int i = 0; i < length; i++) {
            if (i % 1600 == 0) {
                level = syllables.nextDouble();
            }
            if (i + late < length) {
                samples[i + late] = (float) (level * random.nextDouble(-1, 1));
            }
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 160, 640})
    void ofAnotherWaveformEnvelopesTellIt(int late) {
        float[] reference = noiseUnderEnvelope(60_000, 0, 7);
        float[] decoded = noiseUnderEnvelope(60_000, late, 8);
        assertEquals(late, Delay.between(reference, decoded, RATE), 16, "seeds 7, 8, 9");
    }

    @Test
    void silenceAndShortSoundsHaveNone() {
        assertEquals(0, Delay.between(new float[5000], new float[4000], RATE));
        assertEquals(0, Delay.between(new float[] {1}, new float[] {1}, RATE));
        assertEquals(0, Delay.between(new float[] {1, 0}, new float[] {-1, 0, 0}, RATE));
    }

    @Test
    void wholeSamplesAreMovedAsTheyAre() {
        float[] samples = {1, 2, 3, 4};
        assertArrayEquals(new float[] {3, 4}, Delay.removed(samples, 2));
        assertArrayEquals(new float[] {0, 1, 2, 3, 4}, Delay.removed(samples, -1));
        assertArrayEquals(samples, Delay.removed(samples, 0));
        assertEquals(1, Delay.removed(samples, 9).length);
    }
}
