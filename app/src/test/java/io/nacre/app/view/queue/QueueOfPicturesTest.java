package io.nacre.app.view.queue;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.app.encode.ModelOpener;
import io.nacre.app.encode.PictureEncoding;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.ImageModel;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.PackLibrary;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A folder of small pictures, every tenth of them broken, through the encoder that users have. */
class QueueOfPicturesTest {
    private static final int COUNT = 60;
    private static final int SIDE = 24;
    private static final long SEED = 13;

    @TempDir
    Path folder;

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    @Timeout(300)
    void soundOnesAreEncodedAndBrokenOnesExplained() throws Exception {
        byte[][] originals = new byte[COUNT][];
        for (int i = 0; i < COUNT; i++) {
            byte[] png = png();
            originals[i] = i % 10 == 0 ? broken(png) : png;
            Files.write(input(i), originals[i]);
        }
        ModelOpener<ImageModel> opener = new Opener();
        try (ImageModel model = opener.open();
                Probe probe = new Probe(new NacreFileEncoder(() -> model, () -> {
                    throw new ModelException("no sounds here");
                }))) {
            probe.add(COUNT, folder).start(QueueSettings.DEFAULT).awaitIdle();
            assertEquals(COUNT / 10, probe.totals().failed());
            assertEquals(COUNT - COUNT / 10, probe.totals().done());
            for (int i = 0; i < COUNT; i++) {
                String which = "picture " + i + " of seed " + SEED;
                assertArrayEquals(originals[i], Files.readAllBytes(input(i)), which);
                QueueEntry entry = probe.entry(input(i));
                if (i % 10 == 0) {
                    assertEquals(State.FAILED, entry.state(), which);
                    assertFalse(entry.explanation().detail().isBlank(), which);
                    assertFalse(Files.exists(output(i)), which);
                } else {
                    byte[] file = Files.readAllBytes(output(i));
                    assertEquals(file.length, entry.outputBytes(), which);
                    assertEquals(
                            SIDE,
                            ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT)
                                    .header()
                                    .width(),
                            which);
                }
            }
            assertTrue(probe.totals().savedBytes() > 0);
        }
    }

    private static final class Opener implements ModelOpener<ImageModel> {
        @Override
        public ImageModel open() throws ModelException {
            return new ImageModel(
                    new PackLibrary(null).byName(PictureEncoding.DEFAULT_PACK), GraphRuntime.on(Device.CPU), 2);
        }
    }

    private Path input(int i) {
        return folder.resolve(i + ".png");
    }

    private Path output(int i) {
        return folder.resolve(i + ".nacre");
    }

    /** Noise, of which a codec leaves little. */
    private byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < SIDE; y++) {
            for (int x = 0; x < SIDE; x++) {
                image.setRGB(x, y, random.nextInt());
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Cut within the header, or in the middle of the samples. */
    private byte[] broken(byte[] png) {
        return Arrays.copyOf(png, random.nextInt(png.length / 2));
    }
}
