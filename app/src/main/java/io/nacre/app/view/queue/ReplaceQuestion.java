package io.nacre.app.view.queue;

import io.nacre.app.view.Messages;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** Asks, in the window, whether files that exist may be replaced. */
final class ReplaceQuestion extends HBox {
    private static final int NAMED = 3;

    private final Messages messages;
    private final Label question = new Label();
    private final Button replace;
    private final Button keep;
    private Set<Path> outputs = Set.of();

    /** @param answer receives the outputs that may be replaced: all that were asked about, or none */
    ReplaceQuestion(Messages messages, Consumer<Set<Path>> answer) {
        this.messages = messages;
        getStyleClass().add("question");
        setId("question");
        question.setWrapText(true);
        question.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(question, Priority.ALWAYS);
        replace = button("replace", () -> answer.accept(outputs));
        keep = button("keep", () -> answer.accept(Set.of()));
        getChildren().addAll(question, keep, replace);
        hide();
    }

    private Button button(String id, Runnable action) {
        Button button = new Button(messages.get(id));
        button.setId(id);
        button.setMinWidth(USE_PREF_SIZE);
        button.setOnAction(e -> {
            hide();
            action.run();
        });
        return button;
    }

    void ask(Set<Path> occupied) {
        outputs = Set.copyOf(occupied);
        String names = occupied.stream()
                .limit(NAMED)
                .map(path -> path.getFileName().toString())
                .collect(Collectors.joining(", "));
        question.setText(messages.get("question", occupied.size(), names, Math.max(0, occupied.size() - NAMED)));
        setVisible(true);
        setManaged(true);
        keep.requestFocus(); // Enter must not replace anything
    }

    private void hide() {
        setVisible(false);
        setManaged(false);
    }
}
