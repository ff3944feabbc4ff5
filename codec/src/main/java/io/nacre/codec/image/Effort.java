package io.nacre.codec.image;

/**
 * What the search of a higher effort does to each tile.
 *
 * @param hyperRounds rounds in which hyperlatents are moved, see {@link HyperlatentSearch}
 * @param steps gradient steps on the latents, see {@link LatentRefinement}
 */
record Effort(int hyperRounds, int steps) {
    /** By effort, from {@link EncodeOptions#MIN_EFFORT}. */
    private static final Effort[] EFFORTS = {
        new Effort(0, 0),
        new Effort(1, 0),
        new Effort(2, 0),
        new Effort(4, 0),
        new Effort(4, 5),
        new Effort(8, 10),
        new Effort(16, 30)
    };

    static final Effort PLAIN = EFFORTS[0];

    static Effort of(int effort) {
        return EFFORTS[effort - EncodeOptions.MIN_EFFORT];
    }

    boolean searches() {
        return hyperRounds > 0;
    }
}
