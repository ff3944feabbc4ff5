package io.nacre.app.view.queue;

import java.util.List;
import java.util.Set;

/**
 * What is new since changes were taken last.
 *
 * @param entries that came or changed, in the order in which they came
 * @param removed ids of entries that are gone
 * @param totals of now
 */
public record QueueChanges(List<QueueEntry> entries, Set<Integer> removed, QueueTotals totals) {}
