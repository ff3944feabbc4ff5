package io.nacre.app.view.sound;

/**
 * The weighting of ITU-R BS.1770-4: a shelf for the head and a high-pass filter. The recommendation gives coefficients for
 * 48 kHz; those for other rates come from the analogue filters that these are the bilinear transforms of.
 */
final class KWeighting {
    private static final double SHELF_HZ = 1681.974450955533;
    private static final double SHELF_DB = 3.999843853973347;
    private static final double SHELF_Q = 0.7071752369554196;
    private static final double SHELF_BAND_EXPONENT = 0.4996667741545416;
    private static final double PASS_HZ = 38.13547087602444;
    private static final double PASS_Q = 0.5003270373238773;

    private final Biquad shelf;
    private final Biquad pass;

    /** @param rate in Hz */
    KWeighting(int rate) {
        double k = Math.tan(Math.PI * Math.min(SHELF_HZ, 0.49 * rate) / rate);
        double high = Math.pow(10, SHELF_DB / 20);
        double band = Math.pow(high, SHELF_BAND_EXPONENT);
        double norm = 1 + k / SHELF_Q + k * k;
        shelf = new Biquad(
                (high + band * k / SHELF_Q + k * k) / norm,
                2 * (k * k - high) / norm,
                (high - band * k / SHELF_Q + k * k) / norm,
                2 * (k * k - 1) / norm,
                (1 - k / SHELF_Q + k * k) / norm);
        k = Math.tan(Math.PI * PASS_HZ / rate);
        norm = 1 + k / PASS_Q + k * k;
        pass = new Biquad(1, -2, 1, 2 * (k * k - 1) / norm, (1 - k / PASS_Q + k * k) / norm);
    }

    double next(double sample) {
        return pass.next(shelf.next(sample));
    }

    /** A recursive filter of second order, in transposed direct form II. */
    private static final class Biquad {
        private final double b0;
        private final double b1;
        private final double b2;
        private final double a1;
        private final double a2;
        private double s1;
        private double s2;

        Biquad(double b0, double b1, double b2, double a1, double a2) {
            this.b0 = b0;
            this.b1 = b1;
            this.b2 = b2;
            this.a1 = a1;
            this.a2 = a2;
        }

        double next(double x) {
            double y = b0 * x + s1;
            s1 = b1 * x - a1 * y + s2;
            s2 = b2 * x - a2 * y;
            return y;
        }
    }
}
