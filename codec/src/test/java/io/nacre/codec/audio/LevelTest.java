package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The gain curve, and how a sender chooses its levels. */
class LevelTest {
    private static final Framing FRAMING = new Framing(16_000, 320);

    private static float[] ones(int count) {
        float[] ones = new float[count];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** The middle of a group's whole blocks of 320 samples. */
    private static double centre(FrameGrid grid, int group) {
        double first = 320.0 * group * grid.framesPerGroup();
        double end = Math.min(first + 320.0 * grid.framesPerGroup(), Math.ceil(grid.samples() / 320.0) * 320);
        return (first + end) / 2;
    }

    /** FORMAT.md's definition, sample by sample. */
    private static double gain(FrameGrid grid, int[] levels, long sample) {
        double level = levels[levels.length - 1];
        for (int g = levels.length - 1; g >= 0; g--) {
            double centre = centre(grid, g);
            if (sample < centre) {
                double before = g == 0 ? Double.NaN : centre(grid, g - 1);
                level = g == 0
                        ? levels[0]
                        : levels[g - 1] + (levels[g] - levels[g - 1]) * (sample - before) / (centre - before);
            }
        }
        return Math.pow(10, (64 - level) * 1.5 / 20);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void followsTheDefinitionWithoutSteps(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FrameGrid grid = new FrameGrid(FRAMING, 16_000 * 3 + random.nextInt(1, 16_000), 50);
        int[] levels = random.ints(grid.groups(), 24, 97).toArray();
        float[] curve = ones((int) grid.samples());
        LevelCurve.of(grid, 0, levels).apply(curve, 0);
        for (int i = 0; i < curve.length; i++) {
            assertEquals(1, curve[i] / gain(grid, levels, i), 1e-5, "seed " + seed + ", sample " + i);
            // From level to level in half a second at least: 72 levels in 8000 samples.
            assertTrue(i == 0 || Math.abs(20 * Math.log10(curve[i] / curve[i - 1])) < 0.0145, "sample " + i);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void partsAreThoseOfTheWholeAndComeBack(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        FrameGrid grid = new FrameGrid(FRAMING, 16_000 * 5, 50);
        int[] levels = random.ints(5, 24, 97).toArray();
        float[] whole = ones(16_000 * 5);
        LevelCurve.of(grid, 0, levels).apply(whole, 0);
        int from = 16_000 * 2 + random.nextInt(8000); // its first centre is that of group 1 or 2
        float[] part = ones(20_000);
        LevelCurve curve = LevelCurve.of(grid, 1, Arrays.copyOfRange(levels, 1, 5));
        curve.apply(part, from);
        for (int i = 0; i < part.length; i++) {
            assertEquals(1, part[i] / whole[from + i], 1e-5, "seed " + seed + ", sample " + i);
        }
        curve.remove(part, from);
        for (float sample : part) {
            assertEquals(1, sample, 1e-5);
        }
    }

    @Test
    void unityChangesNothing() {
        float[] samples = {1, -0.3f, 1e-9f};
        LevelCurve.of(new FrameGrid(FRAMING, 3, 500), 0, new int[] {64}).apply(samples, 0);
        assertEquals(-0.3f, samples[1]);
    }

    /** RMS in dBFS of noise, and the level that brings it to -23 dBFS in steps of 1.5 dB. */
    @ParameterizedTest
    @CsvSource({"-23, 64", "-3, 77", "-33.5, 57", "-60, 39", "-69, 33", "20, 93", "60, 96"})
    void theLoudPartComesToTheTarget(double decibels, int level) {
        LevelMeter meter = new LevelMeter(320);
        float[] noise = noise(1, 160_000, decibels);
        for (int i = 0; i < 40; i++) {
            meter.add(noise, 4000 * i, 4000);
        }
        assertEquals(level, meter.next(), 1);
        meter.add(noise(2, 999, decibels - 30), 0, 999);
        LevelMeter copy = new LevelMeter(meter);
        assertEquals(copy.next(), meter.next());
    }

    @Test
    void pausesDoNotCount() {
        LevelMeter meter = new LevelMeter(320);
        meter.add(noise(1, 16_000, -20), 0, 16_000);
        int loud = meter.next();
        meter.add(noise(1, 16_000, -20), 0, 16_000);
        meter.add(noise(2, 144_000, -60), 0, 144_000);
        assertEquals(loud, meter.next());
    }

    @Test
    void silenceHasNoLevelOfItsOwn() {
        LevelMeter meter = new LevelMeter(320);
        meter.add(new float[500], 0, 500);
        assertEquals(LevelMeter.SILENT, meter.next());
        meter.add(noise(1, 16_000, -80), 0, 16_000);
        assertEquals(LevelMeter.SILENT, meter.next());
    }

    private static float[] noise(long seed, int samples, double decibels) {
        SplittableRandom random = new SplittableRandom(seed);
        double amplitude = Math.sqrt(3) * Math.pow(10, decibels / 20);
        float[] noise = new float[samples];
        for (int i = 0; i < samples; i++) {
            noise[i] = (float) random.nextDouble(-amplitude, amplitude);
        }
        return noise;
    }
}
