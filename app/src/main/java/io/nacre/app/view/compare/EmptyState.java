package io.nacre.app.view.compare;

import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What the view shows while no picture is open: an invitation, or why the last one could not be opened. */
final class EmptyState extends VBox {
    private final Label heading = new Label();
    private final Label text = new Label();
    private final Messages messages;

    EmptyState(Messages messages) {
        this.messages = messages;
        getStyleClass().add("empty");
        setAlignment(Pos.CENTER);
        heading.getStyleClass().add("empty-title");
        heading.setWrapText(true);
        heading.setTextAlignment(TextAlignment.CENTER);
        heading.setId("empty-title");
        text.getStyleClass().add("muted");
        text.setWrapText(true);
        text.setTextAlignment(TextAlignment.CENTER);
        text.setMaxWidth(460);
        heading.setMaxWidth(560);
        getChildren().addAll(Icon.DROP.node(56), heading, text);
        invite();
    }

    void invite() {
        heading.setText(messages.get("empty"));
        text.setText(messages.get("empty.hint"));
    }

    void failed(String name, String why) {
        heading.setText(messages.get("failed", name));
        text.setText(why);
    }
}
