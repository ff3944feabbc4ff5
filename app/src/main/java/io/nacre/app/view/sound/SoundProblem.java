package io.nacre.app.view.sound;

/**
 * What went wrong.
 *
 * @param what to be put into the user's language
 * @param name of the file that it is about; empty for what was being encoded
 * @param detail what the codec says, in one clause; may be empty
 */
public record SoundProblem(What what, String name, String detail) {
    /** Kinds of problems. */
    public enum What {
        /** A file can't be read. */
        READ,
        /** The sound can't be encoded as it is wanted. */
        ENCODE,
        /** The sound does not fit into memory. */
        MEMORY,
        /** A bug. */
        INTERNAL
    }
}
