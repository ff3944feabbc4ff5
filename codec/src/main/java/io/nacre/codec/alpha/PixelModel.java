package io.nacre.codec.alpha;

import io.nacre.entropy.CorruptStreamException;

/** How one pixel is coded, given those before it. A model learns from the pixels of one plane, and serves one scan. */
interface PixelModel {
    /** Goes to the next row, the first one included. */
    default void startRow() {}

    /** Whether a sender may let {@code pixel} take part in a run of {@code value}. */
    default boolean continuesRun(int value, int pixel) {
        return pixel == value;
    }

    /**
     * Codes the pixel of column x.
     *
     * @param rows the pixels before it, as the decoder has them
     * @param endsRun whether a run was just cut short here: the pixel does not continue it
     * @param pixel its value, to a writer; a reader ignores it
     * @return what the decoder gets
     * @throws CorruptStreamException if what was read is no pixel
     */
    int code(Syntax syntax, CausalRows rows, int x, boolean endsRun, int pixel) throws CorruptStreamException;
}
