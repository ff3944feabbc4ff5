package io.nacre.app.eval.report;

import java.util.List;

/**
 * A plot as it is laid out, in units of {@link #WIDTH} to the full width, y downwards. Immutable.
 *
 * @param id of the plot on its page
 * @param title what it shows, in a sentence
 * @param left edge of the area of the curves, outside of which they are clipped
 * @param top edge of it
 * @param right edge of it
 * @param bottom edge of it
 * @param height of all
 * @param series in the order of drawing, first on top
 * @param legend empty if the page has one
 */
record Plot(
        String id,
        String title,
        double left,
        double top,
        double right,
        double bottom,
        double height,
        Axis x,
        Axis y,
        List<Series> series,
        List<Key> legend) {
    static final double WIDTH = 640;

    /** @param ticks positions along the axis and their labels */
    record Axis(String title, List<Tick> ticks) {}

    /** @param at x or y */
    record Tick(double at, String label) {}

    /** @param codec id of the curve */
    record Series(String codec, SeriesStyle style, List<Point> points) {}

    /** @param tip what it stands for, in lines */
    record Point(double x, double y, String tip) {}

    /** An entry of the legend: a sample of the line from {@code x - 26} to {@code x - 6}, the text from {@code x} on. */
    record Key(double x, double y, String text, SeriesStyle style) {}
}
