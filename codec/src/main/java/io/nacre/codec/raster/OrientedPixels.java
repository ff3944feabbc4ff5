package io.nacre.codec.raster;

/** A picture turned and mirrored by its EXIF orientation (tag 0x0112, values 1 to 8), without a copy. */
final class OrientedPixels extends AbstractPixels {
    private final Pixels stored;
    private final boolean transposed;
    private final boolean fromRight;
    private final boolean fromBottom;

    private OrientedPixels(Pixels stored, int orientation) {
        super(
                orientation >= 5 ? stored.height() : stored.width(),
                orientation >= 5 ? stored.width() : stored.height(),
                stored.maximum(),
                stored.grey(),
                stored.alpha());
        this.stored = stored;
        transposed = orientation >= 5;
        fromRight = orientation == 2 || orientation == 3 || orientation == 7 || orientation == 8;
        fromBottom = orientation == 3 || orientation == 4 || orientation == 6 || orientation == 7;
    }

    /** @param orientation 1 to 8 */
    static Pixels of(Pixels stored, int orientation) {
        return orientation == 1 ? stored : new OrientedPixels(stored, orientation);
    }

    @Override
    void readChecked(int x, int y, int count, int[] rgba) {
        if (transposed) {
            readColumn(x, y, count, rgba);
            return;
        }
        int row = fromBottom ? stored.height() - 1 - y : y;
        stored.read(fromRight ? stored.width() - x - count : x, row, count, rgba);
        if (fromRight) {
            reverse(count, rgba);
        }
    }

    private void readColumn(int x, int y, int count, int[] rgba) {
        int column = fromRight ? stored.width() - 1 - y : y;
        int[] pixel = new int[4];
        for (int i = 0; i < count; i++) {
            int row = fromBottom ? stored.height() - 1 - x - i : x + i;
            stored.read(column, row, 1, pixel);
            System.arraycopy(pixel, 0, rgba, 4 * i, 4);
        }
    }

    private static void reverse(int count, int[] rgba) {
        for (int left = 0, right = 4 * (count - 1); left < right; left += 4, right -= 4) {
            for (int channel = 0; channel < 4; channel++) {
                int sample = rgba[left + channel];
                rgba[left + channel] = rgba[right + channel];
                rgba[right + channel] = sample;
            }
        }
    }
}
