package io.nacre.codec.metrics.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RealFftTest {
    @ParameterizedTest
    @ValueSource(ints = {4, 8, 64, 512, 1024})
    void matchesTheDefinition(int size) {
        SplittableRandom random = new SplittableRandom(size);
        double[] frame = new double[size];
        for (int i = 0; i < size; i++) {
            frame[i] = random.nextDouble(-1, 1);
        }
        double[] power = new double[size / 2 + 1];
        new RealFft(size).power(frame, power);
        for (int k = 0; k <= size / 2; k++) {
            double re = 0;
            double im = 0;
            for (int i = 0; i < size; i++) {
                double angle = 2 * Math.PI * ((long) i * k % size) / size;
                re += frame[i] * Math.cos(angle);
                im -= frame[i] * Math.sin(angle);
            }
            assertEquals(re * re + im * im, power[k], 1e-10 * size, "seed " + size + ", bin " + k);
        }
    }
}
