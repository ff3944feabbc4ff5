package io.nacre.codec.metrics.sound;

/** Checks that the measures of sound share. */
final class SoundArguments {
    private SoundArguments() {}

    /**
     * Checks that two signals can be compared.
     *
     * @throws IllegalArgumentException if the lengths differ or are zero
     */
    static void check(float[] reference, float[] decoded) {
        if (reference.length != decoded.length || reference.length == 0) {
            throw new IllegalArgumentException(
                    "Cannot compare " + reference.length + " samples with " + decoded.length);
        }
    }
}
