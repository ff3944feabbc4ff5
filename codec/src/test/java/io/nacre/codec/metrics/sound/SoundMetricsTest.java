package io.nacre.codec.metrics.sound;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The measures of sound on synthetic signals, whose exact samples other programs can make. */
class SoundMetricsTest {
    /** What the reference values stand on. */
    @Test
    void syntheticSoundIsTheOneMeasured() {
        float[] first = Arrays.copyOf(SyntheticSound.original(8, 16_000), 8);
        float[] expected = {24587, 15378, 6222, 5121, 9545, 6851, 2284, -115};
        for (int i = 0; i < 8; i++) {
            expected[i] /= 32768;
        }
        assertArrayEquals(expected, first);
        float[] distorted = SyntheticSound.distorted(SyntheticSound.original(4000, 16_000), 400);
        assertEquals(-1772, distorted[3999] * 32768);
    }

    /**
     * STOI and ESTOI by the Python port of the authors' program (pystoi 0.4.1), the others computed in NumPy (float64).
     * The port adds a little noise to what ESTOI normalizes.
     */
    @ParameterizedTest
    @CsvSource({
        "32000, 16000,   64, 10.994152303263505, 5.365982022023662, 0.9595572200810553, 0.8918159762278268",
        "24000, 16000,  400, 10.405294736337753, 15.053861913060684, 0.8774095068991532, 0.7492200048752404",
        "52920, 44100, 1000, 11.911700516363513, 21.957711699488772, 0.7943379655817395, 0.6598732065761024",
        "62400, 48000, 3000, 2.9547825779645773, 30.148850207268506, 0.649359237171821, 0.5337929917913987"
    })
    void matchTheReferences(
            int samples, int rate, int strength, double siSdr, double logMel, double stoi, double estoi) {
        float[] x = SyntheticSound.original(samples, rate);
        float[] y = SyntheticSound.distorted(x, strength);
        assertEquals(siSdr, SiSdr.of(x, y).orElseThrow(), 1e-9);
        assertEquals(logMel, LogMelDistance.of(x, y, rate).orElseThrow(), 1e-9);
        assertEquals(logMel, LogMelDistance.of(y, x, rate).orElseThrow(), 1e-9);
        assertEquals(stoi, Stoi.of(x, y, rate).orElseThrow(), 1e-9);
        assertEquals(estoi, Stoi.extended(x, y, rate).orElseThrow(), 1e-6);
    }

    @ParameterizedTest
    @CsvSource({
        "16000, 8000, 0.7546485959297506, 0.5721868678207924",
        "44100, 22050, 0.8239628513536991, 0.6668178674572208",
        "20000, 10000, 0.8599235448950895, 0.722865043632515"
    })
    void stoiTakesOtherRates(int samples, int rate, double stoi, double estoi) {
        float[] x = SyntheticSound.original(samples, rate);
        float[] y = SyntheticSound.distorted(x, 500);
        assertEquals(stoi, Stoi.of(x, y, rate).orElseThrow(), 1e-9);
        assertEquals(estoi, Stoi.extended(x, y, rate).orElseThrow(), 1e-6);
    }

    @ParameterizedTest
    @ValueSource(ints = {16_000, 44_100})
    void equalSignalsArePerfect(int rate) {
        float[] x = SyntheticSound.original(rate, rate);
        assertEquals(0, LogMelDistance.of(x, x.clone(), rate).orElseThrow());
        assertEquals(Double.POSITIVE_INFINITY, SiSdr.of(x, x.clone()).orElseThrow());
        assertEquals(1, Stoi.of(x, x.clone(), rate).orElseThrow(), 1e-12);
        assertEquals(1, Stoi.extended(x, x.clone(), rate).orElseThrow(), 1e-12);
    }

