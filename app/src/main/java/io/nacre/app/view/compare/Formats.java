package io.nacre.app.view.compare;

import io.nacre.app.eval.Metric;
import io.nacre.app.file.FileNames;
import io.nacre.app.file.Reason;
import io.nacre.app.view.Messages;
import java.util.Locale;
import java.util.OptionalDouble;

/** Numbers and errors as people read them, in the user's language. */
final class Formats {
    private static final double KIB = 1024;

    private final Messages messages;

    Formats(Messages messages) {
        this.messages = messages;
    }

    String size(long bytes) {
        return size((double) bytes);
    }

    /** Bytes in the largest unit that leaves at least one before the point. */
    String size(double bytes) {
        if (bytes < KIB) {
            return number("%,.0f B", bytes);
        }
        return bytes < KIB * KIB ? number("%,.1f KiB", bytes / KIB) : number("%,.2f MiB", bytes / KIB / KIB);
    }

    String bitsPerPixel(double value) {
        return number(value < 0.1 ? "%.4f bpp" : "%.3f bpp", value);
    }

    String seconds(double seconds) {
        return seconds < 1 ? number("%.0f ms", 1000 * seconds) : number("%.2f s", seconds);
    }

    String zoom(double zoom) {
        return number(zoom < 0.1 ? "%.1f %%" : "%.0f %%", 100 * zoom);
    }

    /** A value of a metric; a dash where it can't be measured. */
    String metric(Metric metric, OptionalDouble value) {
        if (value.isEmpty()) {
            return "–";
        }
        double v = value.getAsDouble();
        if (Double.isInfinite(v)) {
            return messages.get("identical");
        }
        return switch (metric) {
            case MS_SSIM -> number("%.4f", v);
            case SSIMULACRA2 -> number("%.1f", v);
            default -> number("%.2f " + metric.unit(), v);
        };
    }

    static String number(String format, double value) {
        return String.format(Locale.getDefault(Locale.Category.FORMAT), format, value);
    }

    /** An error in words. */
    String failure(Throwable thrown, String input) {
        return Reason.isOutOfMemory(thrown)
                ? messages.get("error.memory")
                : sentence(thrown instanceof RuntimeException ? internal(thrown) : Reason.ofInput(thrown, input));
    }

    private String internal(Throwable thrown) {
        return messages.get("error.internal", FileNames.oneLine(String.valueOf(thrown.getMessage())));
    }

    private static String sentence(String clause) {
        return clause.isEmpty() ? clause : Character.toUpperCase(clause.charAt(0)) + clause.substring(1);
    }
}
