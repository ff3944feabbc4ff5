package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.view.Theme;
import io.nacre.app.view.ViewerWindow;
import io.nacre.app.view.model.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with its mode that encodes many files, without a display. */
@ExtendWith(ApplicationExtension.class)
class QueueModeTest {
    private static final long SECONDS = 60;

    private final StubEncoder encoder = new StubEncoder();
    private final Settings settings = new Settings(null);
    private ViewerWindow window;

    @TempDir
    private Path folder;

    @BeforeAll
    static void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Start
    private void start(Stage stage) {
        Theme theme = new Theme();
        theme.choose(Theme.Choice.LIGHT);
        window = new ViewerWindow(stage, settings, theme, List.of(new QueueMode(encoder, settings)));
        window.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(window::close);
        FxToolkit.cleanupStages();
    }

    private Path file(String name) throws IOException {
        return Files.write(folder.resolve(name), new byte[2048]);
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static <T extends Node> T node(FxRobot robot, String id, Class<T> type) {
        return robot.lookup("#" + id).queryAs(type);
    }

    private static String text(FxRobot robot, String id) {
        return node(robot, id, Label.class).getText();
    }

    private static TableView<?> table(FxRobot robot) {
        return node(robot, "queue", TableView.class);
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> node(robot, id, ButtonBase.class).fire());
    }

    private void open(FxRobot robot, int rows, Path... files) throws TimeoutException {
        Platform.runLater(() -> window.open(List.of(files)));
        await(() -> table(robot).getItems().size() == rows);
    }

    @Test
    void anEmptyQueueInvitesAndCannotBeStarted(FxRobot robot) {
        assertTrue(robot.lookup(".empty-title").queryLabeled().getText().startsWith("Drop"));
        assertTrue(node(robot, "go", ButtonBase.class).isDisabled());
    }

    @Test
    void aFolderIsEncodedAndSummedUp(FxRobot robot) throws Exception {
        file("a.png");
        file("bad.png");
        file("notes.txt");
        open(robot, 3, folder);
        robot.press(KeyCode.CONTROL).press(KeyCode.ENTER).release(KeyCode.ENTER).release(KeyCode.CONTROL);
        await(() -> text(robot, "counts").equals("1 of 2 done · 1 failed · 1 skipped"));
        assertEquals("2.0 KiB → 1.0 KiB, 50 % saved", text(robot, "outlook"));
        assertTrue(Files.exists(folder.resolve("a.nacre")));
        assertTrue(robot.lookup("The picture is damaged").tryQuery().isPresent());
        fire(robot, "failures");
        await(() -> table(robot).getItems().size() == 2);
        encoder.repaired = true;
        robot.interact(() -> table(robot).requestFocus());
        robot.type(KeyCode.R);
        await(() -> text(robot, "counts").startsWith("2 of 2 done"));
        await(() -> table(robot).getItems().size() == 1);
    }

    @Test
    void pauseAndCancelAreOneButtonAway(FxRobot robot) throws Exception {
        file("slow1.png");
        file("slow2.png");
        open(robot, 2, folder);
        ButtonBase go = node(robot, "go", ButtonBase.class);
        fire(robot, "go");
        await(() -> go.getText().equals("Pause"));
        assertTrue(node(robot, "quality", Slider.class).isDisabled());
        fire(robot, "go");
        await(() -> go.getText().equals("Resume"));
        fire(robot, "cancel");
        await(() -> text(robot, "counts").equals("0 of 2 done · 2 cancelled"));
        fire(robot, "clear");
        await(() -> table(robot).getItems().isEmpty());
    }

    @Test
    @SuppressWarnings("unchecked")
    void replacingIsAskedFor(FxRobot robot) throws Exception {
        file("a.png");
        Files.write(folder.resolve("a.nacre"), new byte[] {1});
        open(robot, 1, folder.resolve("a.png"));
        robot.interact(() -> node(robot, "existing", ComboBox.class).setValue(Existing.REPLACE));
        fire(robot, "go");
        await(() -> node(robot, "question", Node.class).isVisible());
        fire(robot, "keep");
        await(() -> text(robot, "counts").equals("0 of 0 done · 1 skipped"));
        assertEquals(1, Files.size(folder.resolve("a.nacre")));
        open(robot, 2, folder.resolve("a.png"));
        fire(robot, "go");
        await(() -> node(robot, "question", Node.class).isVisible());
        fire(robot, "replace");
        await(() -> text(robot, "counts").startsWith("1 of 1 done"));
        assertEquals(1024, Files.size(folder.resolve("a.nacre")));
    }

    @Test
    void rowsAreRemovedByKey(FxRobot robot) throws Exception {
        file("a.png");
        file("b.png");
        open(robot, 2, folder);
        assertTrue(node(robot, "remove", ButtonBase.class).isDisabled());
        robot.interact(() -> {
            table(robot).requestFocus();
            table(robot).getSelectionModel().select(0);
        });
        robot.type(KeyCode.DELETE);
        await(() -> table(robot).getItems().size() == 1);
        assertTrue(Files.exists(folder.resolve("a.png")));
    }

    @Test
    void whatIsDroppedIsListedWhateverItIs(FxRobot robot) throws Exception {
        open(robot, 2, file("done.nacre"), file("notes.md"));
        assertTrue(robot.lookup("A Nacre file already").tryQuery().isPresent());
    }

    @Test
    void choicesAreRemembered(FxRobot robot) throws Exception {
        file("a.png");
        open(robot, 1, folder);
        robot.interact(() -> node(robot, "quality", Slider.class).setValue(33));
        assertFalse(settings.text("queue.quality", "").equals("33"));
        fire(robot, "go");
        await(() -> text(robot, "counts").startsWith("1 of 1 done"));
        assertEquals(33, settings.number("queue.quality", 0));
    }
}
