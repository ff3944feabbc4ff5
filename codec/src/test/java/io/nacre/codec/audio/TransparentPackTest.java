package io.nacre.codec.audio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** With graphs that lose nothing, what comes out is what went in: levels, windows, chunks and rates are all right. */
class TransparentPackTest {
    @ParameterizedTest
    @CsvSource({
        "16000, 1, 1, 1, 100",
        "16000, 1, 319, 1, 1",
        "16000, 1, 34567, 1, 1",
        "16000, 2, 18001, 2, 3e-3",
        "8000, 1, 12001, 2, 1",
        "11025, 2, 12000, 1, 1",
        "44100, 1, 60001, 1, 0.02",
        "48000, 2, 50001, 3, 1",
        "22051, 1, 25000, 1, 1"
    })
    void whatGoesInComesOut(int rate, int channels, int samples, int groupSeconds, float loudness) throws Exception {
        float[] original = TestSound.samples(rate, channels, samples);
        for (int i = 0; i < original.length; i++) {
            original[i] *= loudness * (i > original.length / 2 ? 0.1f : 1); // so that levels differ
        }
        try (SoundModel model = MadePack.transparent(2)) {
            byte[] file = SoundFixture.encode(
                    model, new TestSound(rate, channels, original, 1), SoundFixture.quality(100, groupSeconds));
            float[] decoded = SoundFixture.decode(model, file);
            assertEquals(original.length, decoded.length);
            double signal = 0;
            double noise = 0;
            for (int i = 0; i < original.length; i++) {
                signal += (double) original[i] * original[i];
                noise += Math.pow(original[i] - decoded[i], 2);
            }
            double snr = 10 * Math.log10(signal / noise);
            assertTrue(snr > 25, "SNR " + snr);
        }
    }

    /** A pure tone shows every seam: its second difference is nowhere larger than inside of chunks and groups. */
    @ParameterizedTest
    @CsvSource({"1, 50", "2, 50", "3, 80"})
    void aToneHasNoSeams(int groupSeconds, double quality) throws Exception {
        int samples = 16_000 * 7 + 123;
        float[] tone = new float[samples];
        for (int i = 0; i < samples; i++) {
            tone[i] = (float) (0.2 * Math.sin(2 * Math.PI * 440 / 16_000 * i));
        }
        try (SoundModel model = MadePack.transparent(2)) {
            byte[] file = SoundFixture.encode(
                    model, new TestSound(16_000, 1, tone, 1), SoundFixture.quality(quality, groupSeconds));
            float[] decoded = SoundFixture.decode(model, file);
            double inside = 0;
            double atSeams = 0;
            for (int i = 2000; i < samples - 2000; i++) { // the ends themselves are steps
                double bend = Math.abs(decoded[i - 1] - 2.0 * decoded[i] + decoded[i + 1]);
                boolean seam = (i + 1) % 16_000 < 3; // chunks are of two seconds or end with a group
                inside = seam ? inside : Math.max(inside, bend);
                atSeams = seam ? Math.max(atSeams, bend) : atSeams;
            }
            assertTrue(inside > 0.2 * Math.pow(2 * Math.PI * 440 / 16_000, 2) * 0.9, "the tone is there");
            assertTrue(atSeams <= 1.01 * inside, atSeams + " at seams, " + inside + " inside");
        }
    }
}
