package io.nacre.app.view;

import io.nacre.app.view.model.Settings;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.SplitMenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.stage.FileChooser;
import javafx.stage.Screen;
import javafx.stage.Stage;

/** The window: a bar with the switch of modes, and the mode on show. JavaFX's thread only. */
public final class ViewerWindow {
    private static final double WIDTH = 1280;
    private static final double HEIGHT = 860;
    private static final String MODE = "window.mode";
    private static final String RECENT_FOLDER = "window.folder";

    private final Stage stage;
    private final Settings settings;
    private final List<Mode> modes;
    private final Messages messages = Messages.of(ViewerWindow.class);
    private final StackPane content = new StackPane();
    private final StackPane layers = new StackPane();
    private final ToggleGroup group = new ToggleGroup();
    private final SplitMenuButton open = new SplitMenuButton();
    private final Notice notice = new Notice();
    private final ShortcutSheet sheet;
    private final SettingsPane settingsPane;
    private Mode shown;

    /**
     * Builds the window; {@link #show} opens it.
     *
     * @param modes in the order of the switch, at least one
     */
    public ViewerWindow(Stage stage, Settings settings, Theme theme, List<Mode> modes) {
        this.stage = stage;
        this.settings = settings;
        this.modes = List.copyOf(modes);
        sheet = new ShortcutSheet(messages);
        settingsPane = new SettingsPane(messages, settings, theme);
        BorderPane page = new BorderPane(new StackPane(content, notice));
        page.setTop(bar());
        layers.getChildren().addAll(page, sheet, settingsPane);
        layers.getStyleClass().add("window");
        Scene scene = new Scene(layers, WIDTH, HEIGHT);
        theme.style(scene);
        keys(scene);
        scene.setOnDragOver(this::dragged);
        scene.setOnDragDropped(this::dropped);
        stage.setScene(scene);
        stage.setTitle(messages.get("window.title"));
        stage.setMinWidth(760);
        stage.setMinHeight(520);
        restorePlace();
        select(modes.stream()
                .filter(mode -> mode.id().equals(settings.text(MODE, "")))
                .findFirst()
                .orElse(modes.get(0)));
    }

    private HBox bar() {
        HBox bar = new HBox();
        bar.getStyleClass().add("bar");
        open.setText(messages.get("open"));
        open.setGraphic(Icon.OPEN.node(16));
        open.setId("open");
        open.setOnAction(e -> chooseFiles());
        open.setOnShowing(e -> fillRecent());
        open.getItems().setAll(new MenuItem()); // an empty menu would not open
        Region left = new Region();
        Region right = new Region();
        HBox.setHgrow(left, Priority.ALWAYS);
        HBox.setHgrow(right, Priority.ALWAYS);
        HBox switchBox = new HBox();
        switchBox.getStyleClass().add("segments");
        for (Mode mode : modes) {
            ToggleButton button = new ToggleButton(mode.title());
            button.setId("mode-" + mode.id());
            button.setUserData(mode);
            button.setToggleGroup(group);
            button.setOnAction(e -> select(mode));
            switchBox.getChildren().add(button);
        }
        switchBox.setVisible(modes.size() > 1);
        bar.getChildren()
                .addAll(
                        open,
                        left,
                        switchBox,
                        right,
                        button(Icon.HELP, "shortcuts", sheet::toggle),
                        button(Icon.SETTINGS, "settings", settingsPane::toggle));
        return bar;
    }

