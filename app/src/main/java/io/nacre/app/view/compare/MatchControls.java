package io.nacre.app.view.compare;

import io.nacre.app.view.Messages;
import io.nacre.app.view.model.Coder;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.CompareModel.Match;
import io.nacre.app.view.model.NacreCoder;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Puts another coder beside the result on show, of the same size or the same quality. */
final class MatchControls extends VBox {
    private final CompareModel model;
    private final ComboBox<Coder> rival = new ComboBox<>();
    private final Button size;
    private final Button quality;

    MatchControls(Messages messages, CompareModel model) {
        this.model = model;
        getStyleClass().add("match");
        Label heading = new Label(messages.get("match"));
        heading.getStyleClass().add("section");
        rival.setId("rival");
        rival.setMaxWidth(Double.MAX_VALUE);
        rival.setAccessibleText(messages.get("match"));
        rival.setConverter(new StringConverter<>() {
            @Override
            public String toString(Coder coder) {
                return coder == null ? messages.get("match.none") : coder.title();
            }

            @Override
            public Coder fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        size = button(messages, "match.size", () -> match(Match.SIZE));
        quality = button(messages, "match.quality", () -> match(Match.QUALITY));
        HBox buttons = new HBox(size, quality);
        buttons.getStyleClass().add("line");
        getChildren().addAll(heading, rival, buttons);
    }

    private static Button button(Messages messages, String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(key.replace('.', '-'));
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(button, Priority.ALWAYS);
        button.setOnAction(e -> action.run());
        return button;
    }

    /** Compares with the rival that is chosen, if that can be done. */
    void match(Match match) {
        if (rival.getValue() != null && model.original() != null) {
            model.match(rival.getValue().id(), match);
        }
    }

    /** The coders may have changed. */
    void fillCoders() {
        Coder before = rival.getValue();
        List<Coder> rivals = model.coders().stream()
                .filter(coder -> !coder.id().equals(NacreCoder.ID))
                .toList();
        rival.getItems().setAll(rivals);
        rival.setDisable(rivals.isEmpty());
        if (!rivals.isEmpty()) {
            rival.setValue(before == null ? rivals.get(0) : before);
        }
        update();
    }

    void update() {
        boolean possible = model.original() != null && rival.getValue() != null;
        size.setDisable(!possible || !model.canMatch(Match.SIZE));
        quality.setDisable(!possible || !model.canMatch(Match.QUALITY));
    }
}
