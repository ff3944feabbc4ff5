package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.function.Predicate;

/** A queue and what somebody who watches it knows of it. */
final class Probe implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;

    final EncodeQueue queue;
    private final Semaphore wakes = new Semaphore(0);
    private final Map<Integer, QueueEntry> entries = new TreeMap<>();
    private QueueTotals totals;

    Probe(FileEncoder encoder) {
        this(encoder, System::nanoTime);
    }

    Probe(FileEncoder encoder, LongSupplier nanos) {
        queue = new EncodeQueue(encoder, nanos, wakes::release);
        totals = queue.takeChanges().totals();
    }

    QueueTotals totals() {
        return totals;
    }

    List<QueueEntry> entries() {
        return new ArrayList<>(entries.values());
    }

    List<Integer> ids(State state) {
        return entries.values().stream()
                .filter(entry -> entry.state() == state)
                .map(QueueEntry::id)
                .toList();
    }

    QueueEntry entry(Path input) {
        return entries.values().stream()
                .filter(entry -> entry.input().equals(input))
                .reduce((first, second) -> second)
                .orElseThrow();
    }

    /** Adds and waits until as many entries are there as are named. */
    Probe add(int count, Path... operands) throws InterruptedException {
        queue.add(List.of(operands));
        return await(now -> now.entries() >= count);
    }

    Probe start(QueueSettings settings) {
        queue.start(settings, queue.wouldReplace(settings));
        return this;
    }

    Probe awaitIdle() throws InterruptedException {
        return await(now -> now.phase() == QueueTotals.Phase.IDLE && now.unfinished() == 0);
    }

    /** Takes changes whenever there are some, until the totals are as they should be. */
    Probe await(Predicate<QueueTotals> wanted) throws InterruptedException {
        take();
        while (!wanted.test(totals)) {
            assertTrue(wakes.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS), () -> "stays at " + totals);
            take();
        }
        return this;
    }

    void take() {
        QueueChanges changes = queue.takeChanges();
        changes.entries().forEach(entry -> entries.put(entry.id(), entry));
        changes.removed().forEach(entries::remove);
        totals = changes.totals();
    }

    @Override
    public void close() {
        queue.close();
    }
}
