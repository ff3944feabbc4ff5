package io.nacre.app.view.queue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** An entry of the queue as it changes. Guarded by the queue's lock. */
final class QueueItem {
    final int id;
    final FoundInput input;
    State state;
    double progress;

    /** Works on it; null unless it is running. */
    Thread worker;

    boolean cancelled;

    private final List<String> notes = new ArrayList<>();
    private Explanation explanation;
    private Path output;
    private long outputBytes;
    private OptionalDouble quality = OptionalDouble.empty();
    private long begun;
    private long nanos;
    private boolean measuring;

    QueueItem(int id, FoundInput input) {
        this.id = id;
        this.input = input;
        this.state = input.kind().isPresent() ? State.WAITING : State.SKIPPED;
        this.explanation = input.explanation();
    }

    /** As if it had just been added. */
    void reset() {
        state = State.WAITING;
        progress = 0;
        cancelled = false;
        notes.clear();
        explanation = Explanation.NONE;
        output = null;
        nanos = 0;
    }

    void begin(long now) {
        begun = now;
        measuring = true;
    }

    void place(Path place) {
        output = place;
    }

    void note(String note) {
        notes.add(note);
    }

    /** @param outcome CANCELLED is made of a failure that the user wanted */
    void end(ItemOutcome outcome, long now) {
        nanos = nanos(now);
        measuring = false;
        worker = null;
        state = cancelled && outcome.state() == State.FAILED ? State.CANCELLED : outcome.state();
        explanation = state == State.CANCELLED ? Explanation.NONE : outcome.explanation();
        if (state == State.DONE) {
            progress = 1;
            outputBytes = outcome.bytes();
            quality = OptionalDouble.of(outcome.quality());
        }
    }

    void cancel() {
        cancelled = true;
        if (worker != null) {
            worker.interrupt();
        } else {
            state = State.CANCELLED;
        }
    }

    /** Time of work so far, pauses and the opening of models left out. */
    long nanos(long now) {
        return measuring ? now - begun : nanos;
    }

    long outputBytes() {
        return outputBytes;
    }

    QueueEntry entry(long now) {
        Explanation shown = explanation == Explanation.NONE && !notes.isEmpty()
                ? new Explanation(Explanation.Why.NOTE, String.join("; ", notes))
                : explanation;
        return new QueueEntry(
                id,
                input.path(),
                input.kind(),
                state,
                progress,
                input.bytes(),
                Optional.ofNullable(output),
                outputBytes,
                quality,
                nanos(now) / 1e9,
                shown);
    }
}
