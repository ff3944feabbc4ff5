package io.nacre.app.view.queue;

import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** What the table shows while it is empty. */
final class QueueDropZone extends VBox {
    /** @param buttons that add something */
    QueueDropZone(Messages messages, Node... buttons) {
        getStyleClass().add("empty");
        setAlignment(Pos.CENTER);
        Label title = new Label(messages.get("empty"));
        title.getStyleClass().add("empty-title");
        Label hint = new Label(messages.get("empty.hint"));
        hint.getStyleClass().add("muted");
        HBox row = new HBox(buttons);
        row.getStyleClass().add("group");
        row.setAlignment(Pos.CENTER);
        getChildren().addAll(Icon.DROP.node(56), title, hint, row);
    }
}
