package io.nacre.app.view.queue;

import io.nacre.app.view.queue.QueueTotals.Phase;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.Progress;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.LongSupplier;

/**
 * Encodes many files on its own threads, and goes on after those that fail. Outputs appear whole or not at all; inputs are
 * only read. What happens is asked for by {@link #takeChanges}, so that whoever shows it decides how often that is.
 *
 * <p>Thread-safe. No method waits for encoding but {@link #close}, and for a disk but {@link #wouldReplace}.
 */
public final class EncodeQueue implements AutoCloseable {
    private final FileEncoder encoder;
    private final Runnable wake;
    private final ActiveClock clock;
    private final ExecutorService searches = Executors.newSingleThreadExecutor(task -> daemon(task, "nacre-search"));
    private final Object lock = new Object();

    // Guarded by the lock.
    private final Map<Integer, QueueItem> items = new LinkedHashMap<>();
    private final Deque<QueueItem> waiting = new ArrayDeque<>();
    private final Set<Path> unfinished = new HashSet<>();
    private final Set<QueueItem> changed = new LinkedHashSet<>();
    private final Set<Integer> removed = new TreeSet<>();
    private final Set<Thread> workers = new HashSet<>();
    private Phase phase = Phase.IDLE;
    private QueueSettings settings = QueueSettings.DEFAULT;
    private ItemWork work;
    private int searching;
    private int nextId;
    private boolean woken;
    private boolean closed;

    /**
     * @param nanos such as {@link System#nanoTime}
     * @param wake called from any thread, possibly with the queue's lock held, when there is something new; not again
     *     before that has been taken. Must return at once
     */
    public EncodeQueue(FileEncoder encoder, LongSupplier nanos, Runnable wake) {
        this.encoder = encoder;
        this.clock = new ActiveClock(nanos);
        this.wake = wake;
    }

    /**
     * Adds files and what is in folders, which are walked in the background. Inputs that wait or are worked on already are
     * not added once more. While the queue runs, what is added is encoded as well.
     */
    public void add(List<Path> operands) {
        List<Path> copy = List.copyOf(operands);
        synchronized (lock) {
            if (closed) {
                return;
            }
            searching++;
            searches.execute(() -> search(copy));
        }
    }

    private void search(List<Path> operands) {
        try {
            new InputSearch(this::addFound).search(operands);
        } catch (InterruptedIOException e) {
            Thread.currentThread().interrupt(); // the queue is being closed
        } finally {
            synchronized (lock) {
                searching--;
                becomeIdleIfDone();
                wake();
            }
        }
    }

    private void addFound(FoundInput found) {
        synchronized (lock) {
            if (found.kind().isPresent() && !unfinished.add(found.path())) {
                return;
            }
            QueueItem item = new QueueItem(nextId++, found);
            items.put(item.id, item);
            changed(item);
            if (item.state == State.WAITING) {
                waiting.add(item);
                employ();
            }
        }
    }

    /**
     * The outputs that entries which wait would replace, if that is how they are treated. Looks at the disk.
     *
     * @param settings of the start that is considered
     * @return to be handed to {@link #start} if the user agrees; empty unless the settings say {@link Existing#REPLACE}
     */
    public Set<Path> wouldReplace(QueueSettings settings) {
        if (settings.existing() != Existing.REPLACE) {
            return Set.of();
        }
        List<QueueItem> inputs;
        synchronized (lock) {
            inputs = List.copyOf(waiting);
        }
        OutputPlan trial = new OutputPlan(settings, Set.of());
        Set<Path> occupied = new TreeSet<>();
        for (QueueItem item : inputs) {
            OutputPlan.Place place = trial.place(item.input);
            if (place.occupied()) {
                occupied.add(OutputPlan.real(place.output()));
            }
        }
        return occupied;
    }

    /**
     * Starts encoding what waits. Does nothing if the queue is not idle.
     *
     * @param replaceable outputs that may be replaced, from {@link #wouldReplace}
     */
    public void start(QueueSettings settings, Set<Path> replaceable) {
        OutputPlan plan = new OutputPlan(settings, Set.copyOf(replaceable));
        synchronized (lock) {
            if (phase != Phase.IDLE || closed) {
                return;
            }
            this.settings = settings;
            work = new ItemWork(encoder, settings, plan);
            phase = Phase.RUNNING;
            clock.go();
            employ();
            becomeIdleIfDone();
            wake();
        }
    }

    /** Lets nothing begin, and what is running stand still at its next step. */
    public void pause() {
        synchronized (lock) {
            if (phase == Phase.RUNNING) {
                phase = Phase.PAUSED;
                clock.stop();
                wake();
            }
        }
    }

    /** Goes on after a pause. */
    public void resume() {
        synchronized (lock) {
            if (phase == Phase.PAUSED) {
                phase = Phase.RUNNING;
                clock.go();
                employ();
                lock.notifyAll();
                becomeIdleIfDone();
                wake();
            }
        }
    }

    /** Gives up all entries that are not finished. */
    public void cancelAll() {
        synchronized (lock) {
            cancel(List.copyOf(items.keySet()));
            resume();
        }
    }

    /** Gives up some entries; those that are finished stay as they are. */
    public void cancel(Collection<Integer> ids) {
        synchronized (lock) {
            for (QueueItem item : itemsOf(ids)) {
                if (isUnfinished(item)) {
                    item.cancel();
                    if (waiting.remove(item)) {
                        unfinished.remove(item.input.path());
                    }
                    changed(item);
                }
            }
            becomeIdleIfDone();
        }
    }

