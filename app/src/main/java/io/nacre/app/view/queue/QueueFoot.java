package io.nacre.app.view.queue;

import io.nacre.app.view.Messages;
import io.nacre.app.view.queue.QueueTotals.Phase;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Below the table: how far the whole queue is, and what starts, pauses and ends it. */
final class QueueFoot extends VBox {
    private final Messages messages;
    private final QueueTexts texts;
    private final ProgressBar progress = new ProgressBar(0);
    private final Label counts = new Label();
    private final Label outlook = new Label();
    private final Button go;
    private final Button cancel;
    private final Button retry;
    private final Button clear;

    /** What the buttons do. */
    interface Actions {
        /** Starts, pauses or goes on, as it fits. */
        void go();

        void cancel();

        void retry();

        void clear();
    }

    QueueFoot(Messages messages, QueueTexts texts, Actions actions) {
        this.messages = messages;
        this.texts = texts;
        getStyleClass().add("queue-foot");
        progress.setId("total-progress");
        progress.setMaxWidth(Double.MAX_VALUE);
        progress.setAccessibleText(messages.get("total"));
        counts.setId("counts");
        counts.getStyleClass().add("strong");
        counts.setMinWidth(Region.USE_PREF_SIZE);
        outlook.setId("outlook");
        outlook.getStyleClass().add("muted");
        go = button("go", actions::go);
        go.getStyleClass().add("primary");
        cancel = button("cancel", actions::cancel);
        retry = button("retry", actions::retry);
        clear = button("clear", actions::clear);
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        HBox line = new HBox(counts, outlook, space, clear, retry, cancel, go);
        line.getStyleClass().add("group");
        getChildren().addAll(progress, line);
    }

    private Button button(String id, Runnable action) {
        Button button = new Button(messages.get(id));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(id + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    void show(QueueTotals totals) {
        progress.setProgress(totals.progress());
        counts.setText(totals.entries() == 0 ? "" : texts.counts(totals));
        outlook.setText(texts.outlook(totals));
        go.setText(messages.get(
                switch (totals.phase()) {
                    case IDLE -> "go";
                    case RUNNING -> "pause";
                    case PAUSED -> "resume";
                }));
        go.setDisable(totals.phase() == Phase.IDLE && totals.waiting() == 0);
        cancel.setDisable(totals.phase() == Phase.IDLE);
        retry.setDisable(totals.failed() + totals.cancelled() == 0);
        clear.setDisable(totals.entries() == totals.unfinished());
        setVisible(totals.entries() > 0);
        setManaged(totals.entries() > 0);
    }
}
