package io.nacre.app.view.queue;

import io.nacre.app.file.FileNames;
import io.nacre.app.view.Icon;
import io.nacre.app.view.Messages;
import io.nacre.app.view.Mode;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.queue.QueueTotals.Phase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import javafx.animation.PauseTransition;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;

/** The mode that encodes many files. */
public final class QueueMode implements Mode {
    private static final double PANEL_WIDTH = 320;
    private static final String FOLDER = "queue.opened";
    private static final String[] KEYS = {"go", "add", "remove", "retry", "cancel", "failures"};

    /** Changes are shown that much later, many at once. */
    private static final Duration LATER = Duration.millis(60);

    private final Settings store;
    private final Messages messages = Messages.of(QueueMode.class);
    private final QueueTexts texts = new QueueTexts(messages);
    private final EncodeQueue queue;
    private final BorderPane content = new BorderPane();
    private final QueueTable table;
    private final QueueSettingsPanel settings;
    private final QueueFoot foot;
    private final ReplaceQuestion question;
    private final ToggleButton failures = new ToggleButton();
    private final Button remove;
    private final PauseTransition later = new PauseTransition(LATER);
    private QueueTotals totals;
    private boolean inSight;

    /** @param store where the choices are remembered */
    public QueueMode(FileEncoder encoder, Settings store) {
        this.store = store;
        queue = new EncodeQueue(encoder, System::nanoTime, () -> Platform.runLater(later::play));
        later.setOnFinished(e -> take());
        table = new QueueTable(
                messages,
                texts,
                new QueueDropZone(
                        messages, button("add-files", this::chooseFiles), button("add-folder", this::chooseFolder)));
        settings = new QueueSettingsPanel(messages, store);
        remove = button("remove", this::remove);
        question = new ReplaceQuestion(messages, agreed -> queue.start(settings.settings(), agreed));
        foot = new QueueFoot(messages, texts, new FootActions());
        arrange();
        take();
    }

    private void arrange() {
        failures.setText(messages.get("failures"));
        failures.setId("failures");
        failures.setTooltip(new Tooltip(messages.get("failures.tip")));
        failures.setOnAction(e -> table.filter(wanted()));
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button addFiles = button("add-files", this::chooseFiles);
        addFiles.setGraphic(Icon.OPEN.node(16));
        HBox bar = new HBox(addFiles, button("add-folder", this::chooseFolder), remove, space, failures);
        bar.getStyleClass().add("view-bar");
        ScrollPane scroll = new ScrollPane(settings);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.setPrefWidth(PANEL_WIDTH);
        scroll.setMinWidth(PANEL_WIDTH);
        scroll.getStyleClass().add("panel-scroll");
        content.setTop(bar);
        content.setCenter(table);
        content.setRight(scroll);
        content.setBottom(new VBox(question, foot));
        content.getStyleClass().add("queue-mode");
        content.getStylesheets().add(QueueMode.class.getResource("queue.css").toExternalForm());
        content.addEventHandler(KeyEvent.KEY_PRESSED, this::pressed);
        table.getSelectionModel()
                .selectedItemProperty()
                .addListener((property, before, now) -> remove.setDisable(now == null));
        remove.setDisable(true);
    }

    private Button button(String key, Runnable action) {
        Button button = new Button(messages.get(key));
        button.setId(key);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(new Tooltip(messages.get(key + ".tip")));
        button.setOnAction(e -> action.run());
        return button;
    }

    private Predicate<QueueEntry> wanted() {
        return failures.isSelected() ? entry -> entry.state().canRetry() : entry -> true;
    }

    private void take() {
        QueueChanges changes = queue.takeChanges();
        totals = changes.totals();
        table.take(changes);
        if (failures.isSelected()) {
            table.filter(wanted());
        }
        foot.show(totals);
        settings.setDisable(totals.phase() != Phase.IDLE);
    }

    private void go() {
        switch (totals.phase()) {
            case IDLE -> start();
            case RUNNING -> queue.pause();
            case PAUSED -> queue.resume();
        }
    }

