package io.nacre.codec.raster;

import java.io.IOException;
import java.util.Arrays;

/**
 * A picture made smaller by a whole factor: each pixel is the mean of a square of samples, those at the right and lower
 * edge of what is left of it. Colours count by their alpha. Holds one row.
 */
public final class AveragedRows implements RowSource {
    private final RowSource source;
    private final int factor;
    private final int[] row;
    private final long[] sums;

    /** @param factor at least 1 */
    public AveragedRows(RowSource source, int factor) {
        this.source = source;
        this.factor = factor;
        this.row = new int[Math.multiplyExact(4, source.width())];
        this.sums = new long[4 * width()];
    }

    @Override
    public int width() {
        return (source.width() - 1) / factor + 1;
    }

    @Override
    public int height() {
        return (source.height() - 1) / factor + 1;
    }

    @Override
    public int maximum() {
        return source.maximum();
    }

    @Override
    public boolean grey() {
        return source.grey();
    }

    @Override
    public boolean alpha() {
        return source.alpha();
    }

    @Override
    public void readRow(int y, int[] rgba) throws IOException {
        Arrays.fill(sums, 0);
        int top = y * factor;
        int rows = Math.min(factor, source.height() - top);
        for (int i = 0; i < rows; i++) {
            source.readRow(top + i, row);
            addRow();
        }
        for (int x = 0; x < width(); x++) {
            int columns = Math.min(factor, source.width() - x * factor);
            long alpha = sums[4 * x + 3];
            for (int c = 0; c < 3; c++) {
                rgba[4 * x + c] = alpha == 0 ? 0 : (int) ((sums[4 * x + c] + alpha / 2) / alpha);
            }
            int count = rows * columns;
            rgba[4 * x + 3] = (int) ((alpha + count / 2) / count);
        }
    }

    private void addRow() {
        for (int x = 0; x < source.width(); x++) {
            int to = x / factor * 4;
            long alpha = row[4 * x + 3];
            sums[to] += row[4 * x] * alpha;
            sums[to + 1] += row[4 * x + 1] * alpha;
            sums[to + 2] += row[4 * x + 2] * alpha;
            sums[to + 3] += alpha;
        }
    }
}
