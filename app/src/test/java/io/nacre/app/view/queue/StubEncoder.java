package io.nacre.app.view.queue;

import io.nacre.app.encode.EncodeListener;
import io.nacre.app.encode.Encoded;
import io.nacre.codec.container.ImageHeader;
import io.nacre.codec.container.Kind;
import io.nacre.models.ModelException;
import io.nacre.models.PackId;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;

/** Halves files. Those with "bad" in their names fail; those with "slow" take a permit for each of four steps. */
final class StubEncoder implements FileEncoder {
    static final int STEPS = 4;

    /** Steps that slow files may take. */
    final Semaphore steps = new Semaphore(0);

    final Set<Path> started = ConcurrentHashMap.newKeySet();
    final AtomicInteger attempts = new AtomicInteger();
    private int running;
    private int most;
    volatile boolean modelMissing;
    volatile boolean repaired;

    @Override
    public void prepare(Kind kind) throws ModelException {
        if (modelMissing) {
            throw new ModelException("no model");
        }
    }

    @Override
    public Encoded encode(Path input, Kind kind, QueueSettings settings, EncodeListener listener) throws IOException {
        attempts.incrementAndGet();
        started.add(input);
        count(1);
        try {
            return encode(input, listener);
        } finally {
            count(-1);
        }
    }

    private synchronized void count(int more) {
        running += more;
        most = Math.max(most, running);
        notifyAll();
    }

    synchronized void awaitRunning(int files) throws InterruptedException {
        while (running != files) {
            wait();
        }
    }

    /** Most files that were worked on at once. */
    synchronized int most() {
        return most;
    }

    private Encoded encode(Path input, EncodeListener listener) throws IOException {
        String name = input.getFileName().toString();
        if (name.contains("bad") && !repaired) {
            throw new IOException(input + ": the picture is damaged");
        }
        if (name.contains("bug")) {
            throw new IllegalStateException("a bug");
        }
        if (name.contains("huge")) {
            throw new IllegalStateException(new OutOfMemoryError("too large"));
        }
        var progress = listener.picture();
        for (int step = 1; step <= STEPS; step++) {
            if (name.contains("slow")) {
                take();
            }
            progress.tiles(step, STEPS);
        }
        byte[] file = new byte[(int) Files.size(input) / 2];
        return new Encoded.Picture(file, new ImageHeader(1, 1, false, false, false, false, new PackId(1), 504, 64));
    }

    private void take() throws InterruptedIOException {
        try {
            steps.acquire();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("encoding was interrupted");
        }
    }
}
