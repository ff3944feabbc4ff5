package io.nacre.app.eval.report;

import java.awt.geom.Path2D;

/** Shapes that tell curves apart where colours can't. */
enum Marker {
    CIRCLE(24, 0, 3.6),
    SQUARE(4, 0.5, 4.4),
    TRIANGLE(3, 0, 4.8),
    DIAMOND(4, 0, 4.8),
    DOWN(3, 0.5, 4.8),
    PENTAGON(5, 0, 4.4),
    /** For references. */
    DOT(12, 0, 1.8);

    private final int corners;
    private final double turn;
    private final double radius;

    /**
     * A regular polygon.
     *
     * @param turn of the first corner from the top, as a part of the angle between corners
     */
    Marker(int corners, double turn, double radius) {
        this.corners = corners;
        this.turn = turn;
        this.radius = radius;
    }

    double x(int corner) {
        return radius * StrictMath.sin(2 * StrictMath.PI * (corner + turn) / corners);
    }

    double y(int corner) {
        return -radius * StrictMath.cos(2 * StrictMath.PI * (corner + turn) / corners);
    }

    int corners() {
        return corners;
    }

    Path2D outline(double x, double y) {
        Path2D path = new Path2D.Double();
        path.moveTo(x + x(0), y + y(0));
        for (int i = 1; i < corners; i++) {
            path.lineTo(x + x(i), y + y(i));
        }
        path.closePath();
        return path;
    }
}
