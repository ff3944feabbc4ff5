package io.nacre.app.view.render;

/**
 * A map of values, one for each square of a picture, drawn as colours.
 *
 * @param columns of the map
 * @param rows of the map
 * @param side of a square in pixels of the picture
 * @param values row by row, 0 to 1
 * @param opacity 0 to 1: how much of the picture the colours hide
 */
@SuppressWarnings("ArrayRecordComponent") // painted from, compared by nobody
public record Heat(int columns, int rows, int side, float[] values, double opacity) {
    public Heat {
        if (values.length != columns * rows || side < 1) {
            throw new IllegalArgumentException(values.length + " values for " + columns + " x " + rows);
        }
    }

    /** A pixel of the picture with the map over it. */
    int over(int argb, int x, int y) {
        int column = Math.min(x / side, columns - 1);
        int row = Math.min(y / side, rows - 1);
        int colour = ColourMap.colour(values[row * columns + column]);
        int share = (int) (256 * opacity);
        // Grey below the colours, so that those of the picture are not taken for values.
        int grey = (77 * (argb >> 16 & 0xFF) + 150 * (argb >> 8 & 0xFF) + 29 * (argb & 0xFF)) >> 8;
        int result = 0xFF;
        for (int shift = 16; shift >= 0; shift -= 8) {
            result = result << 8 | ((colour >> shift & 0xFF) * share + grey * (256 - share)) >> 8;
        }
        return result;
    }
}
