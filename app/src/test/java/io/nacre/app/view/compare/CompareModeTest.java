package io.nacre.app.view.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.Theme;
import io.nacre.app.view.ViewerWindow;
import io.nacre.app.view.model.Background;
import io.nacre.app.view.model.CompareModel;
import io.nacre.app.view.model.NacreCoder;
import io.nacre.app.view.model.PictureLoader;
import io.nacre.app.view.model.Recipe;
import io.nacre.app.view.model.Settings;
import io.nacre.app.view.model.SideModel;
import io.nacre.app.view.render.Scene.Arrangement;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.image.LatentInspection;
import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.awt.image.BufferedImage;
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
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
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

/** The window with its mode that compares pictures, by mouse and keyboard, without a display. */
@ExtendWith(ApplicationExtension.class)
class CompareModeTest {
    private static final long SECONDS = 60;

    /** Opened once: what is tested here are controls. */
    private static OpenModels models;

    private final Background background = new Background(Platform::runLater);
    private CompareModel model;
    private ViewerWindow window;

    @TempDir
    private Path folder;

    @BeforeAll
    static void prepare() {
        Locale.setDefault(Locale.ENGLISH);
        models = new OpenModels(new PackLibrary(null), Device.CPU, 2, line -> {});
    }

    @AfterAll
    static void closeModels() {
        models.close();
    }

    @Start
    void start(Stage stage) {
        Settings settings = new Settings(null);
        Theme theme = new Theme();
        theme.choose(Theme.Choice.LIGHT);
        model = new CompareModel(
                background,
                new PictureLoader(models),
                new NacreCoder(models, "image-fidelity"),
                new Recipe(NacreCoder.ID, new EncodeTarget.Quality(50), 3),
                file -> LatentInspection.of(models.image(file.reader().header().packId()), file.reader()));
        window = new ViewerWindow(stage, settings, theme, List.of(new CompareMode(model, settings, theme)));
        window.show();
    }

    @AfterEach
    void close() throws TimeoutException {
        FxToolkit.setupFixture(window::close);
        FxToolkit.cleanupStages();
        background.close();
    }

