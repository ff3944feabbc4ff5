package io.nacre.app.view.queue;

import io.nacre.app.file.Reason;
import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Entries and totals in words. */
final class QueueTexts {
    private static final double PERCENT = 100;

    private final Messages messages;

    QueueTexts(Messages messages) {
        this.messages = messages;
    }

    String state(QueueEntry entry) {
        return messages.get("state." + entry.state().name().toLowerCase(Locale.ROOT));
    }

    /** What there is to say of an entry; empty if that is nothing. */
    String explanation(QueueEntry entry) {
        Explanation explanation = entry.explanation();
        return explanation.why() == Explanation.Why.NONE
                ? ""
                : messages.get(
                        "why." + explanation.why().name().toLowerCase(Locale.ROOT),
                        Reason.asSentence(explanation.detail()));
    }

    /** The output's size and by how much it is smaller; empty if there is none. */
    String result(QueueEntry entry) {
        if (entry.state() != State.DONE) {
            return "";
        }
        return Quantities.size(entry.outputBytes()) + "  " + saved(entry.inputBytes(), entry.outputBytes());
    }

    private String saved(long in, long out) {
        return in == 0 ? "" : Quantities.signed("%+.0f %%", PERCENT * (out - in) / in);
    }

    /** How many entries there are of each kind. */
    String counts(QueueTotals totals) {
        List<String> parts = new ArrayList<>();
        int countable = totals.entries() - totals.skipped();
        parts.add(messages.get("total.done", totals.done(), countable));
        addCount(parts, "total.failed", totals.failed());
        addCount(parts, "total.cancelled", totals.cancelled());
        addCount(parts, "total.skipped", totals.skipped());
        return String.join(" · ", parts);
    }

    private void addCount(List<String> parts, String key, int count) {
        if (count > 0) {
            parts.add(messages.get(key, count));
        }
    }

    /** What has been saved, and how long it will still take. */
    String outlook(QueueTotals totals) {
        List<String> parts = new ArrayList<>();
        if (totals.done() > 0) {
            String key = totals.savedBytes() >= 0 ? "total.saved" : "total.grown";
            parts.add(messages.get(
                    key,
                    Quantities.size(totals.inputBytes()),
                    Quantities.size(totals.outputBytes()),
                    Quantities.number(
                            "%.0f %%",
                            totals.inputBytes() == 0
                                    ? 0
                                    : PERCENT * Math.abs(totals.savedBytes()) / totals.inputBytes())));
        }
        if (totals.phase() == QueueTotals.Phase.PAUSED) {
            parts.add(messages.get("total.paused"));
        } else if (totals.phase() == QueueTotals.Phase.RUNNING
                && totals.remainingSeconds().isPresent()) {
            parts.add(messages.get(
                    "total.left", Quantities.duration(totals.remainingSeconds().getAsDouble())));
        }
        return String.join(" · ", parts);
    }
}
