package io.nacre.app.view.compare;

import io.nacre.app.file.FileNames;
import io.nacre.app.file.NewFile;
import io.nacre.app.file.Reason;
import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.NacreFile;
import io.nacre.app.view.model.Original;
import io.nacre.app.view.model.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.stage.FileChooser;

/** Saves the file of ours that is on show. */
final class SaveResult extends VBox {
    private static final String FOLDER = "compare.folder";

    private final Messages messages;
    private final Formats formats;
    private final CompareModel model;
    private final Settings settings;
    private final Button button = new Button();
    private final Label answer = new Label();

    SaveResult(Messages messages, Formats formats, CompareModel model, Settings settings) {
        this.messages = messages;
        this.formats = formats;
        this.model = model;
        this.settings = settings;
        getStyleClass().add("save");
        button.setId("save");
        button.setGraphic(Icon.SAVE.node(16));
        button.getStyleClass().add("primary");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setTooltip(new Tooltip(messages.get("save.tip")));
        button.setOnAction(e -> choose());
        answer.getStyleClass().add("muted");
        answer.setWrapText(true);
        answer.setId("save-answer");
        getChildren().addAll(button, answer);
        update();
    }

    @SuppressWarnings("ReferenceEquality") // the very file
    void update() {
        NacreFile file = model.codedFile();
        boolean saved = model.original() != null && file == model.original().coded();
        button.setDisable(file == null || saved);
        button.setText(
                file == null || saved
                        ? messages.get("save")
                        : messages.get("save.size", formats.size(file.bytes().length)));
        answer.setManaged(!answer.getText().isEmpty());
    }

    /** Asks where to; the system's dialog asks again before a file is replaced. */
    void choose() {
        if (button.isDisabled()) {
            return;
        }
        Original original = model.original();
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("save"));
        chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter("Nacre", "*." + FileNames.EXTENSION));
        Path name = Path.of(original.name().isBlank() ? "picture" : original.name());
        chooser.setInitialFileName(
                FileNames.withExtension(name.getFileName(), FileNames.EXTENSION).toString());
        Path beside = original.file() == null
                ? null
                : original.file().toAbsolutePath().getParent();
        File folder =
                new File(settings.text(FOLDER, beside == null ? System.getProperty("user.home") : beside.toString()));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        File chosen = chooser.showSaveDialog(getScene().getWindow());
        if (chosen != null) {
            settings.put(FOLDER, chosen.getParent());
            write(chosen.toPath(), original.file());
        }
    }

    /** @param original must not be overwritten; null if there is no such file */
    private void write(Path chosen, Path original) {
        Path target = FileNames.isNacre(chosen) ? chosen : FileNames.withExtension(chosen, FileNames.EXTENSION);
        if (original != null && target.toAbsolutePath().equals(original.toAbsolutePath())) {
            answer.setText(messages.get("save.original"));
        } else {
            try (NewFile file = NewFile.open(target, true)) {
                file.stream().write(model.codedFile().bytes());
                file.commit();
                answer.setText(messages.get("saved", target.getFileName()));
            } catch (IOException e) {
                answer.setText(messages.get("save.failed", target.getFileName(), Reason.ofOutput(e)));
            }
        }
        update();
    }
}
