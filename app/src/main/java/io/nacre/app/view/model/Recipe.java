package io.nacre.app.view.model;

import io.nacre.codec.image.EncodeTarget;

/**
 * How a result is made.
 *
 * @param coder id of the {@link Coder}
 * @param target what it aims at
 * @param effort 3 to 9, heard by Nacre alone
 */
public record Recipe(String coder, EncodeTarget target, int effort) {
    /** The same with another target. */
    public Recipe withTarget(EncodeTarget other) {
        return new Recipe(coder, other, effort);
    }
}
