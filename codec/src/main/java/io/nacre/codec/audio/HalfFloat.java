package io.nacre.codec.audio;

/** Finite half-precision floating-point numbers, IEEE 754 binary16 (Java 17 has no conversion of its own). */
final class HalfFloat {
    /** The largest number of this precision. */
    private static final float MAX_VALUE = 65504;

    private static final float MIN_NORMAL = 0x1p-14f;
    /** The smallest number above 0: numbers below {@link #MIN_NORMAL} are multiples of it. */
    private static final float MIN_VALUE = 0x1p-24f;

    private static final int SIGN = 0x8000;
    /** Bits of a float's fraction beyond those of a half's. */
    private static final int FRACTION_BITS = 13;
    /** Two to the difference of the exponents' biases: brings the bits of a half, moved into place, to its value. */
    private static final float BIAS = 0x1p112f;

    private HalfFloat() {}

    /** The number, exactly. */
    static float toFloat(short bits) {
        float magnitude = Float.intBitsToFloat((bits & (SIGN - 1)) << FRACTION_BITS) * BIAS;
        return bits < 0 ? -magnitude : magnitude;
    }

    /** The nearest number, to even; the largest one for what is beyond it, and for a value that is no number. */
    static short fromFloat(float value) {
        float a = Math.abs(value);
        int half;
        if (a < MIN_NORMAL) {
            half = (int) Math.rint(a / MIN_VALUE);
        } else {
            int bits = Float.floatToIntBits((a < MAX_VALUE ? a : MAX_VALUE) / BIAS);
            half = (bits + (1 << (FRACTION_BITS - 1)) - 1 + (bits >> FRACTION_BITS & 1)) >> FRACTION_BITS;
        }
        return (short) (value < 0 ? half | SIGN : half);
    }
}
