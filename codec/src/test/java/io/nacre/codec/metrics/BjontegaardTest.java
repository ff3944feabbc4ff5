package io.nacre.codec.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bjontegaard deltas of measured curves against SciPy's PchipInterpolator. */
class BjontegaardTest {
    /** Means over the Kodak pictures: bits per pixel, PSNR, MS-SSIM. */
    private static final double[][] VTM = {
        {0.04824, 26.1448, 0.860608}, {0.1125, 28.493, 0.917691}, {0.24582, 31.1999, 0.956108},
        {0.49055, 34.2615, 0.978078}, {0.87481, 37.4198, 0.988777}, {1.43085, 40.4244, 0.99386},
        {2.32461, 43.5058, 0.996948}
    };

    private static final double[][] WEBP = {
        {0.10257, 25.6749, 0.858126}, {0.1742, 27.3661, 0.908719}, {0.21742, 28.1086, 0.924163},
        {0.27442, 28.9319, 0.938454}, {0.37749, 30.1936, 0.954364}, {0.52602, 31.7099, 0.967063},
        {0.67273, 33.0089, 0.974692}, {0.82058, 34.104, 0.97996}, {0.93904, 34.872, 0.982858},
        {1.25548, 36.6997, 0.987861}, {1.70006, 38.653, 0.991958}, {2.22367, 40.2861, 0.99435},
        {2.79823, 41.6598, 0.995878}
    };
    private static final double[][] JPEG = {
        {0.09558, 21.3733, 0.723519}, {0.14216, 23.8234, 0.80693}, {0.21216, 25.8354, 0.872774},
        {0.3007, 27.3246, 0.909413}, {0.41893, 28.8044, 0.940185}, {0.53342, 29.8926, 0.956077},
        {0.68295, 31.013, 0.968279}, {0.81039, 31.8221, 0.974491}, {0.92994, 32.5154, 0.978744},
        {1.09781, 33.3596, 0.982672}, {1.34434, 34.5221, 0.986637}, {1.65288, 35.7767, 0.989719},
        {2.09642, 37.3303, 0.992336}, {2.55888, 38.8596, 0.994146}
    };
    private static final double[][] AVIF = {
        {0.10314, 27.265, 0.894697}, {0.16988, 28.8216, 0.926799}, {0.25177, 30.2905, 0.948006},
        {0.36502, 31.8694, 0.963831}, {0.52068, 33.5739, 0.975158}, {0.7199, 35.3392, 0.983014},
        {0.96016, 37.0544, 0.988064}, {1.24925, 38.7378, 0.991477}, {1.50171, 39.926, 0.993275},
        {1.88688, 41.4533, 0.995065}, {2.41865, 43.1411, 0.996567}
    };

    static Stream<Arguments> rates() {
        return Stream.of(
                Arguments.of(WEBP, 1, 81.60479401509669, 26.1448, 41.6598, 0.9706035070597877),
                Arguments.of(WEBP, 2, 60.0553531910903, 8.557621505963569, 23.8489201255681, 0.9950123699750131),
                Arguments.of(JPEG, 1, 191.41642643066515, 26.1448, 38.8596, 0.7323771672138701),
                Arguments.of(JPEG, 2, 116.08627621635334, 8.557621505963569, 22.32547281902225, 0.8295618817583319),
                Arguments.of(AVIF, 1, 21.227670132045606, 27.265, 43.1411, 1.0),
                Arguments.of(AVIF, 2, 18.702178553143135, 9.77559255928602, 24.643261965742475, 1.0));
    }

    @ParameterizedTest
    @MethodSource("rates")
    void rateMatchesSciPy(double[][] test, int quality, double percent, double low, double high, double overlap) {
        BdRate delta = BdRate.rate(column(VTM, 0), column(VTM, quality), column(test, 0), column(test, quality));
        assertEquals(percent, delta.percent(), 1e-9);
        assertEquals(low, delta.low(), 1e-9);
        assertEquals(high, delta.high(), 1e-9);
        assertEquals(overlap, delta.overlap(), 1e-9);
    }

    static Stream<Arguments> gains() {
        return Stream.of(
                Arguments.of(WEBP, -2.7875258998130477, 0.10256999999999998, 2.32461, 0.9439129612680773),
                Arguments.of(JPEG, -5.1888262698037115, 0.09558, 2.32461, 0.9707919606197387),
                Arguments.of(AVIF, -0.9324944956006258, 0.10314, 2.32461, 0.9874298606074569));
    }

