package io.nacre.app.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlignedPairTest {
    private static SoundSamples noise(int rate, int channels, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] samples = new float[channels][length];
        for (float[] channel : samples) {
            for (int i = 0; i < length; i++) {
                channel[i] = (float) random.nextDouble(-0.5, 0.5);
            }
        }
        return new SoundSamples(rate, samples);
    }

    @ParameterizedTest
    @CsvSource({"8000, 16000", "16000, 16000", "32000, 16000", "44100, 44100", "48000, 48000", "96000, 48000"})
    void ratesAreThoseThatMeasuresKnow(int rate, int common) {
        SoundSamples sound = noise(rate, 1, rate, rate);
        AlignedPair pair = AlignedPair.of(sound, sound);
        assertEquals(common, pair.rate());
        assertEquals(common, pair.reference().length());
        assertEquals(0, pair.delay());
        assertTrue(SoundScores.of(pair).siSdr().orElseThrow() > 100);
    }

    @Test
    void channelsAreMeasuredApartOrMixed() {
        SoundSamples stereo = noise(16_000, 2, 16_000, 5);
        float[][] channels = stereo.channels();
        float[] louder = channels[1].clone();
        SplittableRandom random = new SplittableRandom(6);
        for (int i = 0; i < louder.length; i++) {
            louder[i] += (float) random.nextDouble(-0.05, 0.05); // 20 dB below
        }
        SoundSamples decoded = new SoundSamples(
                16_000, new float[][] {noise(16_000, 1, 16_000, 7).channels()[0], louder});
        AlignedPair apart = AlignedPair.of(stereo, decoded);
        SoundScores scores = SoundScores.of(apart);
        double first = SoundScores.of(new AlignedPair(16_000, channel(stereo, 0), channel(decoded, 0), 0))
                .siSdr()
                .orElseThrow();
        double second = SoundScores.of(new AlignedPair(16_000, channel(stereo, 1), channel(decoded, 1), 0))
                .siSdr()
                .orElseThrow();
        assertEquals(20, second, 0.3);
        assertEquals((first + second) / 2, scores.siSdr().orElseThrow(), 1e-9);
        AlignedPair mixed = AlignedPair.of(stereo, stereo.mixed());
        assertEquals(1, mixed.reference().channels().length);
        assertTrue(SoundScores.of(mixed).siSdr().orElseThrow() > 100);
    }

    private static SoundSamples channel(SoundSamples sound, int channel) {
        return new SoundSamples(sound.rate(), new float[][] {sound.channels()[channel]});
    }

    @Test
    void lengthIsThatOfTheShorter() {
        SoundSamples sound = noise(16_000, 1, 16_000, 8);
        float[] part = new float[9_000];
        System.arraycopy(sound.channels()[0], 100, part, 0, part.length);
        AlignedPair pair = AlignedPair.of(sound, new SoundSamples(16_000, new float[][] {part}));
        assertEquals(-100.0 / 16_000, pair.delay(), 1e-12);
        assertEquals(9_100, pair.reference().length());
        assertEquals(9_100, pair.decoded().length());
    }
}
