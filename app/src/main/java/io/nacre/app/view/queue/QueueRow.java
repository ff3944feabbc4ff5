package io.nacre.app.view.queue;

import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;

/** A row of the table: an entry as it was seen last. */
final class QueueRow {
    private final ObjectProperty<QueueEntry> entry;

    QueueRow(QueueEntry entry) {
        this.entry = new SimpleObjectProperty<>(entry);
    }

    QueueEntry entry() {
        return entry.get();
    }

    ObjectProperty<QueueEntry> entryProperty() {
        return entry;
    }
}