    private void start() {
        QueueSettings how = settings.settings();
        // Looking at a disk, of which there may be a slow one.
        CompletableFuture.supplyAsync(() -> queue.wouldReplace(how))
                .thenAccept(occupied -> Platform.runLater(() -> start(how, occupied)));
    }

    private void start(QueueSettings how, Set<Path> occupied) {
        if (occupied.isEmpty()) {
            queue.start(how, Set.of());
        } else {
            question.ask(occupied);
        }
    }

    private void retry() {
        queue.retry(table.ids(entry -> entry.state() == State.FAILED || entry.state() == State.CANCELLED));
        if (totals.phase() == Phase.IDLE) {
            start();
        }
    }

    private void clear() {
        queue.remove(table.ids(entry -> entry.state() != State.WAITING && entry.state() != State.RUNNING));
    }

    private void remove() {
        queue.remove(table.selectedIds());
    }

    private void pressed(KeyEvent e) {
        if (content.getScene().getFocusOwner() instanceof TextInputControl) {
            return;
        }
        boolean done = true;
        switch (e.getCode()) {
            case ENTER -> {
                if (e.isShortcutDown()) {
                    go();
                } else {
                    done = false;
                }
            }
            case DELETE -> remove();
            case INSERT -> chooseFolder();
            case F -> failures.fire();
            case R -> retry();
            case ESCAPE ->
                queue.cancel(table.ids(entry ->
                        entry.state() == State.RUNNING && table.selectedIds().contains(entry.id())));
            default -> done = false;
        }
        if (done) {
            e.consume();
        }
    }

    private File lastFolder() {
        File folder = new File(store.text(FOLDER, System.getProperty("user.home")));
        return folder.isDirectory() ? folder : new File(System.getProperty("user.home"));
    }

    private void chooseFiles() {
        FileChooser chooser = new FileChooser();
        chooser.setTitle(messages.get("add-files"));
        chooser.setInitialDirectory(lastFolder());
        List<File> chosen = chooser.showOpenMultipleDialog(content.getScene().getWindow());
        if (chosen != null && !chosen.isEmpty()) {
            store.put(FOLDER, chosen.get(0).getParent());
            open(chosen.stream().map(File::toPath).toList());
        }
    }

    private void chooseFolder() {
        DirectoryChooser chooser = new DirectoryChooser();
        chooser.setTitle(messages.get("add-folder"));
        chooser.setInitialDirectory(lastFolder());
        File chosen = chooser.showDialog(content.getScene().getWindow());
        if (chosen != null) {
            store.put(FOLDER, chosen.getPath());
            open(List.of(chosen.toPath()));
        }
    }

    @Override
    public String id() {
        return "encode";
    }

    @Override
    public String title() {
        return messages.get("mode");
    }

    @Override
    public Node content() {
        return content;
    }

    @Override
    public void shown() {
        inSight = true;
        table.requestFocus();
    }

    @Override
    public void hidden() {
        inSight = false; // the queue goes on
    }

    /** Who drops something here wants to know what becomes of it, whatever it is. */
    @Override
    public boolean accepts(Path file) {
        return inSight || Files.isDirectory(file) || FileNames.isForeign(file);
    }

    @Override
    public void open(List<Path> files) {
        queue.add(files);
    }

    @Override
    public List<Shortcut> shortcuts() {
        List<Shortcut> lines = new ArrayList<>();
        for (String key : KEYS) {
            lines.add(new Shortcut(messages.get("key." + key), messages.get("key." + key + ".does")));
        }
        return lines;
    }

    @Override
    public void close() {
        later.stop();
        queue.close();
    }

    private final class FootActions implements QueueFoot.Actions {
        @Override
        public void go() {
            QueueMode.this.go();
        }

        @Override
        public void cancel() {
            queue.cancelAll();
        }

        @Override
        public void retry() {
            QueueMode.this.retry();
        }

        @Override
        public void clear() {
            QueueMode.this.clear();
        }
    }
}
