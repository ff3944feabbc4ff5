package io.nacre.app.view;

import java.util.Locale;

/** Amounts as people read them, in the user's language. */
public final class Quantities {
    private static final double KIB = 1024;
    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    private Quantities() {}

    /** Bytes in the largest unit that leaves at least one before the point. */
    public static String size(double bytes) {
        double amount = Math.abs(bytes);
        if (amount < KIB) {
            return number("%,.0f B", bytes);
        }
        if (amount < KIB * KIB) {
            return number("%,.1f KiB", bytes / KIB);
        }
        return amount < KIB * KIB * KIB
                ? number("%,.2f MiB", bytes / KIB / KIB)
                : number("%,.2f GiB", bytes / KIB / KIB / KIB);
    }

    /** A span of time, the coarser the longer: {@code 8 s}, {@code 2 min 5 s}, {@code 3 h 10 min}. */
    public static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < MINUTE) {
            return whole + " s";
        }
        return whole < HOUR
                ? whole / MINUTE + " min " + whole % MINUTE + " s"
                : whole / HOUR + " h " + whole % HOUR / MINUTE + " min";
    }

    /** A number by a format of {@link String#format}. */
    public static String number(String format, double value) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), format, value);
    }

    /** A number by a format that shows its sign, with a minus as wide as a plus. */
    public static String signed(String format, double value) {
        return number(format, value).replace('-', '−');
    }
}
