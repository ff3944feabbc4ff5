package io.nacre.app.eval.report;

import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Draws a plot as SVG 1.1, light by its attributes; within a page, its style sheet takes over. Each point has a title, by
 * which a viewer shows its values.
 */
final class SvgPlot {
    private SvgPlot() {}

    /** @return an element, without an XML declaration */
    static String draw(Plot plot) {
        Markup svg = new Markup();
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "plot",
                "viewBox",
                "0 0 " + number(Plot.WIDTH) + " " + number(plot.height()),
                "role",
                "img",
                "aria-label",
                plot.title(),
                "font-family",
                "system-ui, 'DejaVu Sans', sans-serif",
                "font-size",
                12,
                "fill",
                "#1c2024");
        svg.line();
        svg.leaf("rect", "class", "ground", "width", "100%", "height", "100%", "fill", "#ffffff");
        definitions(svg, plot);
        axes(svg, plot);
        svg.open("g", "clip-path", "url(#" + plot.id() + "-area)").line();
        for (int i = plot.series().size() - 1; i >= 0; i--) {
            series(svg, plot, plot.series().get(i));
        }
        svg.close("g").line();
        plot.legend().forEach(key -> key(svg, plot, key));
        return svg.close("svg").line().toString();
    }

    /** A sample of a curve's line and marker, for a legend outside of plots. */
    static String sample(SeriesStyle style) {
        Markup svg = new Markup();
        svg.open("svg", "viewBox", "-14 -6 28 12", "width", 28, "height", 12, "aria-hidden", true);
        svg.open("g", "class", "series " + style.cssClass(), "stroke", style.light(), "fill", style.light());
        stroke(svg, "M-13 0L13 0", style);
        svg.leaf("path", "d", outline(style.marker()), "stroke", "none").close("g");
        return svg.close("svg").toString();
    }

    private static void definitions(Markup svg, Plot plot) {
        svg.open("defs").open("clipPath", "id", plot.id() + "-area");
        svg.leaf(
                "rect",
                "x",
                number(plot.left() - 6),
                "y",
                number(plot.top() - 6),
                "width",
                number(plot.right() - plot.left() + 12),
                "height",
                number(plot.bottom() - plot.top() + 12));
        svg.close("clipPath");
        TreeSet<Marker> used =
                plot.series().stream().map(one -> one.style().marker()).collect(Collectors.toCollection(TreeSet::new));
        for (Marker marker : used) {
            svg.leaf("path", "id", markerId(plot, marker), "d", outline(marker));
        }
        svg.close("defs").line();
    }

    private static String outline(Marker marker) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < marker.corners(); i++) {
            path.append(i == 0 ? "M" : "L")
                    .append(number(marker.x(i)))
                    .append(' ')
                    .append(number(marker.y(i)));
        }
        return path.append('Z').toString();
    }

    private static void axes(Markup svg, Plot plot) {
        svg.open("g", "class", "grid", "stroke", "#dfe3e8", "stroke-width", 1);
        for (Plot.Tick tick : plot.x().ticks()) {
            line(svg, tick.at(), plot.top(), tick.at(), plot.bottom());
        }
        for (Plot.Tick tick : plot.y().ticks()) {
            line(svg, plot.left(), tick.at(), plot.right(), tick.at());
        }
        svg.close("g").line();
        svg.open("g", "class", "axis", "stroke", "#1c2024", "stroke-width", 1);
        line(svg, plot.left(), plot.bottom(), plot.right(), plot.bottom());
        line(svg, plot.left(), plot.top(), plot.left(), plot.bottom());
        svg.close("g").line();
        svg.open("g", "text-anchor", "middle");
        for (Plot.Tick tick : plot.x().ticks()) {
            svg.element("text", tick.label(), "x", number(tick.at()), "y", number(plot.bottom() + 21));
        }
        svg.close("g").line();
        svg.open("g", "text-anchor", "end");
        for (Plot.Tick tick : plot.y().ticks()) {
            svg.element("text", tick.label(), "x", number(plot.left() - 7), "y", number(tick.at() + 4));
        }
        svg.element("text", plot.x().title(), "x", number(plot.right()), "y", number(plot.bottom() + 43));
        svg.close("g");
        svg.element(
                "text",
                plot.y().title(),
                "x",
                number(plot.left() - 40),
                "y",
                number(plot.top() - 14),
                "font-weight",
                600);
        svg.line();
    }

    private static void line(Markup svg, double x1, double y1, double x2, double y2) {
        svg.leaf("path", "d", "M" + number(x1) + " " + number(y1) + "L" + number(x2) + " " + number(y2));
    }

    private static void series(Markup svg, Plot plot, Plot.Series one) {
        SeriesStyle style = one.style();
        svg.open(
                "g",
                "class",
                "series " + style.cssClass(),
                "data-codec",
                one.codec(),
                "stroke",
                style.light(),
                "fill",
                style.light());
        StringBuilder path = new StringBuilder();
        for (Plot.Point point : one.points()) {
            path.append(path.length() == 0 ? "M" : "L")
                    .append(number(point.x()))
                    .append(' ')
                    .append(number(point.y()));
        }
        stroke(svg, path.toString(), style);
        for (Plot.Point point : one.points()) {
            svg.open(
                    "use",
                    "href",
                    "#" + markerId(plot, style.marker()),
                    "x",
                    number(point.x()),
                    "y",
                    number(point.y()),
                    "stroke",
                    "none");
            svg.element("title", point.tip()).close("use");
        }
        svg.close("g").line();
    }

    private static void stroke(Markup svg, String path, SeriesStyle style) {
        String dashes = style.dashes().stream().map(SvgPlot::number).collect(Collectors.joining(" "));
        svg.leaf(
                "path",
                "d",
                path,
                "fill",
                "none",
                "stroke-width",
                style.dashes().isEmpty() ? 2 : 1.3,
                "stroke-dasharray",
                dashes.isEmpty() ? "none" : dashes,
                "stroke-linejoin",
                "round");
    }

    private static void key(Markup svg, Plot plot, Plot.Key key) {
        SeriesStyle style = key.style();
        double y = key.y() - 4;
        svg.open("g", "class", style.cssClass(), "stroke", style.light(), "fill", style.light());
        stroke(svg, "M" + number(key.x() - 26) + " " + number(y) + "L" + number(key.x() - 6) + " " + number(y), style);
        svg.leaf(
                "use",
                "href",
                "#" + markerId(plot, style.marker()),
                "x",
                number(key.x() - 16),
                "y",
                number(y),
                "stroke",
                "none");
        svg.close("g")
                .element("text", key.text(), "x", number(key.x()), "y", number(key.y()))
                .line();
    }

    private static String markerId(Plot plot, Marker marker) {
        return plot.id() + "-" + marker.name().toLowerCase(Locale.ROOT);
    }

    private static String number(double value) {
        String text = String.format(Locale.ROOT, "%.2f", value);
        return text.replaceAll("\\.?0+$", "").replaceAll("^-0$", "0");
    }
}