    private Path picture(int width, int height) throws IOException {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                image.setRGB(x, y, (x * 3 & 0xFF) << 16 | (y * 5 & 0xFF) << 8 | ((x ^ y) & 0xFF));
            }
        }
        Path file = folder.resolve("picture " + width + ".png");
        ImageIO.write(image, "png", file.toFile());
        return file;
    }

    private static void await(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void open(Path file) throws TimeoutException {
        Platform.runLater(() -> window.open(List.of(file)));
        await(() ->
                model.original() != null && !model.loading() && model.right().state() != SideModel.State.WORKING);
    }

    private static String text(FxRobot robot, String id) {
        return robot.lookup(id).queryAs(Label.class).getText();
    }

    @Test
    void beginsWithAnInvitation(FxRobot robot) {
        assertTrue(robot.lookup(".empty").query().isVisible());
        assertEquals("Drop a picture here", text(robot, "#empty-title"));
        assertFalse(robot.lookup(".panel-scroll").query().isVisible());
    }

    @Test
    void showsAPictureAndItsResult(FxRobot robot) throws Exception {
        open(picture(96, 64));
        assertFalse(robot.lookup(".empty").query().isVisible());
        assertEquals("picture 96.png", text(robot, "#file"));
        assertEquals("Nacre", text(robot, ".column-head"));
        robot.clickOn("#zoom-actual");
        assertEquals("100 %", text(robot, "#zoom"));
        robot.moveTo(robot.offset("#picture", -30, -10));
        await(() -> text(robot, "#values").contains(", "));
    }

    @Test
    void keysArrangeAndFlicker(FxRobot robot) throws Exception {
        open(picture(96, 64));
        robot.clickOn("#picture");
        robot.type(KeyCode.DIGIT4);
        assertEquals(Arrangement.DIFFERENCE, model.view().arrangement());
        robot.press(KeyCode.SPACE);
        await(() -> model.view().shown() == Arrangement.LEFT);
        robot.release(KeyCode.SPACE);
        await(() -> model.view().shown() == Arrangement.DIFFERENCE);
        robot.type(KeyCode.DIGIT2);
        assertEquals(Arrangement.SIDE_BY_SIDE, model.view().arrangement());
        double before = model.view().pane().zoom();
        robot.type(KeyCode.EQUALS);
        assertTrue(model.view().pane().zoom() > before);
        robot.type(KeyCode.F);
        assertTrue(model.view().fitted());
    }

    @Test
    void theBorderFollowsTheMouse(FxRobot robot) throws Exception {
        open(picture(96, 64));
        await(() -> robot.lookup("#split-grip").query().isVisible());
        robot.drag("#split-grip").moveBy(100, 0).drop();
        double width = robot.lookup("#picture").query().getLayoutBounds().getWidth();
        assertEquals(0.5 + 100 / width, model.view().split(), 0.03);
    }

    @Test
    void digitsInAFieldAreDigits(FxRobot robot) throws Exception {
        open(picture(96, 64));
        TextField field = robot.lookup("#right-field").queryAs(TextField.class);
        robot.interact(() -> {
            field.requestFocus();
            field.selectAll();
        });
        robot.write("23,5").type(KeyCode.ENTER);
        assertEquals(Arrangement.SPLIT, model.view().arrangement());
        assertEquals(new EncodeTarget.Quality(23.5), model.right().recipe().target());
        await(() -> model.right().result() != null && model.right().result().quality() < 24);
        robot.interact(() -> robot.lookup("#picture").query().requestFocus());
        robot.type(KeyCode.PERIOD);
        assertEquals(new EncodeTarget.Quality(24.5), model.right().recipe().target());
    }

    @Test
    void whatCannotBeOpenedIsSaidInWords(FxRobot robot) throws Exception {
        Path broken = folder.resolve("broken.png");
        Files.write(broken, new byte[] {1, 2, 3});
        Platform.runLater(() -> window.open(List.of(broken)));
        await(() -> model.failure() != null);
        assertEquals("broken.png cannot be opened", text(robot, "#empty-title"));
        Path unknown = Files.writeString(folder.resolve("notes.txt"), "no picture");
        Platform.runLater(() -> window.open(List.of(unknown)));
        await(() -> robot.lookup(".notice").query().getParent().isVisible());
    }

    @Test
    void looksIntoTheFile(FxRobot robot) throws Exception {
        open(picture(96, 64));
        robot.clickOn("#picture");
        robot.type(KeyCode.B);
        await(() -> model.inside().inspection() != null);
        assertEquals(6, model.inside().inspection().columns());
        assertNotNull(model.scene().right().heat());
        assertNull(model.scene().left().heat());
        robot.type(KeyCode.B);
        assertNull(model.scene().right().heat());
    }

    @Test
    void theSheetOfShortcutsComesAndGoes(FxRobot robot) {
        Node sheet = robot.lookup("#shortcut-sheet").query();
        robot.type(KeyCode.F1);
        assertTrue(sheet.isVisible());
        assertTrue(robot.lookup("Exchange left and right").tryQuery().isPresent());
        robot.type(KeyCode.ESCAPE);
        assertFalse(sheet.isVisible());
    }

    @Test
    void everyControlHasAName(FxRobot robot) throws Exception {
        open(picture(96, 64));
        for (ButtonBase button :
                robot.lookup(node -> node instanceof ButtonBase).queryAllAs(ButtonBase.class)) {
            boolean named = hasText(button.getAccessibleText()) || hasText(button.getText());
            assertTrue(
                    named || (button.getId() == null && button.getStyleClass().contains("arrow-button")),
                    button::toString);
        }
        for (Slider slider : robot.lookup(node -> node instanceof Slider).queryAllAs(Slider.class)) {
            assertTrue(hasText(slider.getAccessibleText()) || labelled(robot, slider), slider::toString);
        }
        for (Node box : robot.lookup(node -> node instanceof ComboBox).queryAll()) {
            assertTrue(hasText(box.getAccessibleText()) || labelled(robot, box), box::toString);
        }
    }

    private static boolean labelled(FxRobot robot, Node control) {
        return robot.lookup(node -> node instanceof Label label && label.getLabelFor() == control)
                .tryQuery()
                .isPresent();
    }

    private static boolean hasText(String text) {
        return text != null && !text.isBlank();
    }
}
