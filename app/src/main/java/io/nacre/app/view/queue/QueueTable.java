package io.nacre.app.view.queue;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;

/** The entries of the queue, a row for each. */
final class QueueTable extends TableView<QueueRow> {
    private static final double STATE_WIDTH = 120;
    private static final double SIZE_WIDTH = 100;
    private static final double RESULT_WIDTH = 140;
    private static final double NAME_WIDTH = 300;

    private final QueueTexts texts;
    private final Map<Integer, QueueRow> rows = new HashMap<>();
    private final ObservableList<QueueRow> all = FXCollections.observableArrayList();
    private final FilteredList<QueueRow> shown = new FilteredList<>(all);

    QueueTable(Messages messages, QueueTexts texts, Node empty) {
        this.texts = texts;
        setId("queue");
        setAccessibleText(messages.get("table"));
        setItems(shown);
        setPlaceholder(empty);
        getSelectionModel().setSelectionMode(SelectionMode.MULTIPLE);
        setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_LAST_COLUMN);
        add(messages.get("column.name"), NAME_WIDTH, column -> new NameCell());
        add(messages.get("column.size"), SIZE_WIDTH, column -> new TextCell(this::size))
                .getStyleClass()
                .add("right");
        add(messages.get("column.state"), STATE_WIDTH, column -> new StateCell(texts));
        add(messages.get("column.result"), RESULT_WIDTH, column -> new TextCell(texts::result))
                .getStyleClass()
                .add("right");
        add(messages.get("column.note"), NAME_WIDTH, column -> new TextCell(texts::explanation));
    }

    private TableColumn<QueueRow, QueueEntry> add(
            String title, double width, Function<Object, TableCell<QueueRow, QueueEntry>> cell) {
        TableColumn<QueueRow, QueueEntry> column = new TableColumn<>(title);
        column.setPrefWidth(width);
        column.setSortable(false); // the order is that of the work
        column.setReorderable(false);
        column.setCellValueFactory(features -> features.getValue().entryProperty());
        column.setCellFactory(cell::apply);
        getColumns().add(column);
        return column;
    }

    private String size(QueueEntry entry) {
        return entry.state() == State.SKIPPED && entry.kind().isEmpty() ? "" : Quantities.size(entry.inputBytes());
    }

    void take(QueueChanges changes) {
        if (!changes.removed().isEmpty()) {
            changes.removed().forEach(rows::remove);
            all.removeIf(row -> changes.removed().contains(row.entry().id()));
        }
        List<QueueRow> fresh = changes.entries().stream()
                .filter(entry -> !rows.containsKey(entry.id()))
                .map(QueueRow::new)
                .toList();
        changes.entries().stream()
                .filter(entry -> rows.containsKey(entry.id()))
                .forEach(entry -> rows.get(entry.id()).entryProperty().set(entry));
        fresh.forEach(row -> rows.put(row.entry().id(), row));
        all.addAll(fresh);
    }

    /** Shows some of the rows; what changes later stays where it is until this is called again. */
    void filter(Predicate<QueueEntry> wanted) {
        shown.setPredicate(row -> wanted.test(row.entry()));
    }

    Collection<Integer> selectedIds() {
        return getSelectionModel().getSelectedItems().stream()
                .map(row -> row.entry().id())
                .toList();
    }

    /** Ids of all entries in a state, shown or not. */
    Collection<Integer> ids(Predicate<QueueEntry> wanted) {
        return all.stream()
                .map(QueueRow::entry)
                .filter(wanted)
                .map(QueueEntry::id)
                .toList();
    }

    /** A cell of one line of text. */
    private static final class TextCell extends TableCell<QueueRow, QueueEntry> {
        private final Function<QueueEntry, String> text;

        TextCell(Function<QueueEntry, String> text) {
            this.text = text;
        }

        @Override
        protected void updateItem(QueueEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            String words = empty || entry == null ? "" : text.apply(entry);
            setText(words);
            setTooltip(words.isEmpty() ? null : new Tooltip(words));
        }
    }

    /** The file's name, and its folder for those who point at it. */
    private static final class NameCell extends TableCell<QueueRow, QueueEntry> {
        private final Label name = new Label();

        NameCell() {
            name.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS); // numbers stand at the end
            name.maxWidthProperty().bind(widthProperty().subtract(20));
        }

        @Override
        protected void updateItem(QueueEntry entry, boolean empty) {
            super.updateItem(entry, empty);
            setGraphic(empty || entry == null ? null : name);
            if (!empty && entry != null) {
                Path path = entry.input();
                name.setText(
                        path.getFileName() == null
                                ? path.toString()
                                : path.getFileName().toString());
                setTooltip(new Tooltip(path.toString()));
            }
        }
    }
}
