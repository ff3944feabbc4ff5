package io.nacre.app.view.compare;

import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;

/** What the view shows while no picture is open: an invitation, or why the last one could not be opened. */
final class EmptyState extends VBox {
    private static final int RECENT = 5;

    private final Messages messages;
    private final Consumer<Path> open;
    private final Label heading = new Label();
    private final Label text = new Label();
    private final VBox recent = new VBox();

    /** @param open hears which of the recent files is wanted */
    EmptyState(Messages messages, Consumer<Path> open) {
        this.messages = messages;
        this.open = open;
        getStyleClass().add("empty");
        heading.getStyleClass().add("empty-title");
        heading.setId("empty-title");
        text.getStyleClass().add("muted");
        for (Label label : List.of(heading, text)) {
            label.setWrapText(true);
            label.setMaxWidth(560);
            label.setAlignment(Pos.CENTER);
            label.setTextAlignment(TextAlignment.CENTER);
        }
        recent.getStyleClass().add("recent");
        recent.setFillWidth(false);
        getChildren().addAll(Icon.DROP.node(56), heading, text, recent);
    }

    /** Invites to open a picture. */
    void invite(List<Path> recentFiles) {
        heading.setText(messages.get("empty"));
        text.setText(messages.get("empty.hint"));
        recent.getChildren().clear();
        if (!recentFiles.isEmpty()) {
            Label title = new Label(messages.get("empty.recent"));
            title.getStyleClass().add("section");
            recent.getChildren().add(title);
        }
        recentFiles.stream().limit(RECENT).map(this::link).forEach(recent.getChildren()::add);
    }

    /** Says that the first picture is on its way. */
    void opening() {
        heading.setText(messages.get("loading"));
        text.setText("");
        recent.getChildren().clear();
    }

    private Hyperlink link(Path file) {
        Hyperlink link = new Hyperlink(file.getFileName().toString());
        link.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        link.setMaxWidth(420);
        link.setTooltip(new Tooltip(file.toString()));
        link.setOnAction(e -> open.accept(file));
        return link;
    }

    /**
     * Says why a file could not be opened.
     *
     * @param back shows the picture again that is still open, or null if there is none
     */
    void failed(String name, String why, Runnable back) {
        heading.setText(messages.get("failed", name));
        text.setText(why);
        recent.getChildren().clear();
        if (back != null) {
            Hyperlink link = new Hyperlink(messages.get("failed.back"));
            link.setId("failed-back");
            link.setOnAction(e -> back.run());
            recent.getChildren().add(link);
        }
    }
}
