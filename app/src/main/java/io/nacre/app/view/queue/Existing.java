package io.nacre.app.view.queue;

/** What happens where an output exists already. Originals are never touched. */
public enum Existing {
    /** The input is passed over. */
    SKIP,
    /** The new file gets a number behind its name. */
    NUMBER,
    /** The file is replaced, if the user was asked about it. */
    REPLACE
}
