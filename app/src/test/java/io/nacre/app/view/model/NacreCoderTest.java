package io.nacre.app.view.model;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.pack.OpenModels;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.render.Layer;
import io.nacre.app.view.render.Picture;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.raster.Metadata;
import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.awt.Rectangle;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The window's way through the codec, with the shipped pack. */
class NacreCoderTest {
    private static final OpenModels MODELS = new OpenModels(new PackLibrary(null), Device.CPU, 2, line -> {});

    private final NacreCoder coder = new NacreCoder(MODELS, "image-fidelity");

    @AfterAll
    static void close() {
        MODELS.close();
    }

    private static Original original(int width, int height) {
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            int x = i / 3 % width;
            int y = i / 3 / width;
            rgb[i] = (byte) (128 + 90 * Math.sin(0.05 * x + i % 3) * Math.cos(0.08 * y) + 8 * (x * 7 + y * 13) % 8);
        }
        return new Original(
                null, "waves", Picture.of(new RgbPicture(width, height, rgb)), Metadata.NONE, "", 0, List.of(), null);
    }

    private static Recipe recipe(EncodeTarget target) {
        return new Recipe(NacreCoder.ID, target, 3);
    }

    @Test
    void theResultIsWhatItsFileHolds(@TempDir Path folder) throws Exception {
        Original original = original(150, 110);
        Result result = coder.code(original, recipe(new EncodeTarget.Quality(40)), share -> {});
        assertEquals(40, result.quality(), 0.1);
        assertEquals(result.bytes(), result.coded().bytes().length);
        Path file = folder.resolve("waves.nacre");
        Files.write(file, result.coded().bytes());
        assertTrue(PictureLoader.accepts(file));
        Original read = new PictureLoader(MODELS).load(file);
        assertArrayEquals(result.picture().flat().rgb(), read.picture().flat().rgb());
        assertEquals("image-fidelity", read.coded().model());
        assertNull(original.coded());
    }

    @Test
    void targetsAreMet() throws Exception {
        Original original = original(200, 150);
        Result result = coder.code(original, recipe(new EncodeTarget.BitsPerPixel(0.6)), share -> {});
        assertTrue(result.bitsPerPixel() <= 0.6, result.bytes() + " bytes");
        assertTrue(result.quality() > 0);
    }

    @Test
    void aPartLooksAsInTheWhole() throws Exception {
        Original original = original(400, 300);
        Recipe recipe = recipe(new EncodeTarget.Quality(60));
        Rectangle part = new Rectangle(130, 90, 120, 100);
        Layer seen = coder.preview(original, recipe, part, Layer.of(original.picture()))
                .orElseThrow();
        Result whole = coder.code(original, recipe, share -> {});
        assertEquals(part.x, seen.partX());
        assertEquals(part.width, seen.part().width());
        long error = 0;
        int[] a = new int[4 * part.width];
        int[] b = new int[4 * part.width];
        for (int y = 0; y < part.height; y++) {
            whole.picture().exact().read(part.x, part.y + y, part.width, a);
            seen.part().exact().read(0, y, part.width, b);
            for (int i = 0; i < a.length; i++) {
                error += Math.abs(a[i] - b[i]);
            }
        }
        assertTrue(error < 2.0 * a.length * part.height, "mean difference " + (double) error / a.length / part.height);
    }

    @Test
    void targetsOfTheWholeHaveNoPart() throws Exception {
        Original original = original(64, 64);
        Recipe recipe = recipe(new EncodeTarget.Bytes(1000));
        assertTrue(coder.preview(original, recipe, new Rectangle(8, 8), Layer.of(original.picture()))
                .isEmpty());
    }
}
