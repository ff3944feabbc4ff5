package io.nacre.app.view.model;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Work beside the window's thread. Started and cancelled on that thread, where results arrive too; once a job is cancelled
 * nothing of it arrives any more.
 */
public final class Background implements AutoCloseable {
    /** Jobs of a lane run one after the other. */
    public enum Lane {
        /** Reading and writing files. */
        FILES,
        /** Encoding and decoding. */
        CODING,
        /** What may wait: metrics, points of curves. */
        MEASURING
    }

    private final Executor window;
    private final Map<Lane, ExecutorService> lanes = new EnumMap<>(Lane.class);
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(task -> thread("clock", task));

    /** @param window runs tasks on the window's thread, in order */
    public Background(Executor window) {
        this.window = window;
        for (Lane lane : Lane.values()) {
            String name = lane.name().toLowerCase(java.util.Locale.ROOT);
            lanes.put(lane, Executors.newSingleThreadExecutor(task -> thread(name, task)));
        }
    }

    private static Thread thread(String name, Runnable task) {
        Thread thread = new Thread(task, "nacre-view-" + name);
        thread.setDaemon(true);
        return thread;
    }

    /** Work that may take long. */
    @FunctionalInterface
    public interface Work {
        /**
         * Does the work on a lane's thread; that is interrupted when the job is cancelled.
         *
         * @param job by which results reach the window
         */
        void run(Job job) throws Exception;
    }

    /**
     * Starts work.
     *
     * @param failed hears of what the work threw, on the window's thread
     */
    public Job start(Lane lane, Work work, Consumer<Throwable> failed) {
        Job job = new Job();
        try {
            job.running = lanes.get(lane).submit(() -> {
                try {
                    work.run(job);
                } catch (Throwable e) { // the last place where an error can still reach the window
                    job.publish(() -> failed.accept(e));
                }
            });
        } catch (RejectedExecutionException e) {
            job.cancelled = true; // the window is closing
        }
        return job;
    }

    /** Runs a task on the window's thread after some time, unless it is cancelled before. */
    public Job later(long millis, Runnable task) {
        Job job = new Job();
        try {
            job.running = clock.schedule(() -> job.publish(task), millis, TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            job.cancelled = true;
        }
        return job;
    }

    /** Something that runs or is to run. */
    public final class Job {
        /** Read and written by the window's thread. */
        private boolean cancelled;

        private Future<?> running;

        private Job() {}

        /** Runs a task on the window's thread, unless the job is cancelled by then. */
        public void publish(Runnable task) {
            window.execute(() -> {
                if (!cancelled) {
                    task.run();
                }
            });
        }

        /** Ends the job; nothing of it arrives any more. */
        public void cancel() {
            cancelled = true;
            if (running != null) {
                running.cancel(true);
            }
        }
    }

    /** Interrupts what runs, and waits a while for it: native memory that is still in use must not be freed. */
    @Override
    public void close() {
        clock.shutdownNow();
        lanes.values().forEach(ExecutorService::shutdownNow);
        try {
            for (ExecutorService lane : lanes.values()) {
                lane.awaitTermination(10, TimeUnit.SECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
