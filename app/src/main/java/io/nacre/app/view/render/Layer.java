package io.nacre.app.view.render;

/**
 * A picture, with a part of it that is newer: the visible part of a result that is not there as a whole yet.
 *
 * @param picture the whole
 * @param part painted over the whole, or null
 * @param partX column of the whole where the part begins
 * @param partY row of the whole where the part begins
 * @param heat drawn over the whole, or null
 */
public record Layer(Picture picture, Picture part, int partX, int partY, Heat heat) {
    /** A picture that is there as a whole. */
    public static Layer of(Picture picture) {
        return new Layer(picture, null, 0, 0, null);
    }

    /** The same but for a newer part. */
    public Layer withPart(Picture newer, int x, int y) {
        return new Layer(picture, newer, x, y, heat);
    }

    /** The same under a map of values, or without one if it is null. */
    public Layer withHeat(Heat over) {
        return new Layer(picture, part, partX, partY, over);
    }
}
