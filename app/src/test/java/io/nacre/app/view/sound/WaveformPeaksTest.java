package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WaveformPeaksTest {
    private static WaveformPeaks.Range exact(float[][] channels, long from, long to) {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float[] channel : channels) {
            for (long i = Math.max(0, from); i < Math.min(channel.length, to); i++) {
                low = Math.min(low, channel[(int) i]);
                high = Math.max(high, channel[(int) i]);
            }
        }
        return new WaveformPeaks.Range(low, high);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 127, 128, 129, 1000, 54_321})
    void rangesCoverTheirSpansAndLittleMore(int length) {
        long seed = 77 + length;
        SplittableRandom random = new SplittableRandom(seed);
        float[][] channels = {
            Signals.noise(8000, length, 1, seed).channels()[0],
            Signals.noise(8000, length, 0.5, seed + 1).channels()[0]
        };
        WaveformPeaks peaks = new WaveformPeaks(channels);
        for (int n = 0; n < 200; n++) {
            int from = random.nextInt(length);
            int to = from + 1 + random.nextInt(length);
            WaveformPeaks.Range range = peaks.range(from, to);
            WaveformPeaks.Range inner = exact(channels, from, to);
            int slack = (Math.min(to, length) - from) / 4;
            WaveformPeaks.Range outer = exact(channels, from - slack, to + slack);
            String which = "seed " + seed + " from " + from + " to " + to;
            assertTrue(range.low() <= inner.low() && range.high() >= inner.high(), which);
            assertTrue(range.low() >= outer.low() && range.high() <= outer.high(), which);
        }
    }

    @Test
    void shortSpansAreExact() {
        float[][] channels = Signals.noise(8000, 5000, 1, 3).channels();
        WaveformPeaks peaks = new WaveformPeaks(channels);
        for (int from = 0; from + 40 < 5000; from += 37) {
            assertEquals(exact(channels, from, from + 40), peaks.range(from, from + 40));
        }
    }
}
