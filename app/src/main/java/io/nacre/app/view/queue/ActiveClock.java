package io.nacre.app.view.queue;

import java.util.function.LongSupplier;

/** A clock that stands still during pauses. Not thread-safe. */
final class ActiveClock {
    private final LongSupplier nanos;
    private long paused;
    private long lost;
    private boolean standing;

    /** @param nanos such as {@link System#nanoTime} */
    ActiveClock(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Nanoseconds since some moment, pauses left out. */
    long now() {
        return (standing ? paused : nanos.getAsLong()) - lost;
    }

    void stop() {
        if (!standing) {
            paused = nanos.getAsLong();
            standing = true;
        }
    }

    void go() {
        if (standing) {
            lost += nanos.getAsLong() - paused;
            standing = false;
        }
    }
}
