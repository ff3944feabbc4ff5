package io.nacre.codec.metrics;

/**
 * Monotone piecewise cubic Hermite interpolation (Fritsch and Butland, "A method for constructing local monotone
 * piecewise cubic interpolants", SIAM J. Sci. Stat. Comput. 5, 1984), with the three-point end slopes of Matlab's and
 * SciPy's {@code pchip} and of the JVET spreadsheets. Immutable.
 */
final class Pchip {
    private final double[] x;
    private final double[] y;
    private final double[] slope;

    /**
     * The interpolant through the points; the arrays are kept, not copied.
     *
     * @param x strictly rising, at least three
     * @param y as many
     */
    Pchip(double[] x, double[] y) {
        this.x = x;
        this.y = y;
        int last = x.length - 1;
        slope = new double[x.length];
        for (int i = 1; i < last; i++) {
            slope[i] = innerSlope(width(i - 1), width(i), secant(i - 1), secant(i));
        }
        slope[0] = endSlope(width(0), width(1), secant(0), secant(1));
        slope[last] = endSlope(width(last - 1), width(last - 2), secant(last - 1), secant(last - 2));
    }

    /** Exact integral of the interpolant; both bounds lie within the points. */
    double integral(double from, double to) {
        double sum = 0;
        for (int i = 0; i < x.length - 1; i++) {
            double start = Math.max(from, x[i]);
            double end = Math.min(to, x[i + 1]);
            if (start < end) {
                sum += primitive(i, end) - primitive(i, start);
            }
        }
        return sum;
    }

    /** Integral of interval i's cubic from its left end to {@code at}. */
    private double primitive(int i, double at) {
        double h = width(i);
        double t = (at - x[i]) / h;
        double c1 = h * slope[i];
        double c2 = 3 * (y[i + 1] - y[i]) - h * (2 * slope[i] + slope[i + 1]);
        double c3 = h * (slope[i] + slope[i + 1]) - 2 * (y[i + 1] - y[i]);
        return h * t * (y[i] + t * (c1 / 2 + t * (c2 / 3 + t * c3 / 4)));
    }

    private double width(int i) {
        return x[i + 1] - x[i];
    }

    private double secant(int i) {
        return (y[i + 1] - y[i]) / (x[i + 1] - x[i]);
    }

    /** Weighted harmonic mean of the secants; 0 at a local extremum. */
    private static double innerSlope(double h0, double h1, double d0, double d1) {
        if (d0 * d1 <= 0) {
            return 0;
        }
        double w0 = 2 * h1 + h0;
        double w1 = h1 + 2 * h0;
        return (w0 + w1) / (w0 / d0 + w1 / d1);
    }

    /** Three-point estimate, limited to keep the shape; 0 is the interval at the end. */
    private static double endSlope(double h0, double h1, double d0, double d1) {
        double estimate = ((2 * h0 + h1) * d0 - h0 * d1) / (h0 + h1);
        if (Math.signum(estimate) != Math.signum(d0)) {
            return 0;
        }
        boolean turns = Math.signum(d0) != Math.signum(d1);
        return turns && Math.abs(estimate) > 3 * Math.abs(d0) ? 3 * d0 : estimate;
    }
}
