package io.nacre.codec;

import java.util.HashSet;
import java.util.Set;
import java.util.function.DoubleConsumer;

/**
 * Hears how far work has come and can stop it. One monitor may watch several calls, also of several threads; once
 * cancelled it stays so. Thread-safe.
 *
 * <pre>{@code
 * Monitor monitor = new Monitor(done -> System.out.printf("%.0f %%%n", 100 * done));
 * cancelButton.addActionListener(event -> monitor.cancel());
 * byte[] file = codec.encode(picture, PictureSettings.DEFAULT, monitor);
 * }</pre>
 *
 * <p>An interrupt of the working thread stops work as well, with a {@link java.io.InterruptedIOException} and the
 * thread's interrupted status set.
 */
public final class Monitor {
    private final DoubleConsumer progress;
    private final Set<Thread> working = new HashSet<>();
    private boolean cancelled;

    /** A monitor that only cancels. */
    public Monitor() {
        this(done -> {});
    }

    /**
     * A monitor that hears of progress.
     *
     * @param progress called on the working thread with the share that is done, 0..1, or NaN where the length of a sound
     *     is not known; a search for a size or a PSNR makes several passes, each from 0 to 1. What it throws ends the work
     */
    public Monitor(DoubleConsumer progress) {
        this.progress = progress;
    }

    /**
     * Stops the calls that this monitor watches, now and in future, with a {@link CancelledException}. Returns at once;
     * threads that are at work are interrupted, and their interrupted status is cleared again before the exception
     * reaches their caller.
     */
    public synchronized void cancel() {
        cancelled = true;
        working.forEach(Thread::interrupt);
    }

    /** Whether {@link #cancel} was called. */
    public synchronized boolean isCancelled() {
        return cancelled;
    }

    /** Work begins on this thread. */
    synchronized void enter() throws CancelledException {
        if (cancelled) {
            throw new CancelledException();
        }
        working.add(Thread.currentThread());
    }

    /** Work on this thread has ended: from here on a cancellation must not interrupt it. */
    synchronized void leave() {
        working.remove(Thread.currentThread());
        if (cancelled) {
            Thread.interrupted(); // set by cancel
        }
    }

    void report(double done) {
        progress.accept(done);
    }
}
