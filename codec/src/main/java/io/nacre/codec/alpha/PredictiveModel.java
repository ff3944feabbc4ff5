package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;

/**
 * Many levels, with a bounded error. A first decision says whether the pixel is transparent (0), opaque (255) or between;
 * so these two are always exact. What lies between is predicted, and the difference coded in steps of 2 near + 1, against
 * the decoder's own values as near-lossless JPEG-LS does (ITU-T T.87, section A.4.4), and kept within 1..254.
 */
final class PredictiveModel implements PixelModel {
    /** Largest bound of the error. */
    static final int MAX_NEAR = 7;

    private static final int TRANSPARENT = 0;
    private static final int BETWEEN = 1;
    private static final int OPAQUE = 2;
    private static final int KINDS = 3;
    private static final int LOWEST_BETWEEN = 1;
    private static final int HIGHEST_BETWEEN = 254;
    /** Kinds of west, north, north-west and north-east. */
    private static final int NEIGHBOURHOODS = KINDS * KINDS * KINDS * KINDS;
    /** Predictions in steps of 32 levels, from below -32 to 288 and above. */
    private static final int PREDICTION_BINS = 12;

    private static final int LOG_BIN = 5 + BlendedPredictor.FRACTION_BITS;
    private static final int ACTIVITIES = 24;
    /** Enough for differences of 253 levels. */
    private static final int MAGNITUDE_PREFIX = 8;

    private final int near;
    private final int step;
    private final BlendedPredictor predictor;
    private final ContextModels kinds = new ContextModels(NEIGHBOURHOODS * PREDICTION_BINS + KINDS, KINDS);
    private final ContextModels signs = new ContextModels(NEIGHBOURHOODS + KINDS, 2);
    private final ExpGolomb[] magnitudes = new ExpGolomb[ACTIVITIES + 1];

    PredictiveModel(int width, int near) {
        this.near = near;
        step = 2 * near + 1;
        predictor = new BlendedPredictor(width);
        for (int i = 0; i < magnitudes.length; i++) {
            magnitudes[i] = new ExpGolomb(MAGNITUDE_PREFIX);
        }
    }

    @Override
    public void startRow() {
        predictor.startRow();
    }

    @Override
    public boolean continuesRun(int value, int pixel) {
        return pixel == value || (kind(pixel) == BETWEEN && kind(value) == BETWEEN && Math.abs(pixel - value) <= near);
    }

    @Override
    public int code(Syntax syntax, CausalRows rows, int x, boolean endsRun, int pixel) throws CorruptStreamException {
        int prediction = predictor.predict(rows, x);
        int neighbourhood;
        int kindContext;
        int activity;
        if (endsRun) {
            int kindOfRun = kind(rows.current()[x + CausalRows.PAD - 1]);
            neighbourhood = NEIGHBOURHOODS + kindOfRun;
            kindContext = NEIGHBOURHOODS * PREDICTION_BINS + kindOfRun;
            activity = ACTIVITIES;
        } else {
            neighbourhood = neighbourhood(rows, x);
            int bin = Math.max(0, Math.min(PREDICTION_BINS - 1, (prediction >> LOG_BIN) + 2));
            kindContext = neighbourhood * PREDICTION_BINS + bin;
            activity = halfOctave(gradients(rows, x) + predictor.recentError(x));
        }
        int value = switch (syntax.symbol(kinds.get(kindContext), kind(pixel))) {
            case TRANSPARENT -> 0;
            case OPAQUE -> 255;
            default -> codeBetween(syntax, clamp(BlendedPredictor.rounded(prediction)), neighbourhood, activity, pixel);
        };
        predictor.learn(x, value);
        return value;
    }

    private int codeBetween(Syntax syntax, int prediction, int neighbourhood, int activity, int pixel)
            throws CorruptStreamException {
        int steps = Math.floorDiv(pixel - prediction + near, step);
        int magnitude = syntax.number(magnitudes[activity], Math.abs(steps));
        if (magnitude == 0) {
            return prediction;
        }
        boolean negative = syntax.symbol(signs.get(neighbourhood), steps < 0 ? 1 : 0) == 1;
        int value = prediction + (negative ? -magnitude : magnitude) * step;
        if (value < LOWEST_BETWEEN - near || value > HIGHEST_BETWEEN + near) {
            throw new CorruptStreamException("alpha value " + value);
        }
        return clamp(value);
    }

    private static int neighbourhood(CausalRows rows, int x) {
        int at = x + CausalRows.PAD;
        int[] above = rows.above();
        return ((kind(rows.current()[at - 1]) * KINDS + kind(above[at])) * KINDS + kind(above[at - 1])) * KINDS
                + kind(above[at + 1]);
    }

    /** The sum of five differences between neighbours, 0..5 * 255. */
    private static int gradients(CausalRows rows, int x) {
        int at = x + CausalRows.PAD;
        int[] current = rows.current();
        int[] above = rows.above();
        int west = current[at - 1];
        int north = above[at];
        int northWest = above[at - 1];
        return Math.abs(west - northWest)
                + Math.abs(north - northWest)
                + Math.abs(above[at + 1] - north)
                + Math.abs(west - current[at - 2])
                + Math.abs(north - rows.secondAbove()[at]);
    }

    /** Twice the bit length less two, plus the bit after the leading one; 0 and 1 stay. At most 23 for 4095. */
    private static int halfOctave(int value) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros(value);
        return bits < 2 ? value : 2 * bits - 2 + (value >> (bits - 2) & 1);
    }

    private static int kind(int pixel) {
        return pixel == 0 ? TRANSPARENT : pixel == 255 ? OPAQUE : BETWEEN;
    }

    private static int clamp(int value) {
        return Math.max(LOWEST_BETWEEN, Math.min(HIGHEST_BETWEEN, value));
    }
}
