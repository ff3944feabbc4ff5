package io.nacre.codec.image;

import java.awt.Rectangle;

/**
 * A tile that could not be decoded and was filled from what lies around it.
 *
 * @param number of the tile, in raster order from 0
 * @param place of the tile in the picture, in pixels
 * @param problem what was wrong with it, in one line
 */
public record LostTile(int number, Rectangle place, String problem) {
    /** Copies the place. */
    public LostTile {
        place = new Rectangle(place);
    }

    @Override
    public Rectangle place() {
        return new Rectangle(place);
    }
}
