package io.nacre.app.view.queue;

import io.nacre.app.view.Messages;
import io.nacre.app.view.Quantities;
import io.nacre.app.view.model.Settings;
import io.nacre.codec.image.EncodeOptions;
import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.Slider;
import javafx.scene.control.Spinner;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;

/** How the queue encodes and where to. What is chosen is remembered. */
final class QueueSettingsPanel extends VBox {
    private static final int MAX_EFFORT = EncodeOptions.MAX_EFFORT;
    private static final double MAX_MIB = 1000;

    private final Messages messages;
    private final Settings store;
    private final ComboBox<Goal> goal;
    private final Slider quality = new Slider(0, 100, EncodeOptions.DEFAULT_QUALITY);
    private final NumberField size = new NumberField(0.001, MAX_MIB);
    private final NumberField bitsPerPixel = new NumberField(0.01, 24);
    private final NumberField kbps = new NumberField(0.1, 1000);
    private final Slider effort = new Slider(EncodeOptions.MIN_EFFORT, MAX_EFFORT, EncodeOptions.MIN_EFFORT);
    private final CheckBox metadata = new CheckBox();
    private final Label folderName = new Label();
    private final CheckBox structure = new CheckBox();
    private final ComboBox<Existing> existing;
    private final Spinner<Integer> filesAtOnce = new Spinner<>(1, QueueSettings.MAX_FILES_AT_ONCE, 1);
    private final VBox dials = new VBox();
    private Optional<Path> folder = Optional.empty();

    /** What the queue aims at, as the user chooses it. */
    enum Goal {
        QUALITY,
        SIZE,
        RATE
    }

    QueueSettingsPanel(Messages messages, Settings store) {
        this.messages = messages;
        this.store = store;
        getStyleClass().add("panel");
        goal = choice("goal", Goal.values());
        existing = choice("existing", Existing.values());
        dials.getStyleClass().add("dials");
        goal.valueProperty().addListener((property, before, now) -> arrange(now));
        metadata.setText(messages.get("metadata"));
        metadata.setId("metadata");
        metadata.setWrapText(true);
        structure.setText(messages.get("structure"));
        structure.setId("structure");
        structure.setWrapText(true);
        filesAtOnce.setId("files-at-once");
        filesAtOnce.setMaxWidth(Double.MAX_VALUE);
        getChildren()
                .addAll(
                        section("encode", goal, dials, effort(), metadata),
                        section("output", folderBox(), structure),
                        section("existing.title", existing),
                        section("at-once", filesAtOnce));
        restore();
    }

