package io.nacre.app.view;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;

/** All keys of the window and of the mode on show. */
final class ShortcutSheet extends Overlay {
    private final Messages messages;

    ShortcutSheet(Messages messages) {
        super(messages.get("shortcuts"), messages.get("close"));
        this.messages = messages;
        setId("shortcut-sheet");
    }

    void show(Mode mode) {
        List<Mode.Shortcut> lines = new ArrayList<>(mode.shortcuts());
        for (String key : new String[] {"open", "paste", "modes", "settings", "sheet", "full", "quit"}) {
            lines.add(new Mode.Shortcut(messages.get("key." + key), messages.get("key." + key + ".does")));
        }
        GridPane grid = new GridPane();
        grid.getStyleClass().add("shortcuts");
        int rows = (lines.size() + 1) / 2;
        for (int i = 0; i < lines.size(); i++) {
            Label keys = new Label(lines.get(i).keys());
            keys.getStyleClass().add("key");
            int column = 2 * (i / rows);
            grid.add(keys, column, i % rows);
            grid.add(new Label(lines.get(i).action()), column + 1, i % rows);
        }
        content(grid);
    }
}
