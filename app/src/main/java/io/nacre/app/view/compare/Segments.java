package io.nacre.app.view.compare;

import io.nacre.app.view.Icon;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;

/**
 * A row of buttons of which one is pressed.
 *
 * @param <T> what a button stands for
 */
final class Segments<T> extends HBox {
    private final Map<T, ToggleButton> buttons = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final Consumer<T> chosen;

    /** @param chosen hears of what the user presses */
    Segments(Consumer<T> chosen) {
        this.chosen = chosen;
        getStyleClass().add("segments");
    }

    /**
     * Adds a button.
     *
     * @param icon or null
     * @param text or null
     * @param tip what the button does, also its accessible name
     */
    Segments<T> add(T value, Icon icon, String text, String tip) {
        ToggleButton button = new ToggleButton(text, icon == null ? null : icon.node(16));
        button.setToggleGroup(group);
        button.setAccessibleText(tip);
        button.setTooltip(new Tooltip(tip));
        button.setId("segment-" + value.toString().toLowerCase(java.util.Locale.ROOT));
        button.setOnAction(e -> {
            button.setSelected(true); // pressing it again does not release it
            chosen.accept(value);
        });
        buttons.put(value, button);
        getChildren().add(button);
        return this;
    }

    void select(T value) {
        group.selectToggle(buttons.get(value));
    }
}