    private <E extends Enum<E>> ComboBox<E> choice(String key, E[] values) {
        ComboBox<E> box = new ComboBox<>();
        box.getItems().setAll(values);
        box.setId(key);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new EnumTexts<>(messages, key, values));
        return box;
    }

    private VBox section(String key, Node... nodes) {
        Label title = new Label(messages.get("section." + key));
        title.getStyleClass().add("section");
        title.setLabelFor(nodes[0]);
        VBox box = new VBox(title);
        box.getChildren().addAll(nodes);
        box.getStyleClass().add("dials");
        return box;
    }

    private void arrange(Goal now) {
        dials.getChildren()
                .setAll(
                        switch (now) {
                            case QUALITY -> new Node[] {dial("quality", quality, "%.0f")};
                            case SIZE -> new Node[] {field("size", size)};
                            case RATE -> new Node[] {field("bpp", bitsPerPixel), field("kbps", kbps)};
                        });
    }

    private HBox dial(String key, Slider slider, String format) {
        slider.setId(key);
        HBox.setHgrow(slider, Priority.ALWAYS);
        Label value = new Label();
        value.getStyleClass().add("figures");
        value.setMinWidth(30);
        value.textProperty()
                .bind(javafx.beans.binding.Bindings.createStringBinding(
                        () -> Quantities.number(format, slider.getValue()), slider.valueProperty()));
        return line(key, slider, value);
    }

    private HBox effort() {
        effort.setSnapToTicks(true);
        effort.setMajorTickUnit(1);
        effort.setMinorTickCount(0);
        effort.setBlockIncrement(1);
        effort.setTooltip(new Tooltip(messages.get("effort.tip")));
        return dial("effort", effort, "%.0f");
    }

    private HBox field(String key, TextField field) {
        field.setId(key);
        HBox.setHgrow(field, Priority.ALWAYS);
        return line(key, field, new Label(messages.get(key + ".unit")));
    }

    private HBox line(String key, Node control, Label unit) {
        Label label = new Label(messages.get(key));
        label.setLabelFor(control);
        label.setMinWidth(72);
        HBox line = new HBox(label, control, unit);
        line.getStyleClass().add("line");
        return line;
    }

    private VBox folderBox() {
        folderName.setId("folder-name");
        folderName.setTextOverrun(OverrunStyle.LEADING_ELLIPSIS);
        folderName.setMaxWidth(Double.MAX_VALUE);
        Button choose = new Button(messages.get("folder.choose"));
        choose.setId("folder-choose");
        choose.setOnAction(e -> choose());
        Button beside = new Button(messages.get("folder.beside"));
        beside.setId("folder-beside");
        beside.setOnAction(e -> folder(Optional.empty()));
        HBox buttons = new HBox(choose, beside);
        buttons.getStyleClass().add("line");
        VBox box = new VBox(folderName, buttons);
        box.getStyleClass().add("dials");
        return box;
    }

    private void choose() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("folder.choose"));
        File before = new File(folder.map(Path::toString).orElse(System.getProperty("user.home")));
        if (before.isDirectory()) {
            chooser.setInitialDirectory(before);
        }
        File chosen = chooser.showDialog(getScene().getWindow());
        if (chosen != null) {
            folder(Optional.of(chosen.toPath()));
        }
    }

    private void folder(Optional<Path> place) {
        folder = place;
        String name = place.map(Path::toString).orElse(messages.get("folder.none"));
        folderName.setText(name);
        folderName.setTooltip(place.isPresent() ? new Tooltip(name) : null);
        structure.setDisable(place.isEmpty());
    }

    /** What is set now; remembered at the same time. */
    QueueSettings settings() {
        QueueSettings settings = new QueueSettings(
                target(),
                (int) Math.round(effort.getValue()),
                metadata.isSelected(),
                folder,
                structure.isSelected(),
                existing.getValue(),
                filesAtOnce.getValue());
        remember();
        return settings;
    }

    private QueueTarget target() {
        return switch (goal.getValue()) {
            case QUALITY -> new QueueTarget.Quality(Math.round(quality.getValue()));
            case SIZE -> new QueueTarget.Size(Math.max(1, Math.round(size.value() * (1 << 20))));
            case RATE -> new QueueTarget.Rate(bitsPerPixel.value(), kbps.value());
        };
    }

    private void restore() {
        goal.setValue(store.choice("queue.goal", Goal.QUALITY));
        existing.setValue(store.choice("queue.existing", QueueSettings.DEFAULT.existing()));
        quality.setValue(store.number("queue.quality", EncodeOptions.DEFAULT_QUALITY));
        size.value(store.number("queue.mib", 0.2));
        bitsPerPixel.value(store.number("queue.bpp", 0.5));
        kbps.value(store.number("queue.kbps", 3));
        effort.setValue(store.number("queue.effort", EncodeOptions.MIN_EFFORT));
        metadata.setSelected(store.flag("queue.metadata", true));
        structure.setSelected(store.flag("queue.structure", true));
        filesAtOnce.getValueFactory().setValue((int) Math.max(
                1,
                Math.min(
                        QueueSettings.MAX_FILES_AT_ONCE,
                        store.number("queue.files", QueueSettings.DEFAULT.filesAtOnce()))));
        folder(path(store.text("queue.folder", "")));
    }

    private static Optional<Path> path(String name) {
        try {
            return name.isEmpty() ? Optional.empty() : Optional.of(Path.of(name));
        } catch (InvalidPathException e) {
            return Optional.empty(); // from another system
        }
    }

    private void remember() {
        store.put("queue.goal", goal.getValue());
        store.put("queue.existing", existing.getValue());
        store.put("queue.quality", Math.round(quality.getValue()));
        store.put("queue.mib", size.value());
        store.put("queue.bpp", bitsPerPixel.value());
        store.put("queue.kbps", kbps.value());
        store.put("queue.effort", Math.round(effort.getValue()));
        store.put("queue.metadata", metadata.isSelected());
        store.put("queue.structure", structure.isSelected());
        store.put("queue.files", filesAtOnce.getValue());
        store.put("queue.folder", folder.map(Path::toString).orElse(""));
    }
}
