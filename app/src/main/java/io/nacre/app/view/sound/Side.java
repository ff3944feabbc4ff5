package io.nacre.app.view.sound;

/** One of the two sounds that are compared. */
public enum Side {
    /** The original. */
    A,
    /** What was decoded. */
    B;

    public Side other() {
        return this == A ? B : A;
    }
}
