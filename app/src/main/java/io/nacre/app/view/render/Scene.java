package io.nacre.app.view.render;

/**
 * What a view shows.
 *
 * @param left the picture that others are compared with
 * @param right a result, or null if there is none yet
 * @param arrangement how the two share the view; without a right picture only the left one is shown
 * @param split share of the view that the left picture gets, 0 to 1, where the view is split
 * @param difference how differences are drawn
 * @param gain by which differences are multiplied, above 0
 * @param smooth whether enlarged pixels run into each other
 */
public record Scene(
        Layer left,
        Layer right,
        Arrangement arrangement,
        double split,
        Difference difference,
        double gain,
        boolean smooth) {
    /** How two pictures share a view. */
    public enum Arrangement {
        SPLIT,
        SIDE_BY_SIDE,
        LEFT,
        RIGHT,
        DIFFERENCE
    }

    /** How differences between two pictures are drawn. */
    public enum Difference {
        /** Absolute values on black, each channel by itself. */
        AMPLIFIED,
        /** Right less left on mid-grey, each channel by itself. */
        SIGNED,
        /** Largest absolute value of the channels as a {@link ColourMap}. */
        HEAT_MAP;

        /** The next one; after the last the first. */
        public Difference next() {
            return switch (this) {
                case AMPLIFIED -> SIGNED;
                case SIGNED -> HEAT_MAP;
                case HEAT_MAP -> AMPLIFIED;
            };
        }
    }

    /** The arrangement that can be drawn. */
    Arrangement drawn() {
        return right == null ? Arrangement.LEFT : arrangement;
    }
}
