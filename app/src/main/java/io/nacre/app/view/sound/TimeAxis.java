package io.nacre.app.view.sound;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;

/** Moments above the lanes. */
final class TimeAxis extends Lane {
    private static final double HEIGHT = 26;
    private static final double LABEL_DISTANCE = 84;
    private static final double TICK = 5;
    private static final int PARTS = 5;

    private Timeline timeline;
    private Paint ink = Color.GRAY;

    TimeAxis() {
        super(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    void ink(Paint next) {
        ink = next;
        repaint();
    }

    /** @param part or null to show nothing */
    void show(Timeline part) {
        timeline = part;
        repaint();
    }

    @Override
    void paint(GraphicsContext g, double width, double height) {
        if (timeline == null) {
            return;
        }
        g.setFill(ink);
        g.setStroke(ink);
        g.setLineWidth(1);
        double step = timeline.labelStep(LABEL_DISTANCE);
        double seconds = Math.floor(timeline.first() / timeline.rate() / step);
        double end = timeline.sampleAt(width) / timeline.rate();
        for (double n = seconds; n * step <= end; n++) {
            double x = Math.round(timeline.placeOf(n * step * timeline.rate())) + 0.5;
            g.strokeLine(x, height - 2 * TICK, x, height);
            g.fillText(Timeline.time(n * step, step), x + 4, height - TICK - 3);
            for (int part = 1; part < PARTS; part++) {
                double small = Math.round(timeline.placeOf((n + (double) part / PARTS) * step * timeline.rate())) + 0.5;
                g.strokeLine(small, height - TICK, small, height);
            }
        }
    }
}
