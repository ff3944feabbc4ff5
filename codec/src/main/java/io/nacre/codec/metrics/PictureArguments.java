package io.nacre.codec.metrics;

/** Checks that the measures of pictures share. */
final class PictureArguments {
    static final int CHANNELS = 3;

    private PictureArguments() {}

    /**
     * Checks that both arrays are interleaved RGB of the given size.
     *
     * @throws IllegalArgumentException if a side is less than 1 or an array's length does not fit the sides
     */
    static void check(byte[] a, byte[] b, int width, int height) {
        long samples = (long) width * height * CHANNELS;
        if (width < 1 || height < 1 || a.length != samples || b.length != samples) {
            throw new IllegalArgumentException("Pictures of " + a.length + " and " + b.length
                    + " samples are not RGB of " + width + " x " + height);
        }
    }
}
