package io.nacre.codec.alpha;

import java.util.Arrays;

/**
 * Predicts a pixel as the mean of six linear predictors, each weighted by the inverse square of its errors nearby, as the
 * weighted predictor of JPEG XL (ISO/IEC 18181-1) and Glicbawls (B. Meyer and P. Tischer, 2001) do. On the edges and
 * soft shadows of alpha planes this takes a tenth to a half off what the MED predictor of JPEG-LS leaves.
 */
final class BlendedPredictor {
    /** Predictions come in 2^-FRACTION_BITS of a level. */
    static final int FRACTION_BITS = 3;

    private static final int PREDICTORS = 6;
    /** Entries a pixel takes in the rows of errors: one for each predictor, and one for the blend. */
    private static final int STRIDE = PREDICTORS + 1;

    private static final int MAX_PIXEL = 255;
    /** Weights by the sum of errors, whose factors in {@link #predict} add up to 8. */
    private static final long[] WEIGHTS = new long[8 * MAX_PIXEL + 1];

    static {
        for (int e = 0; e < WEIGHTS.length; e++) {
            WEIGHTS[e] = (1L << 32) / ((e + 1L) * (e + 1L));
        }
    }

    private final int[] predictions = new int[PREDICTORS];
    private int[] errors;
    private int[] errorsAbove;
    private int blend;

    BlendedPredictor(int width) {
        errors = new int[(width + 2 * CausalRows.PAD) * STRIDE];
        errorsAbove = new int[errors.length];
    }

    void startRow() {
        int[] reused = errorsAbove;
        errorsAbove = errors;
        errors = reused;
        // Pixels that are never predicted, because they lie in a run, count as without error.
        Arrays.fill(errors, 0);
    }

    /** The prediction at column x, in eighths of a level; it may lie outside 0..255. */
    int predict(CausalRows rows, int x) {
        int at = x + CausalRows.PAD;
        int[] current = rows.current();
        int[] above = rows.above();
        int[] second = rows.secondAbove();
        int west = current[at - 1];
        int north = above[at];
        int northEast = above[at + 1];
        predictions[0] = 2 * north - second[at];
        predictions[1] = 2 * west - current[at - 2];
        predictions[2] = west + northEast - north;
        predictions[3] = (west + northEast + 1) >> 1;
        predictions[4] = (west + north + 1) >> 1;
        // The sum of five pixels goes on as it went from row to row: follows an edge that moves by parts of a pixel.
        predictions[5] =
                2 * sumOfFive(above, at) - sumOfFive(second, at) - west - current[at - 2] - northEast - above[at + 2];

        int base = at * STRIDE;
        long weightSum = 0;
        long sum = 0;
        for (int i = 0; i < PREDICTORS; i++) {
            int here = base + i;
            int error = 2 * errors[here - STRIDE]
                    + errors[here - 2 * STRIDE]
                    + errorsAbove[here - STRIDE]
                    + 2 * errorsAbove[here]
                    + 2 * errorsAbove[here + STRIDE];
            long weight = WEIGHTS[error];
            weightSum += weight;
            sum += weight * predictions[i];
        }
        blend = (int) Math.floorDiv(sum << FRACTION_BITS, weightSum);
        return blend;
    }

    /** How wrong the blend was nearby, 0..6 * 255. */
    int recentError(int x) {
        int here = (x + CausalRows.PAD) * STRIDE + PREDICTORS;
        return 2 * (errors[here - STRIDE] + errorsAbove[here] + errorsAbove[here + STRIDE]);
    }

    /** Takes note of the pixel that {@link #predict} was asked for last. */
    void learn(int x, int pixel) {
        int base = (x + CausalRows.PAD) * STRIDE;
        for (int i = 0; i < PREDICTORS; i++) {
            errors[base + i] = Math.abs(clampToPixel(predictions[i]) - pixel);
        }
        errors[base + PREDICTORS] = Math.abs(clampToPixel(rounded(blend)) - pixel);
    }

    /** A prediction in whole levels. */
    static int rounded(int prediction) {
        return (prediction + (1 << (FRACTION_BITS - 1))) >> FRACTION_BITS;
    }

    private static int sumOfFive(int[] row, int at) {
        return row[at - 2] + row[at - 1] + row[at] + row[at + 1] + row[at + 2];
    }

    private static int clampToPixel(int value) {
        return Math.max(0, Math.min(MAX_PIXEL, value));
    }
}
