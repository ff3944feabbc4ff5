package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.sound.SoundSamples;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AbMixerTest {
    private static final int RATE = 8000;
    private static final int FADE = RATE / 200;
    private static final int LENGTH = 4000;
    private static final int OFFSET = 100_000;
    private static final float UNIT = 1 << 20;

    private final SoundSamples a = Signals.ramp(RATE, LENGTH, 0);
    private final SoundSamples b = Signals.ramp(RATE, LENGTH, OFFSET);
    private final AbMixer mixer = new AbMixer(a, b, 1, 1);

    private float[] render(int frames) {
        float[] out = new float[frames];
        assertEquals(frames, mixer.render(out, frames));
        return out;
    }

    /** Renders until no fade is left. */
    private void settle() {
        render(FADE + 1);
    }

    @Test
    void changingOverKeepsThePosition() {
        settle();
        int position = mixer.position();
        float[] before = render(1);
        assertEquals(position, before[0] * UNIT, 0.5);
        mixer.select(Side.B);
        settle();
        position = mixer.position();
        assertEquals(position + OFFSET, render(1)[0] * UNIT, 0.5);
        assertEquals(Side.B, mixer.side());
    }

    @Test
    void everyChangeIsACrossFade() {
        SplittableRandom random = new SplittableRandom(9);
        settle();
        float last = render(1)[0];
        // The largest step of a fade over the distance of the two ramps, and some more for jumps within one.
        float most = 1.5f * (OFFSET + LENGTH) / (FADE + 1) / UNIT;
        for (int n = 0; n < 50; n++) {
            switch (random.nextInt(3)) {
                case 0 -> mixer.select(mixer.side().other());
                case 1 -> mixer.seek(random.nextInt(LENGTH / 2));
                default -> mixer.loop(Optional.of(new AbMixer.Region(100, 100 + 2 * FADE + random.nextInt(500))));
            }
            for (float sample : render(2 * FADE)) {
                assertTrue(Math.abs(sample - last) <= most, "change " + n);
                last = sample;
            }
        }
    }

    @Test
    void aLoopGoesRound() {
        mixer.loop(Optional.of(new AbMixer.Region(1000, 1500)));
        mixer.seek(1000);
        settle();
        int position = mixer.position();
        render(500);
        assertEquals(position, mixer.position());
        float[] out = render(3000);
        for (float sample : out) {
            assertTrue(sample * UNIT > 999 && sample * UNIT < 1500 + FADE, "within the loop and its fade");
        }
    }

    @Test
    void whatLiesBeforeALoopIsPlayedIntoIt() {
        mixer.loop(Optional.of(new AbMixer.Region(1000, 1500)));
        render(900);
        assertEquals(900, mixer.position());
        render(650);
        assertEquals(1050, mixer.position());
    }

    @Test
    void theEndIsTheEnd() {
        mixer.seek(LENGTH - 10);
        float[] out = new float[100];
        assertEquals(10, mixer.render(out, 100));
        assertEquals(0, mixer.render(out, 100));
        assertEquals(LENGTH, mixer.position());
    }

    @Test
    void gainsAreAppliedAndTheShorterSoundEndsInSilence() {
        AbMixer matched = new AbMixer(a, Signals.ramp(RATE, 10, OFFSET), 0.5, 1);
        float[] out = new float[FADE + 100];
        matched.render(out, out.length);
        int at = matched.position();
        matched.render(out, 1);
        assertEquals(at / 2.0, out[0] * UNIT, 0.5);
        matched.select(Side.B);
        matched.render(out, FADE + 1);
        matched.render(out, 1);
        assertEquals(0, out[0]);
    }

    @Test
    void startsAreFadedIn() {
        mixer.seek(2000);
        settle();
        mixer.begin();
        float first = render(1)[0];
        assertTrue(Math.abs(first) < 3000 / UNIT / FADE, "nearly silent");
    }

    @Test
    void soundsThatDoNotGoTogetherAreRefused() {
        SoundSamples other = Signals.ramp(RATE * 2, LENGTH, 0);
        assertThrows(IllegalArgumentException.class, () -> new AbMixer(a, other, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> new AbMixer.Region(5, 5));
    }
}
