package io.nacre.codec.image;

import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * A picture pack, opened on a device, with the threads that work for it. Encoders and decoders share one; opening it is
 * what costs time, not they. Thread-safe; {@link #close} frees the native memory and ends the threads.
 */
public final class ImageModel implements AutoCloseable {
    private final ModelPack pack;
    private final GraphOpener graphs;
    private final int threads;
    private final Receiver receiver;
    private final ExecutorService workers;
    private Sender sender;

    /**
     * Opens a pack's receiver; its sender is opened by the first encoder.
     *
     * @param threads at least 1
     * @throws ModelException if the pack is damaged or no picture pack
     */
    public ImageModel(ModelPack pack, GraphRuntime runtime, int threads) throws ModelException {
        this(pack, runtime::open, threads);
    }

    ImageModel(ModelPack pack, GraphOpener graphs, int threads) throws ModelException {
        if (threads < 1) {
            throw new IllegalArgumentException(threads + " threads");
        }
        this.pack = pack;
        this.graphs = graphs;
        this.threads = threads;
        this.receiver = new Receiver(pack, graphs, threads);
        this.workers = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "nacre-tile");
            thread.setDaemon(true);
            return thread;
        });
    }

    public PackId packId() {
        return pack.id();
    }

    /** Name of the pack. */
    public String name() {
        return pack.manifest().name();
    }

    Receiver receiver() {
        return receiver;
    }

    synchronized Sender sender() throws ModelException {
        if (sender == null) {
            sender = new Sender(receiver.spec, pack, graphs, threads);
        }
        return sender;
    }

    <T> Future<T> submit(Callable<T> task) {
        return workers.submit(task);
    }

    /**
     * Runs body for bands of the rows 0..rows-1 on all threads; body must not throw checked exceptions.
     *
     * @throws UncheckedIOException with an {@link InterruptedIOException} if the thread is interrupted while it waits
     */
    void forRows(int rows, RowBand body) {
        int bands = Math.min(threads, Math.max(1, rows / 16));
        List<Future<?>> running = new ArrayList<>();
        for (int i = 1; i < bands; i++) {
            int from = (int) ((long) rows * i / bands);
            int to = (int) ((long) rows * (i + 1) / bands);
            running.add(workers.submit(() -> body.run(from, to)));
        }
        body.run(0, rows / bands);
        for (Future<?> f : running) {
            try {
                f.get();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new UncheckedIOException((IOException) new InterruptedIOException("interrupted").initCause(e));
            } catch (ExecutionException e) {
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    /** Work on the rows from..to-1. */
    interface RowBand {
        void run(int from, int to);
    }

    @Override
    public void close() {
        workers.shutdownNow();
        boolean interrupted = false;
        while (!workers.isTerminated()) { // a running tile still uses the graphs
            try {
                workers.awaitTermination(1, TimeUnit.MINUTES);
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            if (sender != null) {
                sender.close();
            }
        }
        receiver.close();
    }
}
