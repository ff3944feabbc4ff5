package io.nacre.codec.audio;

/**
 * The two channels of a stereo sound as their mean and half their difference (Johnston and Ferreira, "Sum-difference
 * stereo transform coding", 1992), in place: {@code mid = (left + right) / 2}, {@code side = (left - right) / 2}. Where
 * the channels are the same, mid is exactly what they are and side is 0.
 */
final class MidSide {
    private MidSide() {}

    /** Turns left and right into mid and side. */
    static void fromLeftRight(float[] left, float[] right, int count) {
        for (int i = 0; i < count; i++) {
            double l = left[i];
            double r = right[i];
            left[i] = (float) ((l + r) / 2);
            right[i] = (float) ((l - r) / 2);
        }
    }

    /** Turns mid and side, of one length, into left and right. */
    static void toLeftRight(float[] mid, float[] side) {
        for (int i = 0; i < mid.length; i++) {
            float m = mid[i];
            float s = side[i];
            mid[i] = m + s;
            side[i] = m - s;
        }
    }

    /** The common magnitude, {@code sqrt(mid^2 + side^2)}, which chooses the level of both. */
    static void magnitude(float[] mid, float[] side, int count, float[] magnitude) {
        for (int i = 0; i < count; i++) {
            magnitude[i] = (float) Math.sqrt((double) mid[i] * mid[i] + (double) side[i] * side[i]);
        }
    }
}
