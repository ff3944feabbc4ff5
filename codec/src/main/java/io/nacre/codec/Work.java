package io.nacre.codec;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;

/** One call that is being worked on: its monitor and its deadline. Belongs to the thread that began it. */
final class Work implements AutoCloseable {
    private final Monitor monitor;
    private final Duration limit;
    private final long begin = System.nanoTime();

    /** What a call does. */
    interface Task<T> {
        T run(Work work) throws IOException;
    }

    private Work(Monitor monitor, Duration limit) throws CancelledException {
        this.monitor = monitor;
        this.limit = limit;
        monitor.enter();
    }

    /**
     * Runs a task.
     *
     * @param limit the longest that it may take, or null
     * @throws IOException in the terms of the public interface
     */
    static <T> T run(Monitor monitor, Duration limit, Task<T> task) throws IOException {
        try (Work work = new Work(monitor, limit)) {
            T result = task.run(work);
            work.requireWanted();
            return result;
        } catch (UncheckedIOException e) {
            throw Failures.translate(e.getCause(), monitor.isCancelled());
        } catch (IOException e) {
            throw Failures.translate(e, monitor.isCancelled());
        }
    }

    /**
     * Some share is done.
     *
     * @throws UncheckedIOException if the work is to end
     */
    void done(double share) {
        try {
            requireWanted();
        } catch (CancelledException e) {
            throw new UncheckedIOException(e);
        }
        if (limit != null && Duration.ofNanos(System.nanoTime() - begin).compareTo(limit) > 0) {
            throw new UncheckedIOException(new LimitExceededException("decoding takes longer than the "
                    + limit.toSeconds() + " s that are allowed; CodecBuilder.timeLimit raises that"));
        }
        monitor.report(share);
    }

    private void requireWanted() throws CancelledException {
        if (monitor.isCancelled()) {
            throw new CancelledException();
        }
    }

    @Override
    public void close() {
        monitor.leave();
    }
}
