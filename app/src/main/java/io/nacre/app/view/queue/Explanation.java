package io.nacre.app.view.queue;

/**
 * Why an entry is where it is.
 *
 * @param why to be put into the user's language
 * @param detail that belongs to it: a path, or what the codec says; may be empty
 */
public record Explanation(Why why, String detail) {
    /** Nothing to explain, or notes about the input alone. */
    static final Explanation NONE = new Explanation(Why.NONE, "");

    /** Kinds of explanations. */
    public enum Why {
        NONE,
        /** Notes: something is not as one might expect. */
        NOTE,
        /** Neither picture nor sound. */
        OTHER_KIND,
        /** A Nacre file already. */
        NACRE_FILE,
        /** A folder that can't be listed. */
        UNREADABLE_FOLDER,
        /** The output exists. */
        EXISTS,
        /** The input can't be read or not be encoded as it is wanted. */
        INPUT,
        /** The output can't be written. */
        OUTPUT,
        /** The model that encodes can't be opened. */
        MODEL,
        MEMORY,
        /** A bug. */
        INTERNAL
    }
}
