package io.nacre.app.view.queue;

/** What becomes of an entry of the queue. */
public enum State {
    WAITING,
    RUNNING,
    DONE,
    /** Nothing was to be done. */
    SKIPPED,
    FAILED,
    CANCELLED;

    /** Whether work on it has come to an end without an output, and could be tried once more. */
    public boolean canRetry() {
        return this == SKIPPED || this == FAILED || this == CANCELLED;
    }
}
