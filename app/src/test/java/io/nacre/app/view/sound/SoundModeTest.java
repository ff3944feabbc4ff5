package io.nacre.app.view.sound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.view.Theme;
import io.nacre.app.view.ViewerWindow;
import io.nacre.app.view.model.Settings;
import io.nacre.codec.audio.SoundTarget;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Slider;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

/** The window with its mode for sounds, without a display and without a sound device. */
@ExtendWith(ApplicationExtension.class)
class SoundModeTest {
    private static final long SECONDS = 60;

    private final StubCoder coder = new StubCoder();
    private final Settings settings = new Settings(null);
    private volatile FakeLine line;
    private volatile boolean deaf;
    private ViewerWindow window;

    @BeforeAll
    static void english() {
        Locale.setDefault(Locale.ENGLISH);
    }

    @Start
    private void start(Stage stage) {
        Theme theme = new Theme();
        theme.choose(Theme.Choice.LIGHT);
        window = new ViewerWindow(stage, settings, theme, List.of(new SoundMode(coder, this::output, theme, settings)));
        window.show();
    }

    private AudioLine output(int rate, int channels) throws AudioUnavailableException {
        if (deaf) {
            throw new AudioUnavailableException(new IllegalArgumentException("no line"));
        }
        line = new FakeLine(channels);
        return line;
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(window::close);
        FxToolkit.cleanupStages();
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

    private static boolean pressed(FxRobot robot, String id) {
        return node(robot, id, ToggleButton.class).isSelected();
    }

    private static void fire(FxRobot robot, String id) {
        robot.interact(() -> node(robot, id, ButtonBase.class).fire());
    }

    private void open(FxRobot robot, String name) throws TimeoutException {
        Platform.runLater(() -> window.open(List.of(Path.of(name))));
        await(() -> robot.lookup("#figure-si-sdr").tryQuery().isPresent());
        robot.interact(() -> node(robot, "timeline", Node.class).requestFocus());
    }

    @Test
    void aSoundIsShownWithItsFigures(FxRobot robot) throws Exception {
        assertTrue(text(robot, "empty-title").startsWith("Drop"));
        assertTrue(node(robot, "play", ButtonBase.class).isDisabled());
        open(robot, "speech.wav");
        assertEquals("speech.wav", text(robot, "file"));
        assertEquals("2.00 kbit/s", text(robot, "figure-rate"));
        assertTrue(text(robot, "figure-si-sdr").endsWith(" dB"));
        assertEquals("0:00.0 / 0:02.0", text(robot, "time"));
        assertFalse(node(robot, "play", ButtonBase.class).isDisabled());
    }

    @Test
    void anotherQualityIsCoded(FxRobot robot) throws Exception {
        open(robot, "speech.wav");
        robot.interact(() -> node(robot, "quality", Slider.class).setValue(20));
        await(() -> coder.targets.contains(new SoundTarget.Quality(20)));
        assertEquals(20, settings.number("sound.quality", 0));
    }

    @Test
    void keysPlayAndSwitch(FxRobot robot) throws Exception {
        open(robot, "speech.wav");
        robot.type(KeyCode.SPACE);
        line.hear(8000);
        await(() -> text(robot, "time").startsWith("0:00.5"));
        assertTrue(pressed(robot, "original"));
        robot.type(KeyCode.B);
        assertTrue(pressed(robot, "decoded"));
        robot.type(KeyCode.X);
        assertTrue(pressed(robot, "original"));
        robot.type(KeyCode.SPACE);
        assertTrue(line.isClosed());
        robot.type(KeyCode.RIGHT);
        await(() -> text(robot, "time").startsWith("0:01.5"));
    }

    @Test
    void aRegionThatIsMarkedGoesRound(FxRobot robot) throws Exception {
        open(robot, "speech.wav");
        Bounds bounds = bounds(robot);
        double y = bounds.getMinY() + 60;
        robot.drag(new Point2D(bounds.getMinX() + bounds.getWidth() / 4, y))
                .dropTo(new Point2D(bounds.getMinX() + bounds.getWidth() / 2, y));
        await(() -> pressed(robot, "loop"));
        await(() -> text(robot, "time").startsWith("0:00.5"));
        robot.type(KeyCode.SPACE);
        line.hear(2 * StubCoder.RATE + 800);
        // Two seconds are four rounds of half a second.
        await(() -> text(robot, "time").compareTo("0:00.5") >= 0
                && text(robot, "time").compareTo("0:00.7") < 0);
        robot.type(KeyCode.ESCAPE);
        await(() -> !pressed(robot, "loop"));
    }

    private static Bounds bounds(FxRobot robot) {
        Node timeline = node(robot, "timeline", Node.class);
        return timeline.localToScreen(timeline.getBoundsInLocal());
    }

    @Test
    void theBlindTestTellsItsResultAtTheEnd(FxRobot robot) throws Exception {
        open(robot, "speech.wav");
        fire(robot, "abx");
        fire(robot, "abx-begin");
        assertTrue(node(robot, "original", ButtonBase.class).isDisabled());
        assertFalse(pressed(robot, "original") || pressed(robot, "decoded"));
        robot.type(KeyCode.A);
        assertTrue(pressed(robot, "hear-a"));
        assertFalse(pressed(robot, "original"), "what is heard is not shown elsewhere");
        for (int trial = 1; trial <= AbxSeries.DEFAULT_TRIALS; trial++) {
            assertEquals("Trial " + trial + " of 16", text(robot, "trial"));
            assertTrue(robot.lookup("#p-value").tryQuery().isEmpty());
            robot.type(trial % 2 == 0 ? KeyCode.DIGIT1 : KeyCode.DIGIT2);
        }
        assertTrue(text(robot, "p-value").startsWith("p = "));
        assertFalse(node(robot, "original", ButtonBase.class).isDisabled());
    }

    @Test
    void withoutADeviceThereIsASentence(FxRobot robot) throws Exception {
        deaf = true;
        open(robot, "speech.wav");
        fire(robot, "play");
        assertTrue(text(robot, "silence").startsWith("No sound device"));
    }

    @Test
    void aDamagedFileIsExplained(FxRobot robot) throws Exception {
        Platform.runLater(() -> window.open(List.of(Path.of("bad.wav"))));
        await(() -> text(robot, "empty-text").equals("bad.wav: The sound is damaged"));
    }
}
