package io.nacre.codec.image;

/** Where a neighbour lies. */
enum Direction {
    ABOVE(0, -1),
    BELOW(0, 1),
    LEFT(-1, 0),
    RIGHT(1, 0);

    final int dx;
    final int dy;

    Direction(int dx, int dy) {
        this.dx = dx;
        this.dy = dy;
    }

    Direction opposite() {
        return switch (this) {
            case ABOVE -> BELOW;
            case BELOW -> ABOVE;
            case LEFT -> RIGHT;
            case RIGHT -> LEFT;
        };
    }

    /** Whether the side that it shares is a horizontal line. */
    boolean vertical() {
        return dx == 0;
    }
}
