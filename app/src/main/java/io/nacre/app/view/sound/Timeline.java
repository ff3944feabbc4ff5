package io.nacre.app.view.sound;

import java.util.Optional;

/**
 * Which part of a sound is in sight, and which part of it is marked. Positions are samples, places are pixels from the left
 * edge. Immutable.
 *
 * @param length samples of the sound, at least 1
 * @param rate in Hz
 * @param width of the view in pixels, at least 1
 * @param first sample at the left edge
 * @param scale samples a pixel
 * @param marked region, if any
 */
record Timeline(int length, int rate, double width, double first, double scale, Optional<AbMixer.Region> marked) {
    /** Pixels that a sample is wide at most. */
    private static final double MAX_ZOOM = 16;

    private static final double MIN_REGION_SECONDS = 0.02;

    Timeline {
        scale = Math.max(1 / MAX_ZOOM, Math.min(scale, Math.max(1 / MAX_ZOOM, length / width)));
        first = Math.max(0, Math.min(first, length - width * scale));
    }

    /** All of a sound. */
    static Timeline of(int length, int rate, double width) {
        double pixels = Math.max(1, width);
        return new Timeline(length, rate, pixels, 0, length / pixels, Optional.empty());
    }

    /** In a view of another width: all stays in sight if it was, else the scale is kept. */
    Timeline resized(double pixels) {
        double wide = Math.max(1, pixels);
        boolean all = scale >= length / width * (1 - 1e-9);
        return new Timeline(length, rate, wide, first, all ? length / wide : scale, marked);
    }

    double sampleAt(double x) {
        return first + x * scale;
    }

    double placeOf(double sample) {
        return (sample - first) / scale;
    }

    /** @param factor above 1 to see less of the sound; what is at x stays there */
    Timeline zoomed(double factor, double x) {
        double at = sampleAt(x);
        double limited = Math.max(1 / MAX_ZOOM, Math.min(scale / factor, length / width));
        return new Timeline(length, rate, width, at - x * limited, limited, marked);
    }

    /** Moved by so many pixels, to later ones if that is positive. */
    Timeline moved(double pixels) {
        return new Timeline(length, rate, width, first + pixels * scale, scale, marked);
    }

    Timeline whole() {
        return new Timeline(length, rate, width, 0, length / width, marked);
    }

    /** With a sample in sight: moved to it if it is not, so that it comes to a tenth of the width. */
    Timeline showing(double sample) {
        double x = placeOf(sample);
        return x >= 0 && x < width
                ? this
                : new Timeline(length, rate, width, sample - width / 10 * scale, scale, marked);
    }

    /** With the part between two places marked; with none if they are too near to each other. */
    Timeline marked(double x1, double x2) {
        int from = (int) Math.max(0, Math.floor(sampleAt(Math.min(x1, x2))));
        int to = (int) Math.min(length, Math.ceil(sampleAt(Math.max(x1, x2))));
        boolean any = to - from >= Math.max(1, MIN_REGION_SECONDS * rate);
        return new Timeline(
                length, rate, width, first, scale, any ? Optional.of(new AbMixer.Region(from, to)) : Optional.empty());
    }

    Timeline unmarked() {
        return new Timeline(length, rate, width, first, scale, Optional.empty());
    }

    /** Seconds between labels of an axis that are so many pixels apart or more: 1, 2 or 5 times a power of ten, or minutes. */
    double labelStep(double pixels) {
        double least = pixels * scale / rate;
        double[] steps = {
            0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1200, 1800,
            3600
        };
        for (double step : steps) {
            if (step >= least) {
                return step;
            }
        }
        return Math.ceil(least / 3600) * 3600;
    }

    /** A moment as it is written: {@code 0:07.25}, with as many digits as a step needs. */
    static String time(double seconds, double step) {
        int digits = step >= 1 ? 0 : (int) Math.ceil(-Math.log10(step) - 1e-9);
        double rounded = Math.round(seconds * Math.pow(10, digits)) / Math.pow(10, digits);
        long minutes = (long) (rounded / 60);
        String format = digits == 0 ? "%d:%02.0f" : "%d:%0" + (3 + digits) + "." + digits + "f";
        String text = String.format(java.util.Locale.ROOT, format, minutes % 60, rounded - 60.0 * minutes);
        return minutes < 60 ? text : minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + text;
    }
}
