package io.nacre.codec.alpha;

import java.util.Arrays;

/**
 * The row that is being coded and the two above it, with {@link #PAD} entries of margin at both ends, so that a model
 * reads neighbours without looking for the plane's edge. Column x lies at entry x + PAD.
 *
 * <p>Outside the plane, rows above the first are 0; a finished row goes on as it begins and ends; to the left of the row
 * being coded lies the first pixel of the row above.
 */
final class CausalRows {
    static final int PAD = 4;

    private final int width;
    private int[] current;
    private int[] above;
    private int[] secondAbove;
    /** Where the last stretch of equal pixels that was looked up in the row above ends. */
    private int stretchEnd;

    /** Stands before the first row. */
    CausalRows(int width) {
        this.width = width;
        current = new int[width + 2 * PAD];
        above = new int[width + 2 * PAD];
        secondAbove = new int[width + 2 * PAD];
    }

    int[] current() {
        return current;
    }

    int[] above() {
        return above;
    }

    int[] secondAbove() {
        return secondAbove;
    }

    void nextRow() {
        int[] reused = secondAbove;
        secondAbove = above;
        above = current;
        current = reused;
        int first = above[PAD];
        int end = PAD + width;
        Arrays.fill(above, 0, PAD, first);
        Arrays.fill(above, end, end + PAD, above[end - 1]);
        Arrays.fill(current, 0, PAD, first);
        stretchEnd = 0;
    }

    /**
     * How many pixels from column x on would see one value only, if they were all equal to the pixel before: west,
     * north-west, north and north-east are alike for each. The work is linear in the width for a whole row.
     */
    int flatStretch(int x) {
        int at = x + PAD;
        int value = above[at];
        if (current[at - 1] != value || above[at - 1] != value) {
            return 0;
        }
        if (stretchEnd <= at) {
            stretchEnd = at + 1;
            while (stretchEnd < above.length && above[stretchEnd] == value) {
                stretchEnd++;
            }
        }
        return Math.min(stretchEnd - 1 - at, width - x);
    }
}
