package io.nacre.app.view.queue;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;

/** Adds entries up. */
final class TotalsCount {
    private TotalsCount() {}

    /** @param now active time in nanoseconds */
    static QueueTotals of(Collection<QueueItem> items, QueueTotals.Phase phase, int filesAtOnce, long now) {
        Map<State, Integer> counts = new EnumMap<>(State.class);
        long in = 0;
        long out = 0;
        double weight = 0;
        double achieved = 0;
        for (QueueItem item : items) {
            counts.merge(item.state, 1, Integer::sum);
            if (item.state == State.DONE) {
                in += item.input.bytes();
                out += item.outputBytes();
            }
            if (item.state != State.SKIPPED) {
                boolean open = item.state == State.WAITING || item.state == State.RUNNING;
                weight += item.input.bytes();
                achieved += item.input.bytes() * (open ? item.progress : 1);
            }
        }
        return new QueueTotals(
                phase,
                items.size(),
                counts.getOrDefault(State.WAITING, 0),
                counts.getOrDefault(State.RUNNING, 0),
                counts.getOrDefault(State.DONE, 0),
                counts.getOrDefault(State.SKIPPED, 0),
                counts.getOrDefault(State.FAILED, 0),
                counts.getOrDefault(State.CANCELLED, 0),
                weight == 0 ? 0 : achieved / weight,
                in,
                out,
                RemainingTime.of(items, filesAtOnce, now));
    }
}
