package io.nacre.entropy;

/**
 * The complementary error function, by the series 7.1.6 and the continued fraction 7.1.14 of M. Abramowitz and I. A.
 * Stegun, "Handbook of Mathematical Functions", 1964. All terms of the series are positive, so nothing cancels.
 */
final class NormalTail {
    /** From here on the continued fraction converges to double precision within its terms. */
    private static final double SERIES_END = 3;

    private static final int FRACTION_TERMS = 60;

    private NormalTail() {}

    /** erfc(x) for x of at least 0, with a relative error below 1e-10. */
    static double erfc(double x) {
        return x < SERIES_END ? 1 - erfBySeries(x) : erfcByFraction(x);
    }

    private static double erfBySeries(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; sum + term != sum; n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return 2 / StrictMath.sqrt(StrictMath.PI) * StrictMath.exp(-x * x) * sum;
    }

    private static double erfcByFraction(double x) {
        double denominator = x;
        for (int n = FRACTION_TERMS; n >= 1; n--) {
            denominator = x + n / 2.0 / denominator;
        }
        return StrictMath.exp(-x * x) / StrictMath.sqrt(StrictMath.PI) / denominator;
    }
}