    @ParameterizedTest
    @MethodSource("gains")
    void gainMatchesSciPy(double[][] test, double gain, double low, double high, double overlap) {
        BdPsnr delta = BdPsnr.gain(column(VTM, 0), column(VTM, 1), column(test, 0), column(test, 1));
        assertEquals(gain, delta.gain(), 1e-9);
        assertEquals(low, delta.low(), 1e-9);
        assertEquals(high, delta.high(), 1e-9);
        assertEquals(overlap, delta.overlap(), 1e-9);
    }

    @Test
    void aFactorOnTheRateIsThePercentage() {
        double[] rate = column(WEBP, 0);
        double[] dearer = Arrays.stream(rate).map(r -> r * 1.25).toArray();
        double[] quality = column(WEBP, 1);
        BdRate delta = BdRate.rate(rate, quality, dearer, quality);
        assertEquals(25, delta.percent(), 1e-9);
        assertEquals(1, delta.overlap());
        assertEquals(0, BdRate.rate(rate, quality, rate, quality).percent());
    }

    @Test
    void anOffsetOnTheQualityIsTheGain() {
        double[] better = Arrays.stream(column(WEBP, 1)).map(q -> q + 0.75).toArray();
        assertEquals(
                0.75,
                BdPsnr.gain(column(WEBP, 0), column(WEBP, 1), column(WEBP, 0), better)
                        .gain(),
                1e-9);
    }

    @Test
    void exchangingTheCurvesInvertsTheRatio() {
        double there = BdRate.rate(column(AVIF, 0), column(AVIF, 1), column(JPEG, 0), column(JPEG, 1))
                .percent();
        double back = BdRate.rate(column(JPEG, 0), column(JPEG, 1), column(AVIF, 0), column(AVIF, 1))
                .percent();
        assertEquals(1, (1 + there / 100) * (1 + back / 100), 1e-12);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void orderOfPointsDoesNotMatter(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double[][] shuffled = WEBP.clone();
        for (int i = shuffled.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            double[] point = shuffled[i];
            shuffled[i] = shuffled[j];
            shuffled[j] = point;
        }
        assertEquals(
                BdRate.rate(column(VTM, 0), column(VTM, 1), column(WEBP, 0), column(WEBP, 1)),
                BdRate.rate(column(VTM, 0), column(VTM, 1), column(shuffled, 0), column(shuffled, 1)),
                "seed " + seed);
    }

    static Stream<Arguments> unusable() {
        double[] rates = {0.1, 0.2, 0.4, 0.8};
        double[] qualities = {30, 32, 34, 36};
        return Stream.of(
                Arguments.of(new double[] {0.1, 0.2, 0.4}, new double[] {30, 32, 34}, "at least 4"),
                Arguments.of(rates, new double[] {30, 32, 34}, "4 rates but 3 qualities"),
                Arguments.of(new double[] {0, 0.2, 0.4, 0.8}, qualities, "positive"),
                Arguments.of(new double[] {Double.NaN, 0.2, 0.4, 0.8}, qualities, "positive"),
                Arguments.of(rates, new double[] {30, 32, 34, Double.POSITIVE_INFINITY}, "finite"),
                Arguments.of(new double[] {0.1, 0.2, 0.2, 0.8}, qualities, "does not rise"),
                Arguments.of(rates, new double[] {30, 34, 34, 36}, "does not rise"),
                Arguments.of(rates, new double[] {30, 34, 32, 36}, "does not rise"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void refusesUnusableCurves(double[] rate, double[] quality, String reason) {
        double[] rates = column(WEBP, 0);
        double[] qualities = column(WEBP, 1);
        String asTest = assertThrows(IllegalArgumentException.class, () -> BdRate.rate(rates, qualities, rate, quality))
                .getMessage();
        assertTrue(asTest.contains("test curve") && asTest.contains(reason), asTest);
        String asAnchor = assertThrows(
                        IllegalArgumentException.class, () -> BdPsnr.gain(rate, quality, rates, qualities))
                .getMessage();
        assertTrue(asAnchor.contains("anchor curve") && asAnchor.contains(reason), asAnchor);
    }

    @Test
    void refusesCurvesThatShareNoRange() {
        double[] rates = {0.1, 0.2, 0.4, 0.8};
        double[] low = {20, 22, 24, 26};
        double[] touching = {26, 28, 30, 32};
        assertThrows(IllegalArgumentException.class, () -> BdRate.rate(rates, low, rates, touching));
        double[] higherRates = {0.9, 1, 2, 3};
        assertThrows(IllegalArgumentException.class, () -> BdPsnr.gain(rates, low, higherRates, low));
    }

    /** Column 2 comes on the decibel scale. */
    private static double[] column(double[][] points, int column) {
        return Arrays.stream(points)
                .mapToDouble(p -> column == 2 ? MsSsim.decibels(p[2]) : p[column])
                .toArray();
    }
}
