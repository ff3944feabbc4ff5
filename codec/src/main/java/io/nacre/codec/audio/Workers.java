package io.nacre.codec.audio;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The threads that work for a model. Thread-safe. */
final class Workers implements AutoCloseable {
    private final int count;
    private final ExecutorService pool;

    Workers(int count) {
        if (count < 1) {
            throw new IllegalArgumentException(count + " threads");
        }
        this.count = count;
        pool = Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, "nacre-sound");
            thread.setDaemon(true);
            return thread;
        });
    }

    int count() {
        return count;
    }

    <T> Future<T> submit(Callable<T> task) {
        return pool.submit(task);
    }

    /**
     * The result of a task, waiting for it if need be.
     *
     * @throws IOException if the task threw one, or this thread was interrupted
     */
    static <T> T await(Future<T> task) throws IOException {
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw (IOException) new InterruptedIOException("the work was interrupted").initCause(e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof IOException io) {
                throw io;
            }
            throw new IllegalStateException("a part of a sound failed", e.getCause());
        }
    }

    /** Ends the threads; waits for those that still run a graph. */
    @Override
    public void close() {
        pool.shutdownNow();
        boolean interrupted = false;
        while (!pool.isTerminated()) {
            try {
                pool.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
