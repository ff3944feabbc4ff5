package io.nacre.app.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpectrogramTest {
    private static float[] tone(int rate, double frequency, double amplitude, int length) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) (amplitude * Math.sin(2 * Math.PI * frequency * i / rate));
        }
        return samples;
    }

    @ParameterizedTest
    @CsvSource({"16000, 1000, 1, 0", "16000, 6000, 0.1, -20", "48000, 15000, 0.5, -6.02", "44100, 11025, 1, 0"})
    void aToneStandsInItsRowAtItsLevel(int rate, double frequency, double amplitude, double level) {
        int rows = 128;
        double[][] levels = Spectrogram.levels(tone(rate, frequency, amplitude, 2 * rate), rate, 50, rows);
        int row = (int) (frequency / (rate / 2.0) * rows);
        for (int column = 5; column < 45; column++) {
            double loudest = Math.max(levels[column][row], levels[column][row - 1]);
            assertEquals(level, loudest, 0.3, "column " + column);
            assertTrue(levels[column][row / 4] < level - 50, "column " + column);
        }
    }

    @Test
    void silenceIsTheFloor() {
        double[][] levels = Spectrogram.levels(new float[10], 16_000, 20, 256);
        for (double[] column : levels) {
            for (double level : column) {
                assertEquals(Spectrogram.FLOOR, level);
            }
        }
    }

    @Test
    void whatIsLouderInTheSecondIsRedAndWhatIsQuieterBlue() {
        int length = 32_000;
        SoundSamples quiet = new SoundSamples(16_000, new float[][] {tone(16_000, 2000, 0.01, length)});
        SoundSamples loud = new SoundSamples(16_000, new float[][] {tone(16_000, 2000, 1, length)});
        BufferedImage louder = SpectrogramPlot.paint(new AlignedPair(16_000, quiet, loud, 0), "a", "b");
        BufferedImage quieter = SpectrogramPlot.paint(new AlignedPair(16_000, loud, quiet, 0), "a", "b");
        BufferedImage same = SpectrogramPlot.paint(new AlignedPair(16_000, loud, loud, 0), "a", "b");
        int red = ColourScale.DIFFERENCES.rgb(1);
        int blue = ColourScale.DIFFERENCES.rgb(0);
        int bar = 2 * 256; // the colour bar has a few pixels of its ends
        assertTrue(count(louder, red) > bar && count(louder, blue) < bar);
        assertTrue(count(quieter, blue) > bar && count(quieter, red) < bar);
        assertTrue(count(same, red) < bar && count(same, blue) < bar);
    }

    private static int count(BufferedImage image, int rgb) {
        int count = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                count += (image.getRGB(x, y) & 0xFFFFFF) == rgb ? 1 : 0;
            }
        }
        return count;
    }
}
