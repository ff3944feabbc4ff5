package io.nacre.app.view;

import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;

/** A sheet over the window, closed by Escape, its button or a click beside it. */
class Overlay extends StackPane {
    private final VBox card = new VBox();
    private final Button close = new Button(null, Icon.CLOSE.node(14));
    private Node focusBefore;

    Overlay(String title, String closeText) {
        getStyleClass().add("veil");
        card.getStyleClass().add("sheet");
        card.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
        Label heading = new Label(title);
        heading.getStyleClass().add("sheet-title");
        heading.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(heading, Priority.ALWAYS);
        close.getStyleClass().add("flat");
        close.setAccessibleText(closeText);
        close.setOnAction(e -> hide());
        HBox head = new HBox(heading, close);
        head.setAlignment(Pos.CENTER_LEFT);
        card.getChildren().add(head);
        getChildren().add(card);
        setVisible(false);
        setOnMousePressed(e -> hide());
        card.setOnMousePressed(e -> e.consume());
        setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                hide();
            }
        });
    }

    /** Puts a node below the title, in place of the one before. */
    final void content(Node node) {
        card.getChildren().setAll(card.getChildren().get(0), node);
    }

    void toggle() {
        if (isVisible()) {
            hide();
        } else {
            focusBefore = getScene().getFocusOwner();
            setVisible(true);
            close.requestFocus();
        }
    }

    private void hide() {
        setVisible(false);
        if (focusBefore != null) {
            focusBefore.requestFocus();
        }
    }
}
