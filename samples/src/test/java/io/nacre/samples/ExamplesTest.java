package io.nacre.samples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example programs do what their pages say. */
class ExamplesTest {
    @TempDir
    private Path folder;

    private interface Program {
        void run() throws Exception;
    }

    private static String outputOf(Program program) throws Exception {
        PrintStream before = System.out;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            program.run();
        } finally {
            System.setOut(before);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void pictures() throws Exception {
        String out = outputOf(() -> PictureExample.main(new String[] {"pictures/kitten.jpg", folder.toString()}));
        assertTrue(out.startsWith("624 x 448 pixels in "), out);
        assertTrue(8 * Files.size(folder.resolve("picture.nacre")) <= 0.4 * 624 * 448);
        BufferedImage corner = ImageIO.read(folder.resolve("corner.png").toFile());
        BufferedImage whole = ImageIO.read(folder.resolve("whole.png").toFile());
        assertEquals(200, corner.getWidth());
        assertEquals(624, whole.getWidth());
        assertEquals(
                whole.getRaster().getSample(100, 100, 1), corner.getRaster().getSample(100, 100, 1), 1);
    }

    @Test
    void sounds() throws Exception {
        String out =
                outputOf(() -> SoundExample.main(new String[] {"sounds/speech-dutch-male.flac", folder.toString()}));
        assertTrue(out.contains("100 %") && out.contains("kbit/s") && out.contains(" dB"), out);
        try (AudioInputStream wav =
                AudioSystem.getAudioInputStream(folder.resolve("talk.wav").toFile())) {
            assertTrue(wav.getFrameLength() > 2 * wav.getFormat().getFrameRate());
        }
    }

    @Test
    void servers() throws Exception {
        outputOf(() -> PictureExample.main(new String[] {"pictures/otter.jpg", folder.toString()}));
        Path good = folder.resolve("picture.nacre");
        Path damaged = folder.resolve("damaged.nacre");
        byte[] bytes = Files.readAllBytes(good);
        bytes[bytes.length / 2] ^= 1;
        Files.write(damaged, bytes);
        Path missing = folder.resolve("missing.nacre");
        List<String> lines = outputOf(() -> ServerExample.main(
                        new String[] {good.toString(), damaged.toString(), missing.toString(), "pictures/otter.jpg"}))
                .lines()
                .toList();
        assertEquals("picture.nacre: 61 x 50", lines.get(0));
        assertTrue(lines.get(1).startsWith("damaged.nacre: refused: "), lines.get(1));
        assertTrue(lines.get(2).startsWith("missing.nacre: cannot be read: "), lines.get(2));
        assertTrue(lines.get(3).startsWith("otter.jpg: refused: "), lines.get(3));
    }
}
