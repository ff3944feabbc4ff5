package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against what ITU-R BS.1770 and EBU Tech 3341 say of test signals. */
class LoudnessTest {
    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100, 48_000, 96_000})
    void aToneAtFullScaleIsThreeBelowZero(int rate) {
        // BS.1770-4: 997 Hz at 0 dBFS on one channel reads -3.01 LKFS.
        assertEquals(-3.01, Loudness.of(Signals.sine(rate, 5 * rate, 997, 1, 1)), 0.05);
    }

    @Test
    void stereoAddsUp() {
        // EBU Tech 3341, case 1: 1000 Hz at -23 dBFS on both channels reads -23 LUFS.
        double amplitude = Math.pow(10, -23 / 20.0);
        assertEquals(-23, Loudness.of(Signals.sine(48_000, 20 * 48_000, 1000, amplitude, 2)), 0.1);
    }

    @Test
    void quietPartsAreGatedAway() {
        // EBU Tech 3341, case 3: 10 s at -36, 60 s at -23, 10 s at -36 dBFS reads -23 LUFS.
        int rate = 16_000;
        float[] samples = new float[80 * rate];
        for (int i = 0; i < samples.length; i++) {
            double second = (double) i / rate;
            double level = second < 10 || second >= 70 ? -36 : -23;
            samples[i] = (float) (Math.pow(10, level / 20) * Math.sin(2 * Math.PI * 1000 * second));
        }
        assertEquals(-23, Loudness.of(new SoundSamples(rate, new float[][] {samples, samples})), 0.1);
    }

    @Test
    void halfTheAmplitudeIsSixLess() {
        SoundSamples loud = Signals.noise(48_000, 48_000, 0.8, 5);
        SoundSamples soft = Signals.noise(48_000, 48_000, 0.4, 5);
        assertEquals(6.02, Loudness.of(loud) - Loudness.of(soft), 0.01);
    }

    @Test
    void shortSoundsAndSilenceHaveALoudness() {
        assertEquals(Loudness.SILENCE, Loudness.of(new SoundSamples(16_000, new float[1][16_000])));
        assertTrue(Loudness.of(Signals.noise(16_000, 100, 0.5, 1)) > -30);
        assertTrue(Loudness.of(Signals.noise(16_000, 1, 0.5, 1)) >= Loudness.SILENCE);
    }

    @Test
    void theLouderOneIsTurnedDownToTheOther() {
        SoundSamples a = Signals.noise(48_000, 96_000, 0.2, 5);
        SoundSamples b = Signals.noise(48_000, 96_000, 0.4, 5);
        LevelMatch match = LevelMatch.of(a, b);
        assertEquals(1, match.gainA());
        assertEquals(0.5, match.gainB(), 1e-3);
        assertEquals(-6.02, match.decibels(), 0.01);
        LevelMatch reverse = LevelMatch.of(b, a);
        assertEquals(0.5, reverse.gainA(), 1e-3);
        assertEquals(1, reverse.gainB());
        assertEquals(LevelMatch.NONE, LevelMatch.of(a, new SoundSamples(48_000, new float[1][48_000])));
    }
}
