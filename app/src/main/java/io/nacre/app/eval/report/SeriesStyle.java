package io.nacre.app.eval.report;

import java.util.List;

/**
 * How a curve is drawn. Ten colours that stay apart for most people with a colour deficiency, each for light and for dark
 * grounds, with at least 3:1 of contrast (WCAG 2.1, 1.4.11).
 *
 * @param colour index
 * @param marker shape of its points
 * @param dashes lengths of lines and gaps in turns, empty for a solid line
 */
record SeriesStyle(int colour, Marker marker, List<Double> dashes) {
    private static final List<String> LIGHT = List.of(
            "#0067b1", "#d1520a", "#00815f", "#b3458b", "#946a00", "#5a4bc0", "#c0272d", "#5a6570", "#4d7a12",
            "#85480f");
    private static final List<String> DARK = List.of(
            "#5cb3ff", "#ff9152", "#3ecf9f", "#f08bc7", "#e6b73c", "#a99dff", "#ff7378", "#b8bec6", "#a3d150",
            "#d8a46a");
    private static final List<Marker> MARKERS =
            List.of(Marker.CIRCLE, Marker.SQUARE, Marker.TRIANGLE, Marker.DIAMOND, Marker.DOWN, Marker.PENTAGON);
    private static final List<List<Double>> DASHES =
            List.of(List.of(6.0, 3.0), List.of(2.0, 2.5), List.of(8.0, 3.0, 2.0, 3.0), List.of(12.0, 4.0));

    /** @param index of the curve in the run */
    static SeriesStyle of(int index, boolean reference) {
        Marker marker = reference ? Marker.DOT : MARKERS.get(index % MARKERS.size());
        List<Double> dashes = reference ? DASHES.get(index % DASHES.size()) : List.of();
        return new SeriesStyle(index % LIGHT.size(), marker, dashes);
    }

    /** For a light ground, as {@code #rrggbb}. */
    String light() {
        return LIGHT.get(colour);
    }

    /** Class of the elements in the colour, by which the page chooses it for its ground. */
    String cssClass() {
        return "c" + colour;
    }

    /** Rules for {@link #cssClass}. */
    static String css() {
        StringBuilder css = new StringBuilder(":root{");
        for (int i = 0; i < LIGHT.size(); i++) {
            css.append("--c").append(i).append(':').append(LIGHT.get(i)).append(';');
        }
        css.append("}\n@media screen and (prefers-color-scheme:dark){:root{");
        for (int i = 0; i < DARK.size(); i++) {
            css.append("--c").append(i).append(':').append(DARK.get(i)).append(';');
        }
        css.append("}}\n");
        for (int i = 0; i < LIGHT.size(); i++) {
            css.append(".c").append(i).append("{--c:var(--c").append(i).append(")}");
        }
        return css.append('\n').toString();
    }
}