    /** Lets entries wait once more that came to nothing; others, and what can't be encoded at all, stay as they are. */
    public void retry(Collection<Integer> ids) {
        synchronized (lock) {
            for (QueueItem item : itemsOf(ids)) {
                boolean encodable = item.input.kind().isPresent();
                if (item.state.canRetry() && encodable && unfinished.add(item.input.path())) {
                    item.reset();
                    waiting.add(item);
                    changed(item);
                }
            }
            employ();
        }
    }

    /** Takes entries out of the queue, except those that are worked on. Files are left alone. */
    public void remove(Collection<Integer> ids) {
        synchronized (lock) {
            for (QueueItem item : itemsOf(ids)) {
                if (item.state != State.RUNNING) {
                    items.remove(item.id);
                    if (waiting.remove(item)) {
                        unfinished.remove(item.input.path());
                    }
                    changed.remove(item);
                    removed.add(item.id);
                    wake();
                }
            }
            becomeIdleIfDone();
        }
    }

    private List<QueueItem> itemsOf(Collection<Integer> ids) {
        List<QueueItem> found = new ArrayList<>();
        for (int id : ids) {
            QueueItem item = items.get(id);
            if (item != null) {
                found.add(item);
            }
        }
        return found;
    }

    /** What is new since this was called last. */
    public QueueChanges takeChanges() {
        synchronized (lock) {
            long now = clock.now();
            List<QueueEntry> entries =
                    changed.stream().map(item -> item.entry(now)).toList();
            QueueChanges changes = new QueueChanges(
                    entries, Set.copyOf(removed), TotalsCount.of(items.values(), phase, settings.filesAtOnce(), now));
            changed.clear();
            removed.clear();
            woken = false;
            return changes;
        }
    }

    private static boolean isUnfinished(QueueItem item) {
        return item.state == State.WAITING || item.state == State.RUNNING;
    }

    private void changed(QueueItem item) {
        changed.add(item);
        wake();
    }

    private void wake() {
        if (!woken) {
            woken = true;
            wake.run();
        }
    }

    /** Sees to it that there are as many threads as there is work for. */
    private void employ() {
        if (phase != Phase.RUNNING || closed) {
            return;
        }
        ItemWork now = work;
        QueueSettings how = settings;
        for (int n = Math.min(settings.filesAtOnce() - workers.size(), waiting.size()); n > 0; n--) {
            Thread worker = daemon(() -> work(now, how), "nacre-queue");
            workers.add(worker);
            worker.start();
        }
    }

    private void becomeIdleIfDone() {
        if (phase == Phase.RUNNING && workers.isEmpty() && waiting.isEmpty() && searching == 0) {
            phase = Phase.IDLE;
            wake();
        }
    }

    private void work(ItemWork work, QueueSettings how) {
        for (QueueItem item = next(); item != null; item = next()) {
            ItemOutcome outcome = work.run(item.input, new Steps(item, how));
            synchronized (lock) {
                item.end(outcome, clock.now());
                Thread.interrupted(); // meant for the item that is over
                unfinished.remove(item.input.path());
                changed(item);
            }
        }
    }

    /** The next item for this thread; null if the thread is not needed any more. */
    private QueueItem next() {
        synchronized (lock) {
            QueueItem item = phase == Phase.RUNNING && !closed ? waiting.poll() : null;
            if (item == null) {
                workers.remove(Thread.currentThread());
                becomeIdleIfDone();
                lock.notifyAll();
                return null;
            }
            item.state = State.RUNNING;
            item.worker = Thread.currentThread();
            changed(item);
            return item;
        }
    }

    /** Waits while the queue pauses. An interruption ends the waiting and stays set for the encoder to find. */
    private void standStill() {
        synchronized (lock) {
            try {
                while (phase == Phase.PAUSED && !closed) {
                    lock.wait();
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Thread daemon(Runnable task, String name) {
        Thread thread = new Thread(task, name);
        thread.setDaemon(true);
        return thread;
    }

    /** Gives up what is not finished, and waits until nothing is worked on. */
    @Override
    public void close() {
        searches.shutdownNow();
        synchronized (lock) {
            closed = true;
            cancelAll();
            boolean interrupted = false;
            while (!workers.isEmpty()) {
                try {
                    lock.wait();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Follows an item that is worked on. */
    private final class Steps implements ItemWork.Listener {
        private final QueueItem item;
        private final boolean search;

        Steps(QueueItem item, QueueSettings how) {
            this.item = item;
            this.search = !(how.target().picture() instanceof EncodeTarget.Quality);
        }

        @Override
        public void begun() {
            synchronized (lock) {
                item.begin(clock.now());
            }
            standStill();
        }

        @Override
        public void placed(Path output) {
            synchronized (lock) {
                item.place(output);
                changed(item);
            }
        }

        @Override
        public void note(String note) {
            synchronized (lock) {
                item.note(note);
                changed(item);
            }
        }

        @Override
        public Progress picture() {
            return new PassProgress(search, this::progress);
        }

        @Override
        public SoundProgress sound(OptionalLong samples, int rate) {
            long total = samples.orElse(0);
            return done -> progress(total <= 0 ? 0 : Math.min(1, (double) done / total));
        }

        private void progress(double fraction) {
            synchronized (lock) {
                item.progress = Math.max(item.progress, fraction);
                changed(item);
            }
            standStill();
        }
    }
}
