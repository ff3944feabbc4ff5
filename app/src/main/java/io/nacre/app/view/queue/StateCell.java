package io.nacre.app.view.queue;

import javafx.scene.control.ContentDisplay;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TableCell;

/** The state of an entry: a bar while it is worked on, else a word. */
final class StateCell extends TableCell<QueueRow, QueueEntry> {
    private final QueueTexts texts;
    private final ProgressBar bar = new ProgressBar();

    StateCell(QueueTexts texts) {
        this.texts = texts;
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.prefWidthProperty().bind(widthProperty().subtract(24));
    }

    @Override
    protected void updateItem(QueueEntry entry, boolean empty) {
        super.updateItem(entry, empty);
        getStyleClass().removeAll("done", "failed", "muted");
        boolean none = empty || entry == null;
        setText(none ? null : texts.state(entry));
        boolean running = !none && entry.state() == State.RUNNING;
        if (running) {
            // Nothing is known of the progress of small files: their bar would be a flicker of moving stripes.
            bar.setProgress(entry.progress());
        } else if (!none) {
            getStyleClass().add(style(entry.state()));
        }
        setGraphic(running ? bar : null);
        setContentDisplay(running ? ContentDisplay.GRAPHIC_ONLY : ContentDisplay.TEXT_ONLY);
    }

    private static String style(State state) {
        return switch (state) {
            case DONE -> "done";
            case FAILED -> "failed";
            default -> "muted";
        };
    }
}
