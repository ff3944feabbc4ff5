package io.nacre.app.view.render;

/**
 * Reads rows of a picture as a view shows them: from the level of detail that fits the zoom, by the nearest pixel or by
 * linear interpolation, on a chequerboard where it is transparent. For one range of columns; not thread-safe.
 */
final class Sampler {
    private static final int LIGHT = 0xFFFFFF;
    private static final int DARK = 0xD4D4D4;
    private static final int SQUARE_BITS = 3;
    private static final double EXACT = 1e-9;

    private final Level level;
    private final Viewport view;
    private final int offsetY;
    private final double scale;
    private final boolean linear;
    private final int first;
    private final int[] columns;
    private final int[] nextColumns;
    private final int[] weights;

    /**
     * Prepares a range of columns.
     *
     * @param offsetX where the picture lies in the one that the view shows
     * @param offsetY likewise
     * @param from first column of the view
     * @param to end of the columns
     */
    Sampler(Picture picture, int offsetX, int offsetY, Viewport view, boolean smooth, int from, int to) {
        this.view = view;
        this.offsetY = offsetY;
        int index = picture.indexFor(view.zoom());
        level = picture.level(index);
        scale = 1.0 / (1 << index);
        double levelZoom = view.zoom() / scale;
        linear = levelZoom < 1 - EXACT || (smooth && levelZoom > 1 + EXACT);
        int begin = from;
        while (begin < to && view.pictureX(begin + 0.5) < offsetX) {
            begin++;
        }
        int end = to;
        while (end > begin && view.pictureX(end - 0.5) >= offsetX + picture.width()) {
            end--;
        }
        first = begin;
        columns = new int[end - begin];
        nextColumns = new int[columns.length];
        weights = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            double x = (view.pictureX(begin + i + 0.5) - offsetX) * scale;
            columns[i] = place(x, level.width());
            nextColumns[i] = Math.min(columns[i] + 1, level.width() - 1);
            weights[i] = weight(x);
        }
    }

    /** The lower of the two pixels around a place, or the one that it lies in. */
    private int place(double x, int size) {
        return Math.max(0, Math.min(size - 1, (int) Math.floor(linear ? x - 0.5 : x)));
    }

    /** Share of the upper pixel in 256ths. */
    private int weight(double x) {
        double below = x - 0.5;
        return below <= 0 ? 0 : (int) ((below - Math.floor(below)) * 256);
    }

    /** First column of the view that the picture covers. */
    int first() {
        return first;
    }

    /** Columns of the view that the picture covers, from {@link #first} on. */
    int count() {
        return columns.length;
    }

    /** Whether a row of the view crosses the picture. */
    boolean covers(int viewY, int height) {
        double y = view.pictureY(viewY + 0.5);
        return y >= offsetY && y < offsetY + height;
    }

    /**
     * Reads a row that the picture covers.
     *
     * @param out receives {@link #count} opaque pixels
     */
    void row(int viewY, int[] out, int at) {
        double y = (view.pictureY(viewY + 0.5) - offsetY) * scale;
        int row = place(y, level.height());
        if (linear) {
            interpolate(row, Math.min(row + 1, level.height() - 1), weight(y), out, at);
        } else {
            copy(row, out, at);
        }
        if (level.opacity() != null) {
            shineThrough(viewY, row, out, at);
        }
    }

    private void copy(int row, int[] out, int at) {
        byte[] rgb = level.rgb();
        int start = row * level.width();
        for (int i = 0; i < columns.length; i++) {
            int from = 3 * (start + columns[i]);
            out[at + i] = 0xFF000000 | (rgb[from] & 0xFF) << 16 | (rgb[from + 1] & 0xFF) << 8 | (rgb[from + 2] & 0xFF);
        }
    }

    private void interpolate(int upperRow, int lowerRow, int weightY, int[] out, int at) {
        byte[] rgb = level.rgb();
        int upper = upperRow * level.width();
        int lower = lowerRow * level.width();
        for (int i = 0; i < columns.length; i++) {
            int weightX = weights[i];
            int d = weightX * weightY;
            int c = (weightY << 8) - d;
            int b = (weightX << 8) - d;
            int a = 65536 - b - c - d;
            int upperLeft = 3 * (upper + columns[i]);
            int upperRight = 3 * (upper + nextColumns[i]);
            int lowerLeft = 3 * (lower + columns[i]);
            int lowerRight = 3 * (lower + nextColumns[i]);
            int red = a * (rgb[upperLeft] & 0xFF)
                    + b * (rgb[upperRight] & 0xFF)
                    + c * (rgb[lowerLeft] & 0xFF)
                    + d * (rgb[lowerRight] & 0xFF);
            int green = a * (rgb[upperLeft + 1] & 0xFF)
                    + b * (rgb[upperRight + 1] & 0xFF)
                    + c * (rgb[lowerLeft + 1] & 0xFF)
                    + d * (rgb[lowerRight + 1] & 0xFF);
            int blue = a * (rgb[upperLeft + 2] & 0xFF)
                    + b * (rgb[upperRight + 2] & 0xFF)
                    + c * (rgb[lowerLeft + 2] & 0xFF)
                    + d * (rgb[lowerRight + 2] & 0xFF);
            out[at + i] = 0xFF000000
                    | ((red + 32768) & 0xFF0000)
                    | (((green + 32768) >> 8) & 0xFF00)
                    | (((blue + 32768) >> 16) & 0xFF);
        }
    }

    /** The squares of the board keep their size on the screen whatever the zoom. */
    private void shineThrough(int viewY, int row, int[] out, int at) {
        byte[] opacity = level.opacity();
        int start = row * level.width();
        for (int i = 0; i < columns.length; i++) {
            int alpha = opacity[start + columns[i]] & 0xFF;
            if (alpha < 255) {
                int board = ((first + i ^ viewY) >> SQUARE_BITS & 1) == 0 ? LIGHT : DARK;
                out[at + i] = 0xFF000000
                        | blended(out[at + i], board, alpha, 16)
                        | blended(out[at + i], board, alpha, 8)
                        | blended(out[at + i], board, alpha, 0);
            }
        }
    }

    private static int blended(int colour, int below, int alpha, int shift) {
        int sum = (colour >> shift & 0xFF) * alpha + (below >> shift & 0xFF) * (255 - alpha);
        return ((sum + 127) / 255) << shift;
    }
}
