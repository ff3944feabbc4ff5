package io.nacre.app.view.sound;

import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A strip of the time line that is painted when it has to be. Its canvas has the size of the strip. */
abstract class Lane extends Region {
    private final Canvas canvas = new Canvas();

    Lane(double minHeight) {
        setMinHeight(minHeight);
        getChildren().add(canvas);
        getStyleClass().add("lane");
    }

    /** Paints the whole strip; it has been cleared. */
    abstract void paint(GraphicsContext g, double width, double height);

    final void repaint() {
        GraphicsContext g = canvas.getGraphicsContext2D();
        g.clearRect(0, 0, canvas.getWidth(), canvas.getHeight());
        if (canvas.getWidth() > 0 && canvas.getHeight() > 0) {
            paint(g, canvas.getWidth(), canvas.getHeight());
        }
    }

    @Override
    protected final void layoutChildren() {
        if (canvas.getWidth() != getWidth() || canvas.getHeight() != getHeight()) {
            canvas.setWidth(getWidth());
            canvas.setHeight(getHeight());
            repaint();
        }
    }
}
