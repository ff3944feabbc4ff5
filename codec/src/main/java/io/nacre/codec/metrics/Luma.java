package io.nacre.codec.metrics;

/** BT.601 luma of full-range R'G'B': 0.299 R + 0.587 G + 0.114 B, 0..255, not rounded. */
final class Luma {
    private Luma() {}

    /** Luma of the pixel whose red sample is at {@code index} of an interleaved RGB picture. */
    static double at(byte[] rgb, int index) {
        return thousandths(rgb[index] & 255, rgb[index + 1] & 255, rgb[index + 2] & 255) / 1000.0;
    }

    /** Luma of whole samples or of their differences, exact, in thousandths of a step. */
    static int thousandths(int r, int g, int b) {
        return 299 * r + 587 * g + 114 * b;
    }
}
