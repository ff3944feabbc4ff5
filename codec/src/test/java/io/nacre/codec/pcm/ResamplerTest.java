package io.nacre.codec.pcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ResamplerTest {
    /** Pairs of rates: few phases, many, and so many that they are interpolated. */
    private static final int[][] RATES = {
        {48_000, 16_000},
        {44_100, 16_000},
        {16_000, 48_000},
        {16_000, 44_100},
        {22_050, 16_000},
        {11_025, 16_000},
        {16_000, 11_025},
        {8_000, 16_000},
        {96_000, 44_100},
        {44_101, 16_000},
        {16_000, 16_001},
        {16_000, 44_101}
    };

    static Stream<Arguments> rates() {
        return Arrays.stream(RATES).map(pair -> Arguments.of(pair[0], pair[1]));
    }

    private static float[] signal(int length, IntToDoubleFunction value) {
        float[] samples = new float[length];
        for (int i = 0; i < length; i++) {
            samples[i] = (float) value.applyAsDouble(i);
        }
        return samples;
    }

    private static float[] resample(Resampler resampler, float[] in) {
        float[] out = new float[resampler.maxOutput(in.length) + resampler.maxOutput(resampler.lookahead())];
        int count = resampler.process(in, 0, in.length, out, 0);
        count += resampler.flush(out, count);
        return Arrays.copyOf(out, count);
    }

    private static long ceilDiv(long a, long b) {
        return (a + b - 1) / b;
    }

    /** Half the input or output samples that a filter reaches over. */
    private static int margin(int from, int to) {
        return (int) (100L * to / Math.min(from, to));
    }

    /** Level, delay and images at once: a tone must come out as the same tone at the other rate. */
    @ParameterizedTest
    @MethodSource("rates")
    void tonesStayAsTheyAre(int from, int to) {
        double nyquist = Math.min(from, to) / 2.0;
        for (double part = 0.1; part <= 0.905; part += 0.1) {
            double frequency = part * nyquist;
            float[] out = resample(
                    new Resampler(from, to), signal(from / 8, i -> Math.sin(2 * Math.PI * frequency / from * i + 1)));
            double worst = 0;
            for (int m = margin(from, to); m < out.length - margin(from, to); m++) {
                worst = Math.max(worst, Math.abs(out[m] - Math.sin(2 * Math.PI * frequency / to * m + 1)));
            }
            assertTrue(worst < 2e-5, "tone at " + part + " of the Nyquist frequency: error " + worst);
        }
    }

    /** What the lower rate cannot hold must not come back as something else. */
    @ParameterizedTest
    @MethodSource("rates")
    void tonesAboveTheLowerNyquistFrequencyVanish(int from, int to) {
        double limit = Math.pow(10, -95 / 20.0);
        for (double part : new double[] {1.001, 1.02, 1.1, 1.3, 1.7, 2.1, 2.75}) {
            double frequency = part * to / 2;
            if (frequency < from / 2.0) {
                float[] out = resample(
                        new Resampler(from, to), signal(from / 8, i -> Math.sin(2 * Math.PI * frequency / from * i)));
                double worst = 0;
                for (int m = margin(from, to); m < out.length - margin(from, to); m++) {
                    worst = Math.max(worst, Math.abs(out[m]));
                }
                assertTrue(worst < limit, "tone at " + part + " of the Nyquist frequency: " + worst);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rates")
    void aConstantHasNoRipple(int from, int to) {
        float[] out = resample(new Resampler(from, to), signal(from / 10, i -> 1));
        for (int m = margin(from, to); m < out.length - margin(from, to); m++) {
            assertEquals(1, out[m], 1e-6, "sample " + m);
        }
    }

    /** An impulse that falls on an output sample spreads alike to both sides of it. */
    @ParameterizedTest
    @MethodSource("rates")
    void impulsesAreSymmetricAndNotDelayed(int from, int to) {
        int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        int up = to / divisor;
        int down = from / divisor;
        int periods = 1 + 1000 / Math.min(up, down);
        int at = periods * down;
        float[] out = resample(new Resampler(from, to), signal(2 * at + 1, i -> i == at ? 1 : 0));
        int centre = periods * up;
        float peak = out[centre];
        assertEquals(0.955 * Math.min(1, (double) to / from), peak, 1e-3);
        for (int i = 1; i <= Math.min(centre, out.length - 1 - centre); i++) {
            assertEquals(out[centre - i], out[centre + i], 1e-7, "distance " + i);
            assertTrue(Math.abs(out[centre + i]) < peak, "distance " + i);
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 40);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void piecesOfAnySizeGiveTheSame(int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int[] pair = RATES[seed % RATES.length];
        int length = random.nextInt(seed < 10 ? 300 : 20_000);
        float[] in = signal(length, i -> random.nextDouble() - 0.5);
        Resampler whole = new Resampler(pair[0], pair[1]);
        float[] expected = resample(whole, in);
        assertEquals(ceilDiv((long) length * pair[1], pair[0]), expected.length);

        Resampler resampler = whole.forOtherChannel();
        float[] out = new float[expected.length];
        int count = 0;
        int largest = 1 + random.nextInt(random.nextBoolean() ? 10 : 10_000);
        for (int done = 0; done < length; ) {
            int piece = Math.min(length - done, random.nextInt(largest + 1));
            float[] part = new float[3 + resampler.maxOutput(piece)];
            int given = resampler.process(in, done, piece, part, 3);
            System.arraycopy(part, 3, out, count, given);
            count += given;
            done += piece;
        }
        float[] rest = new float[resampler.maxOutput(resampler.lookahead())];
        int given = resampler.flush(rest, 0);
        System.arraycopy(rest, 0, out, count, given);
        assertEquals(expected.length, count + given, "seed " + seed);
        assertArrayEquals(expected, out, "seed " + seed);
        assertArrayEquals(expected, resample(resampler, in), "seed " + seed + ", used again");
    }

    /** Zeros before and behind make no difference. */
    @ParameterizedTest
    @MethodSource("rates")
    void theEndsBorderOnSilence(int from, int to) {
        SplittableRandom random = new SplittableRandom(from + to);
        int divisor = BigInteger.valueOf(from).gcd(BigInteger.valueOf(to)).intValueExact();
        int shift = from / divisor;
        float[] in = signal(700, i -> random.nextDouble() - 0.5);
        float[] padded = new float[shift + in.length + 1000];
        System.arraycopy(in, 0, padded, shift, in.length);
        float[] expected = resample(new Resampler(from, to), in);
        float[] out = resample(new Resampler(from, to), padded);
        assertArrayEquals(expected, Arrays.copyOfRange(out, to / divisor, to / divisor + expected.length));
    }

    @Test
    void equalRatesChangeNothing() {
        SplittableRandom random = new SplittableRandom(1);
        float[] in = signal(10_000, i -> 4 * random.nextDouble() - 2);
        assertArrayEquals(in, resample(new Resampler(44_100, 44_100), in));
    }

    @ParameterizedTest
    @CsvSource({
        "16000, 48000, 1, 3",
        "48000, 16000, 1, 1",
        "48000, 16000, 3, 1",
        "48000, 16000, 4, 2",
        "44100, 16000, 44100, 16000",
        "44100, 16000, 44101, 16001",
        "16000, 44100, 0, 0",
        "16000, 768000, 138240000000, 6635520000000"
    })
    void lengthsAreRoundedUp(int from, int to, long in, long out) {
        assertEquals(out, new Resampler(from, to).outputLength(in));
        if (in < 1_000_000) {
            assertEquals(out, resample(new Resampler(from, to), new float[(int) in]).length);
        }
    }

    @ParameterizedTest
    @CsvSource({"1, 16000", "16000, 1", "768000, 16000", "767999, 16000", "16000, 767999", "48000, 1", "768000, 44100"})
    void ratesFarApartGoToAndFromThoseOfTheCodec(int from, int to) {
        float[] in = signal(Math.min(from, 100), i -> 1);
        assertEquals(ceilDiv((long) in.length * to, from), resample(new Resampler(from, to), in).length);
    }

    @Test
    void whatCannotBeDoneIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Resampler(0, 16_000));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(16_000, -1));
        assertThrows(IllegalArgumentException.class, () -> new Resampler(767_999, 1009));
        Resampler resampler = new Resampler(16_000, 48_000);
        float[] in = new float[10];
        assertThrows(IndexOutOfBoundsException.class, () -> resampler.process(in, 5, 6, new float[100], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> resampler.process(in, 0, 10, new float[29], 0));
        assertThrows(IndexOutOfBoundsException.class, () -> resampler.flush(new float[10], 0));
    }
}