    private Button button(Icon icon, String key, Runnable action) {
        Button button = new Button(null, icon.node(16));
        button.setId(key);
        button.getStyleClass().add("flat");
        button.setAccessibleText(messages.get(key));
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    private void keys(Scene scene) {
        shortcut(scene, KeyCode.O, this::chooseFiles);
        shortcut(scene, KeyCode.V, this::paste);
        shortcut(scene, KeyCode.Q, stage::close);
        shortcut(scene, KeyCode.COMMA, settingsPane::toggle);
        scene.getAccelerators().put(new KeyCodeCombination(KeyCode.F1), sheet::toggle);
        scene.getAccelerators()
                .put(new KeyCodeCombination(KeyCode.F11), () -> stage.setFullScreen(!stage.isFullScreen()));
        KeyCode[] digits = {KeyCode.DIGIT1, KeyCode.DIGIT2, KeyCode.DIGIT3, KeyCode.DIGIT4};
        for (int i = 0; i < Math.min(digits.length, modes.size()); i++) {
            Mode mode = modes.get(i);
            shortcut(scene, digits[i], () -> select(mode));
        }
        scene.setOnKeyTyped(e -> {
            if (e.getCharacter().equals("?")) {
                sheet.toggle();
            }
        });
    }

    private static void shortcut(Scene scene, KeyCode key, Runnable action) {
        scene.getAccelerators().put(new KeyCodeCombination(key, KeyCombination.SHORTCUT_DOWN), action);
    }

    /** The packs that the settings list; none until this is called. */
    public void installed(List<InstalledPack> packs) {
        settingsPane.show(packs);
    }

    /** Opens the window. */
    public void show() {
        stage.show();
        comeIntoSight();
    }

    /** Puts a mode in front. */
    public void select(Mode mode) {
        if (mode == shown) {
            group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == mode));
            return;
        }
        if (shown != null) {
            shown.hidden();
        }
        shown = mode;
        content.getChildren().setAll(mode.content());
        group.getToggles().forEach(toggle -> toggle.setSelected(toggle.getUserData() == mode));
        settings.put(MODE, mode.id());
        sheet.show(mode);
        if (stage.isShowing()) {
            comeIntoSight();
        }
    }

    private void comeIntoSight() {
        shown.content().requestFocus();
        shown.shown(); // the mode may have a better place for the focus
    }

    /** Opens files in the mode on show, if it accepts the first of them, else in the first one that does. */
    public void open(List<Path> files) {
        if (files.isEmpty()) {
            return;
        }
        Path first = files.get(0);
        List<Mode> order = new ArrayList<>(List.of(shown));
        order.addAll(modes);
        for (Mode mode : order) {
            if (mode.accepts(first)) {
                select(mode);
                notice.hide();
                if (!Files.isDirectory(first)) {
                    settings.addRecent(first);
                }
                mode.open(files.stream().filter(mode::accepts).toList());
                return;
            }
        }
        notice.show(messages.get("open.unknown", first.getFileName()));
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("open.title"));
        File folder = new File(settings.text(RECENT_FOLDER, System.getProperty("user.home")));
        if (folder.isDirectory()) {
            chooser.setInitialDirectory(folder);
        }
        List<File> chosen = chooser.showOpenMultipleDialog(stage);
        if (chosen != null && !chosen.isEmpty()) {
            settings.put(RECENT_FOLDER, chosen.get(0).getParent());
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    private void fillRecent() {
        open.getItems().clear();
        for (Path file : settings.recentFiles()) {
            MenuItem item = new MenuItem(shortened(file));
            item.setMnemonicParsing(false); // an underscore is part of the name
            item.setOnAction(e -> open(List.of(file)));
            open.getItems().add(item);
        }
        if (open.getItems().isEmpty()) {
            MenuItem none = new MenuItem(messages.get("recent.none"));
            none.setDisable(true);
            open.getItems().add(none);
        } else {
            MenuItem clear = new MenuItem(messages.get("recent.clear"));
            clear.setOnAction(e -> settings.clearRecent());
            open.getItems().addAll(new SeparatorMenuItem(), clear);
        }
    }

    private static String shortened(Path file) {
        int most = 60;
        String name = file.toString();
        return name.length() <= most ? name : "…" + name.substring(name.length() - most);
    }

    private void paste() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        if (clipboard.hasFiles()) {
            open(clipboard.getFiles().stream().map(File::toPath).toList());
        } else if (!shown.paste(clipboard)) {
            modes.stream()
                    .filter(mode -> mode != shown && mode.paste(clipboard))
                    .findFirst()
                    .ifPresentOrElse(this::select, () -> notice.show(messages.get("paste.nothing")));
        }
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        List<Path> files =
                event.getDragboard().getFiles().stream().map(File::toPath).toList();
        event.setDropCompleted(!files.isEmpty());
        event.consume();
        open(files);
    }

    private void restorePlace() {
        double x = settings.number("window.x", Double.NaN);
        double y = settings.number("window.y", Double.NaN);
        double width = settings.number("window.width", WIDTH);
        double height = settings.number("window.height", HEIGHT);
        boolean onScreen =
                !Screen.getScreensForRectangle(x + width / 2, y + 20, 1, 1).isEmpty();
        if (!Double.isNaN(x + y) && onScreen) {
            stage.setX(x);
            stage.setY(y);
        }
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        stage.setWidth(Math.min(width, screen.getWidth()));
        stage.setHeight(Math.min(height, screen.getHeight()));
        stage.setMaximized(settings.flag("window.maximized", false));
    }

    /** Remembers the window's place, and closes all modes. */
    public void close() {
        settings.put("window.maximized", stage.isMaximized());
        if (!stage.isMaximized() && !stage.isFullScreen()) {
            settings.put("window.x", stage.getX());
            settings.put("window.y", stage.getY());
            settings.put("window.width", stage.getWidth());
            settings.put("window.height", stage.getHeight());
        }
        modes.forEach(Mode::close);
    }
}
