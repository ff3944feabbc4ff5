package io.nacre.app.eval.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A plot's axis: where values lie, and which are marked. Immutable.
 *
 * @param low value at its start
 * @param high value at its end, above {@code low}
 * @param logarithmic whether equal steps are equal ratios; {@code low} is positive then
 * @param ticks rising
 */
record Scale(double low, double high, boolean logarithmic, List<Tick> ticks) {
    private static final double[] STEPS = {1, 2, 5, 10};
    private static final double MARGIN = 1.06;

    /** A value that is marked. */
    record Tick(double value, String label) {}

    /**
     * Equal steps, ends on ticks.
     *
     * @param intervals about how many
     */
    static Scale linear(double least, double most, int intervals) {
        double width = most > least ? most - least : Math.max(1, Math.abs(most) / 10);
        double step = step(width / intervals);
        long first = (long) Math.floor(least / step);
        long last = Math.max(first + 1, (long) Math.ceil(most / step));
        int decimals = Math.max(0, -(int) Math.floor(Math.log10(step) + 1e-9));
        List<Tick> ticks = new ArrayList<>();
        for (long i = first; i <= last; i++) {
            ticks.add(new Tick(i * step, Numbers.fixed(i * step, decimals)));
        }
        return new Scale(first * step, last * step, false, List.copyOf(ticks));
    }

    /** Equal ratios, a little beyond the values, which are positive. */
    static Scale logarithmic(double least, double most) {
        double low = least / MARGIN;
        double high = most * MARGIN;
        List<Tick> ticks = new ArrayList<>();
        for (int power = (int) Math.floor(Math.log10(low)); power <= Math.log10(high); power++) {
            for (int i = 0; i < 3; i++) {
                double value = STEPS[i] * Math.pow(10, power);
                if (value >= low && value <= high) {
                    ticks.add(new Tick(value, Numbers.fixed(value, Math.max(0, -power))));
                }
            }
        }
        return new Scale(low, high, true, List.copyOf(ticks));
    }

    /** The smallest of 1, 2, 5 times a power of ten that is not below. */
    private static double step(double least) {
        double power = Math.pow(10, Math.floor(Math.log10(least)));
        for (double factor : STEPS) {
            if (factor * power >= least * (1 - 1e-9)) {
                return factor * power;
            }
        }
        throw new IllegalStateException("step of at least " + least);
    }

    /** Where a value lies: 0 at the start, 1 at the end. */
    double position(double value) {
        return logarithmic ? Math.log(value / low) / Math.log(high / low) : (value - low) / (high - low);
    }
}