    /** Only the log-mel distance hears the level: 6.02 dB for half of it where the floor is not met. */
    @Test
    void onlyLogMelHearsTheLevel() {
        float[] x = noise(7, 16_000);
        float[] y = SyntheticSound.distorted(x, 100);
        float[] half = new float[x.length];
        float[] halfDistorted = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            half[i] = x[i] / 2;
            halfDistorted[i] = y[i] / 2;
        }
        assertEquals(20 * Math.log10(2), LogMelDistance.of(x, half, 16_000).orElseThrow(), 1e-9);
        assertEquals(SiSdr.of(x, y).orElseThrow(), SiSdr.of(x, halfDistorted).orElseThrow(), 1e-9);
        assertEquals(
                Stoi.of(x, y, 16_000).orElseThrow(),
                Stoi.of(x, halfDistorted, 16_000).orElseThrow(),
                1e-9);
        assertEquals(
                Stoi.extended(x, y, 16_000).orElseThrow(),
                Stoi.extended(x, halfDistorted, 16_000).orElseThrow(),
                1e-9);
    }

    @Test
    void unrelatedNoiseIsNotIntelligible() {
        float[] x = noise(1, 32_000);
        float[] y = noise(2, 32_000);
        assertEquals(0, Stoi.of(x, y, 16_000).orElseThrow(), 0.05);
        assertEquals(0, Stoi.extended(x, y, 16_000).orElseThrow(), 0.05);
        assertTrue(SiSdr.of(x, y).orElseThrow() < -30);
    }

    /** Pauses of the clean signal do not count, whatever the processed one has there. */
    @Test
    void stoiLeavesPausesOut() {
        float[] speech = noise(3, 16_000);
        float[] noisy = SyntheticSound.distorted(speech, 2000);
        float[] x = Arrays.copyOf(speech, 48_000);
        float[] y = Arrays.copyOf(noisy, 48_000);
        double quiet = Stoi.of(x, y, 16_000).orElseThrow();
        System.arraycopy(noise(4, 31_000), 0, y, 17_000, 31_000);
        assertEquals(quiet, Stoi.of(x, y, 16_000).orElseThrow(), 1e-12);
    }

    @Test
    void silenceIsNoReference() {
        float[] silence = new float[16_000];
        float[] noise = noise(5, 16_000);
        assertTrue(SiSdr.of(silence, noise).isEmpty());
        assertEquals(Double.NEGATIVE_INFINITY, SiSdr.of(noise, silence).orElseThrow());
        assertEquals(0, Stoi.of(noise, silence, 16_000).orElseThrow(), 1e-12);
        assertEquals(0, Stoi.extended(noise, silence, 16_000).orElseThrow(), 1e-12);
        assertEquals(0, Stoi.of(silence, noise, 16_000).orElseThrow(), 1e-12);
        assertEquals(0, LogMelDistance.of(silence, silence, 16_000).orElseThrow());
    }

    @Test
    void shortSignalsHaveNone() {
        float[] x = noise(6, 4096);
        assertTrue(LogMelDistance.of(x, x, 48_000).isPresent());
        assertTrue(LogMelDistance.of(Arrays.copyOf(x, 4095), Arrays.copyOf(x, 4095), 48_000)
                .isEmpty());
        assertTrue(LogMelDistance.of(Arrays.copyOf(x, 2048), Arrays.copyOf(x, 2048), 16_000)
                .isPresent());
        assertTrue(LogMelDistance.of(Arrays.copyOf(x, 2047), Arrays.copyOf(x, 2047), 16_000)
                .isEmpty());
        // 30 frames of the joined signal end before a 31st of the signal, and a frame that ends the signal is dropped.
        int least = 256 + 30 * 128 + 1;
        float[] y = noise(6, least);
        assertTrue(Stoi.of(y, y, 10_000).isPresent());
        assertTrue(Stoi.of(Arrays.copyOf(y, least - 1), Arrays.copyOf(y, least - 1), 10_000)
                .isEmpty());
        assertTrue(Stoi.extended(new float[1], new float[1], 10_000).isEmpty());
    }

    @Test
    void refusesWhatCannotBeCompared() {
        float[] x = new float[5000];
        float[] longer = new float[5001];
        assertThrows(IllegalArgumentException.class, () -> SiSdr.of(x, longer));
        assertThrows(IllegalArgumentException.class, () -> SiSdr.of(new float[0], new float[0]));
        assertThrows(IllegalArgumentException.class, () -> LogMelDistance.of(x, longer, 16_000));
        assertThrows(IllegalArgumentException.class, () -> LogMelDistance.of(x, x, 22_050));
        assertThrows(IllegalArgumentException.class, () -> Stoi.of(x, longer, 16_000));
        assertThrows(IllegalArgumentException.class, () -> Stoi.of(x, x, 7_975));
        assertThrows(IllegalArgumentException.class, () -> Stoi.extended(x, x, 192_025));
        assertThrows(IllegalArgumentException.class, () -> Stoi.extended(x, x, 44_101));
    }

    private static float[] noise(long seed, int samples) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = random.nextInt(-8192, 8192) / 32768f;
        }
        return noise;
    }
}
