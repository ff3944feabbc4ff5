package io.nacre.codec.latent;

/**
 * The qualities that a pack was trained for, and the header's, which counts sixteenths of them.
 *
 * @param steps trained qualities, at least 2
 */
public record QualityScale(int steps) {
    private static final int FRACTION_BITS = 4;

    /** Where a header's quality lies in the trained range, 0..1. */
    public double share(int quality) {
        return quality / 16.0 / (steps - 1);
    }

    /** The whole quality step at or below a header's quality: the one whose integers steer the parse. */
    public int step(int quality) {
        return Math.min(quality >> FRACTION_BITS, steps - 1);
    }
}
