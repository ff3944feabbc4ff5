package io.nacre.app.view;

import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;

/** A sentence at the lower edge of the window, which goes away by itself. */
public final class Notice extends StackPane {
    private static final Duration TIME = Duration.seconds(8);

    private final Label label = new Label();
    private final PauseTransition pause = new PauseTransition(TIME);

    /** Nothing is shown yet. */
    public Notice() {
        label.getStyleClass().add("notice");
        label.setWrapText(true);
        label.setMaxWidth(640);
        label.setAccessibleRole(AccessibleRole.TEXT);
        getChildren().add(label);
        setAlignment(Pos.BOTTOM_CENTER);
        setMouseTransparent(true);
        setVisible(false);
        pause.setOnFinished(e -> hide());
    }

    /** Shows a sentence for some seconds. */
    public void show(String sentence) {
        label.setText(sentence);
        setVisible(true);
        pause.playFromStart();
    }

    public void hide() {
        setVisible(false);
    }
}
