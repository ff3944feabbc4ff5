package io.nacre.app.eval.report;

import io.nacre.app.eval.Metric;
import java.util.Locale;

/** Numbers as the report shows them, with a true minus sign and the same decimals throughout a column. */
final class Numbers {
    private Numbers() {}

    /** @param decimals digits after the point */
    static String fixed(double value, int decimals) {
        if (Double.isNaN(value)) {
            return "–";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        String digits = String.format(Locale.ROOT, "%." + decimals + "f", Math.abs(value));
        boolean negative = value < 0 && digits.chars().anyMatch(c -> c >= '1' && c <= '9'); // none rounds to -0
        return negative ? "−" + digits : digits;
    }

    /** With a plus sign above 0. */
    static String signed(double value, int decimals) {
        String text = fixed(value, decimals);
        return value > 0 ? "+" + text : text;
    }

    /** Three significant digits, but all digits before the point; for times and speeds. */
    static String significant(double value) {
        if (!(Math.abs(value) > 0) || Double.isInfinite(value)) {
            return fixed(value, 0);
        }
        return fixed(value, Math.max(0, 2 - (int) Math.floor(Math.log10(Math.abs(value)))));
    }

    static String rate(double value) {
        return fixed(value, 4);
    }

    /** A value on the metric's own scale. */
    static String value(Metric metric, double value) {
        return switch (metric) {
            case MS_SSIM -> fixed(value, 5);
            case STOI, ESTOI -> fixed(value, 4);
            default -> fixed(value, 3);
        };
    }

    /** The same with its unit. */
    static String valueWithUnit(Metric metric, double value) {
        return value(metric, value) + (metric.unit().isEmpty() ? "" : " " + metric.unit());
    }

    /** Bytes as MiB, a dash for 0, which stands for what is not known. */
    static String mebibytes(long bytes) {
        return bytes == 0 ? "–" : fixed(bytes / 1048576.0, 1);
    }
}
