package io.nacre.codec.image;

/** Hears how far long work has come. Called from the thread that started the work. */
@FunctionalInterface
public interface Progress {
    Progress NONE = (done, total) -> {};

    /**
     * Some tiles are done.
     *
     * @param done 0..total
     * @param total tiles of this pass; a search for a target size makes several passes
     */
    void tiles(int done, int total);
}
