package io.nacre.app.view.queue;

import io.nacre.codec.container.Kind;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * Estimates how long a queue will still take: bytes that are left by bytes a second so far, pictures and sounds apart
 * where both have been seen.
 */
final class RemainingTime {
    /** Inputs differ in more than their sizes: each counts as so many bytes more. */
    private static final double OVERHEAD_BYTES = 4096;

    private final double[] seconds = new double[Kind.values().length];
    private final double[] bytes = new double[Kind.values().length];

    private RemainingTime() {}

    /**
     * Estimates.
     *
     * @param now active time in nanoseconds
     * @return seconds; empty while nothing has been measured, or if nothing is left
     */
    static OptionalDouble of(Collection<QueueItem> items, int filesAtOnce, long now) {
        RemainingTime speeds = new RemainingTime();
        items.forEach(item -> speeds.learn(item, now));
        double left = 0;
        int unfinished = 0;
        for (QueueItem item : items) {
            if (item.state == State.WAITING || item.state == State.RUNNING) {
                left += speeds.predicted(item) * (1 - item.progress);
                unfinished++;
            }
        }
        return unfinished == 0 || !Double.isFinite(left)
                ? OptionalDouble.empty()
                : OptionalDouble.of(left / Math.min(filesAtOnce, unfinished));
    }

    private void learn(QueueItem item, long now) {
        if (item.state == State.DONE || item.state == State.RUNNING) {
            int kind = item.input.kind().orElseThrow().ordinal();
            bytes[kind] += weight(item) * item.progress;
            seconds[kind] += item.progress > 0 ? item.nanos(now) / 1e9 : 0;
        }
    }

    /** Seconds that the whole item takes; not finite if there is nothing to tell it by. */
    private double predicted(QueueItem item) {
        int kind = item.input.kind().orElseThrow().ordinal();
        if (bytes[kind] > 0) {
            return weight(item) * seconds[kind] / bytes[kind];
        }
        double allSeconds = 0;
        double allBytes = 0;
        for (int i = 0; i < bytes.length; i++) {
            allSeconds += seconds[i];
            allBytes += bytes[i];
        }
        return weight(item) * allSeconds / allBytes;
    }

    private static double weight(QueueItem item) {
        return item.input.bytes() + OVERHEAD_BYTES;
    }
}
