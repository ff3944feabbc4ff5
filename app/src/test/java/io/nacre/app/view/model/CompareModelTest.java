package io.nacre.app.view.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.eval.Metric;
import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.model.CompareModel.Match;
import io.nacre.app.view.model.SideModel.State;
import io.nacre.app.view.render.Scene.Arrangement;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.raster.BufferedImagePixels;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Opening, encoding and matching without a window. */
class CompareModelTest {
    private final TestWindow window = new TestWindow();
    private final Background background = new Background(window);
    private final FakeCoder own = new FakeCoder("nacre");
    private final FakeCoder rival = new FakeCoder("rival");
    private final OpenModels models = new OpenModels(new PackLibrary(null), Device.CPU, 1, line -> {});
    private final CompareModel model =
            new CompareModel(background, new PictureLoader(models), own, quality("nacre", 50), file -> {
                throw new IOException("nothing to look into");
            });

    @AfterEach
    void end() {
        model.close();
        background.close();
        models.close();
    }

    private static Recipe quality(String coder, double quality) {
        return new Recipe(coder, new EncodeTarget.Quality(quality), 3);
    }

    private static Pixels picture(int width, int height) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, 0x404040 * (1 + i % 3));
        }
        return BufferedImagePixels.of(image);
    }

    private void open(int width, int height) throws InterruptedException {
        model.open(picture(width, height), "test");
        window.await("opening", () -> model.original() != null && !model.loading());
    }

    private void rest() throws InterruptedException {
        window.await(
                "coding",
                () -> model.left().state() != State.WORKING && model.right().state() != State.WORKING);
    }

    @Test
    void aPictureIsEncodedAndMeasured() throws InterruptedException {
        assertNull(model.scene());
        open(200, 190);
        rest();
        window.await("measuring", () -> model.right().measures().knows(Metric.SSIMULACRA2));
        assertEquals(5000, model.right().result().bytes());
        assertTrue(model.right().measures().value(Metric.PSNR_RGB).isPresent());
        assertTrue(model.right().measures().value(Metric.MS_SSIM).isPresent());
        assertNotNull(model.scene().right());
        window.await("the curve", () -> model.curves().curve("nacre").size() >= 5);
    }

    @Test
    void onePixelHasNoStructureToMeasure() throws InterruptedException {
        open(1, 1);
        rest();
        window.await("measuring", () -> model.right().measures().knows(Metric.SSIMULACRA2));
        assertTrue(model.right().measures().value(Metric.SSIMULACRA2).isEmpty());
    }

    @Test
    void movingADialEndsAtItsLastPlace() throws InterruptedException {
        open(64, 64);
        rest();
        for (int quality = 1; quality <= 40; quality++) {
            model.right().recipe(quality("nacre", quality));
        }
        window.await("the last quality", () -> model.right().result().quality() == 40);
        rest();
        assertEquals(State.DONE, model.right().state());
        long wanted = own.coded.stream()
                .filter(recipe -> recipe.equals(quality("nacre", 40)))
                .count();
        assertEquals(1, wanted);
        assertTrue(own.coded.size() < 20, own.coded.size() + " encodings");
    }

    @Test
    void largePicturesShowTheVisiblePartFirst() throws InterruptedException {
        own.gate = new CountDownLatch(1);
        model.view().resize(400, 300);
        open(2000, 1500);
        window.await("the part", () -> model.right().partial());
        Rectangle visible = model.view().visible();
        assertTrue(visible.contains(own.previewed.get(0)), visible + " " + own.previewed);
        assertNull(model.right().result());
        assertNotNull(model.scene().right().part());
        own.gate.countDown();
        rest();
        assertFalse(model.right().partial());
        assertEquals(
                1,
                own.coded.stream()
                        .filter(recipe -> recipe.equals(quality("nacre", 50)))
                        .count());
    }

    @Test
    void aNewPictureEndsTheWorkOnTheOldOne() throws InterruptedException {
        own.gate = new CountDownLatch(1);
        open(1500, 1500);
        window.await("work", () -> model.right().state() == State.WORKING);
        own.gate = null;
        open(30, 20);
        rest();
        assertEquals(30, model.right().result().picture().width());
        assertEquals(30, model.scene().right().picture().width());
    }

    @Test
    void matchesARivalByOneCall() throws InterruptedException {
        model.addCoders(List.of(rival));
        open(64, 64);
        assertFalse(model.canMatch(Match.SIZE));
        rest();
        model.match("rival", Match.SIZE);
        rest();
        assertEquals("nacre", model.left().recipe().coder());
        assertEquals(new EncodeTarget.Bytes(5000), model.right().recipe().target());
        assertEquals(model.left().result().bytes(), model.right().result().bytes());
        model.match("rival", Match.QUALITY);
        rest();
        EncodeTarget.Psnr target =
                assertInstanceOf(EncodeTarget.Psnr.class, model.right().recipe().target());
        assertEquals(model.left().measures().value(Metric.PSNR_RGB).orElseThrow(), target.value());
    }

    @Test
    void sidesCanBeExchanged() throws InterruptedException {
        model.addCoders(List.of(rival));
        open(64, 64);
        rest();
        model.left().recipe(quality("rival", 20));
        rest();
        model.swap();
        rest();
        assertEquals("nacre", model.left().recipe().coder());
        assertEquals(20, model.right().result().quality());
        model.right().recipe(null);
        assertNotNull(model.scene().right(), "the original, beside a result");
    }

    @Test
    void aCoderThatFailsSaysWhy() throws InterruptedException {
        open(64, 64);
        rest();
        own.failure = "the tool is broken";
        model.right().recipe(quality("nacre", 10));
        rest();
        assertEquals(State.FAILED, model.right().state());
        assertEquals("the tool is broken", model.right().failure().getMessage());
        own.failure = null;
        model.right().recipe(quality("nacre", 10));
        rest();
        assertEquals(State.DONE, model.right().state());
    }

    @Test
    void whatCannotBeOpenedLeavesThePictureBefore(@TempDir Path folder) throws Exception {
        open(64, 64);
        model.open(folder.resolve("missing.png"));
        window.await("failure", () -> model.failure() != null);
        assertInstanceOf(NoSuchFileException.class, model.failure());
        assertEquals(64, model.original().picture().width());
        Path file = folder.resolve("good.png");
        ImageIO.write(new BufferedImage(9, 8, BufferedImage.TYPE_INT_RGB), "png", file.toFile());
        model.open(file);
        window.await("opening", () -> !model.loading());
        assertNull(model.failure());
        assertEquals(9, model.original().picture().width());
        assertEquals(Files.exists(file), PictureLoader.accepts(file));
    }

    @Test
    void anotherPictureOfTheSameSizeKeepsThePlace() throws InterruptedException {
        model.view().resize(100, 100);
        open(500, 400);
        model.view().zoomTo(4, 10, 10);
        double zoom = model.view().pane().zoom();
        Rectangle before = model.view().visible();
        open(500, 400);
        assertEquals(zoom, model.view().pane().zoom());
        assertEquals(before, model.view().visible());
        open(300, 200);
        assertTrue(model.view().fitted());
    }

    @Test
    void flickerShowsTheLeftPictureForAMoment() throws InterruptedException {
        open(64, 64);
        model.view().arrangement(Arrangement.DIFFERENCE);
        model.view().flicker(true);
        assertEquals(Arrangement.LEFT, model.scene().arrangement());
        model.view().flicker(false);
        assertEquals(Arrangement.DIFFERENCE, model.scene().arrangement());
    }
}
