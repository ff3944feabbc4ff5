package io.nacre.codec.metrics.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RationalResamplerTest {
    /** Values by SciPy's polyphase resampler with the filter of pystoi 0.4.1; both ends are in the zeros' reach. */
    @Test
    void matchesThePythonPort() {
        double[] slower = new RationalResampler(44_100, 10_000).resample(SyntheticSound.original(200, 44_100));
        assertEquals(46, slower.length);
        assertEquals(0.4256393281052262, slower[0], 1e-12);
        assertEquals(0.3595956407769459, slower[1], 1e-12);
        assertEquals(-0.25890367382480245, slower[20], 1e-12);
        assertEquals(0.10680834024777607, slower[44], 1e-12);
        assertEquals(-0.14838375418223873, slower[45], 1e-12);
        double[] faster = new RationalResampler(8_000, 10_000).resample(SyntheticSound.original(60, 8_000));
        assertEquals(75, faster.length);
        assertEquals(0.7503477913716313, faster[0], 1e-12);
        assertEquals(0.29243079202598216, faster[1], 1e-12);
        assertEquals(-0.07828165442904579, faster[37], 1e-12);
        assertEquals(-0.022489995289554185, faster[74], 1e-12);
    }

    /** Tones below nine tenths of the lower Nyquist frequency pass with neither ripple nor delay. */
    @ParameterizedTest
    @CsvSource({"16000, 100", "16000, 4500", "44100, 1000", "44100, 4400", "8000, 3500", "48000, 3000"})
    void tonesPass(int rate, double frequency) {
        double[] out = new RationalResampler(rate, 10_000).resample(tone(rate / 2, rate, frequency));
        for (int i = 1000; i < 4000; i++) {
            assertEquals(Math.sin(2 * Math.PI * frequency * i / 10_000), out[i], 2e-3, "sample " + i);
        }
    }

    @ParameterizedTest
    @CsvSource({"16000, 5600", "16000, 7900", "44100, 5600", "44100, 21000", "48000, 9000"})
    void tonesAboveNyquistAreRemoved(int rate, double frequency) {
        double[] out = new RationalResampler(rate, 10_000).resample(tone(rate / 2, rate, frequency));
        for (int i = 1000; i < 4000; i++) {
            assertTrue(Math.abs(out[i]) < 1.5e-3, "sample " + i + ": " + out[i]);
        }
    }

    @Test
    void equalRatesChangeNothing() {
        float[] in = SyntheticSound.original(300, 10_000);
        double[] out = new RationalResampler(10_000, 10_000).resample(in);
        for (int i = 0; i < in.length; i++) {
            assertEquals(in[i], out[i], 1e-12);
        }
    }

    private static float[] tone(int samples, int rate, double frequency) {
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) Math.sin(2 * Math.PI * frequency * i / rate);
        }
        return tone;
    }
}
