package io.nacre.app.view;

import io.nacre.app.view.model.Settings;
import io.nacre.models.Device;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;

/** Appearance, language, device, threads, and the packs that are there. */
final class SettingsPane extends Overlay {
    /** Keys of the settings that the program reads at its start. */
    static final String THEME = "theme";

    static final String LANGUAGE = "language";
    static final String DEVICE = "device";
    static final String THREADS = "threads";

    private static final int MAX_THREADS = 256;

    private final Messages messages;
    private final GridPane grid = new GridPane();
    private final GridPane list = new GridPane();
    private int row;

    SettingsPane(Messages messages, Settings settings, Theme theme) {
        super(messages.get("settings"), messages.get("close"));
        this.messages = messages;
        setId("settings-pane");
        grid.getStyleClass().add("form");
        add(
                "settings.theme",
                choices(
                        "settings.theme",
                        Theme.Choice.values(),
                        settings.choice(THEME, Theme.Choice.SYSTEM),
                        choice -> {
                            settings.put(THEME, choice);
                            theme.choose(choice);
                        }));
        add(
                "settings.language",
                choices(
                        "settings.language",
                        Language.values(),
                        settings.choice(LANGUAGE, Language.SYSTEM),
                        language -> settings.put(LANGUAGE, language)));
        add(
                "settings.device",
                choices(
                        "settings.device",
                        Device.values(),
                        settings.choice(DEVICE, Device.AUTO),
                        device -> settings.put(DEVICE, device)));
        Spinner<Integer> threads = new Spinner<>(0, MAX_THREADS, (int) settings.number(THREADS, 0));
        threads.setEditable(true);
        threads.valueProperty().addListener((property, before, now) -> settings.put(THREADS, now));
        add("settings.threads", threads);
        Label later = new Label(messages.get("settings.later"));
        later.getStyleClass().add("muted");
        grid.add(later, 1, row++);
        list.getStyleClass().add("form");
        VBox.setMargin(list, new Insets(16, 0, 0, 0));
        content(new VBox(grid, list));
    }

    private void add(String key, Node control) {
        Label label = new Label(messages.get(key));
        label.setLabelFor(control);
        grid.addRow(row++, label, control);
    }

    private <E extends Enum<E>> ComboBox<E> choices(String key, E[] values, E chosen, Consumer<E> action) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setValue(chosen);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(E value) {
                return value == null
                        ? ""
                        : messages.get(key + "." + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().addListener((property, before, now) -> action.accept(now));
        return box;
    }

    /** Lists packs in place of those before. */
    void show(List<InstalledPack> packs) {
        list.getChildren().clear();
        Label heading = new Label(messages.get("settings.packs"));
        heading.getStyleClass().add("section");
        list.add(heading, 0, 0, 3, 1);
        for (int i = 0; i < packs.size(); i++) {
            InstalledPack pack = packs.get(i);
            Label id = new Label(pack.id());
            id.getStyleClass().addAll("muted", "figures");
            Label place = new Label(pack.place());
            place.getStyleClass().add("muted");
            list.addRow(i + 1, new Label(pack.name()), id, place);
        }
    }
}
