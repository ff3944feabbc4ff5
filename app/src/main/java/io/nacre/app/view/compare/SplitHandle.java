package io.nacre.app.view.compare;

import io.nacre.app.view.Icon;
import io.nacre.app.view.model.ViewState;
import io.nacre.app.view.render.Painter;
import io.nacre.app.view.render.Scene.Arrangement;
import javafx.scene.Cursor;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/** The line between two pictures, with a knob to drag it. Lies over the view. */
final class SplitHandle extends Pane {
    private static final double GRIP = 22;
    private static final double KNOB = 34;
    /** Share of the height above the knob: below what is looked at. */
    private static final double KNOB_PLACE = 0.85;

    private final ViewState view;
    private final Region line = new Region();
    private final StackPane knob = new StackPane(Icon.ARROWS.node(16));
    private final Region grip = new Region();
    private boolean needed;

    SplitHandle(ViewState view, String accessibleText) {
        this.view = view;
        setPickOnBounds(false);
        line.getStyleClass().add("split-line");
        line.setMouseTransparent(true);
        knob.getStyleClass().add("split-knob");
        knob.setMouseTransparent(true);
        grip.setCursor(Cursor.H_RESIZE);
        grip.setId("split-grip");
        grip.setAccessibleText(accessibleText);
        grip.setOnMouseDragged(e -> view.split(sceneToLocal(e.getSceneX(), 0).getX() / getWidth()));
        getChildren().addAll(line, grip, knob);
    }

    /** @param two whether there are two pictures */
    void update(boolean two) {
        needed = two;
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        Arrangement shown = view.shown();
        boolean split = needed && shown == Arrangement.SPLIT;
        boolean beside = needed && shown == Arrangement.SIDE_BY_SIDE;
        line.setVisible(split || beside);
        knob.setVisible(split);
        grip.setVisible(split);
        double share = beside ? 0.5 : (double) Painter.splitColumn(view.split(), view.width()) / view.width();
        double x = share * getWidth();
        line.resizeRelocate(x - 1, 0, 2, getHeight());
        knob.resizeRelocate(x - KNOB / 2, KNOB_PLACE * getHeight() - KNOB / 2, KNOB, KNOB);
        grip.resizeRelocate(x - GRIP / 2, 0, GRIP, getHeight());
    }
}
