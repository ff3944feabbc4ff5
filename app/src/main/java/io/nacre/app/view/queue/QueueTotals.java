package io.nacre.app.view.queue;

import java.util.OptionalDouble;

/**
 * The whole queue in figures.
 *
 * @param phase of the queue
 * @param entries all of them
 * @param waiting entries
 * @param running entries
 * @param done entries
 * @param skipped entries
 * @param failed entries, those that were cancelled not counted
 * @param cancelled entries
 * @param progress 0..1, of the entries that are not skipped, each weighing as much as its input has bytes
 * @param inputBytes of the done entries
 * @param outputBytes of the done entries
 * @param remainingSeconds estimate of the time until all is done; empty while there is nothing to tell it by, or to do
 */
public record QueueTotals(
        Phase phase,
        int entries,
        int waiting,
        int running,
        int done,
        int skipped,
        int failed,
        int cancelled,
        double progress,
        long inputBytes,
        long outputBytes,
        OptionalDouble remainingSeconds) {
    /** What a queue is doing. */
    public enum Phase {
        /** Nothing is encoded. */
        IDLE,
        RUNNING,
        /** What was begun stands still and goes on later. */
        PAUSED
    }

    /** Bytes by which outputs are smaller than their inputs; negative if they are larger. */
    public long savedBytes() {
        return inputBytes - outputBytes;
    }

    /** Entries with which something may still happen. */
    public int unfinished() {
        return waiting + running;
    }
}
