package io.nacre.app.view;

import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.shape.FillRule;
import javafx.scene.shape.SVGPath;

/** Pictograms on a grid of 16 x 16; their colour is that of the style class {@code icon}. */
public enum Icon {
    OPEN("M1 3h5l1.5 2H15v8.5H1z M2.4 6.4v5.7h11.2V6.4z"),
    SAVE("M7.3 1h1.4v7.2l2.6-2.6 1 1L8 10.9 3.7 6.6l1-1 2.6 2.6z M2 12h1.4v1.6h9.2V12H14v3H2z"),
    SETTINGS(
            "M1 3.3h7.2a2 2 0 0 1 3.6 0H15v1.4h-3.2a2 2 0 0 1-3.6 0H1z M1 11.3h2.2a2 2 0 0 1 3.6 0H15v1.4H6.8a2 2 0 0 1"
                    + "-3.6 0H1z"),
    HELP(
            "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z m0 1.4a5.6 5.6 0 1 0 0 11.2A5.6 5.6 0 0 0 8 2.4z M7.3 10.6h1.4V12H7.3z M5.4"
                    + " 6.3a2.6 2.6 0 1 1 3.3 2.5v1H7.3V7.7H8a1.3 1.3 0 1 0-1.3-1.4z"),
    SPLIT("M1 2.5h14v11H1z M2.4 3.9v8.2h4.9V3.9z"),
    SIDE_BY_SIDE("M1 2.5h6v11H1z M2.4 3.9v8.2h3.2V3.9z M9 2.5h6v11H9z M10.4 3.9v8.2h3.2V3.9z"),
    SINGLE("M1 2.5h14v11H1z M2.4 3.9v8.2h11.2V3.9z"),
    DIFFERENCE("M1 1h9v4h5v10H6v-4H1z M2.4 2.4v7.2H6V5h2.6V2.4z M10 6.4V11H7.4v2.6h6.2V6.4z"),
    SWAP("M4.5 2 1 5.5 4.5 9V6.3H14V4.7H4.5z M11.5 7v2.7H2v1.6h9.5V14L15 10.5z"),
    ARROWS("M6 4 2 8l4 4z M10 4l4 4-4 4z"),
    CLOSE("M3 2l5 5 5-5 1 1-5 5 5 5-1 1-5-5-5 5-1-1 5-5-5-5z"),
    DROP(
            "M1 2h14v8h-1.4V3.4H2.4v9.2H8V14H1z M3.6 11.2 6.6 7l2.2 2.6L10.4 8l1.6 1.8h-1.8L8.9 11.2z M11.3 10h1.4v2.3H15v1.4h-2.3V16"
                    + "h-1.4v-2.3H9v-1.4h2.3z");

    private final String path;

    Icon(String path) {
        this.path = path;
    }

    /** A new node with the pictogram, of 16 pixels or more. */
    public Node node(double size) {
        SVGPath shape = new SVGPath();
        shape.setContent(path);
        shape.setFillRule(FillRule.EVEN_ODD);
        shape.getStyleClass().add("icon");
        shape.setScaleX(size / 16);
        shape.setScaleY(size / 16);
        return new Group(shape);
    }
}
