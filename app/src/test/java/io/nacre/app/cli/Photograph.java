package io.nacre.app.cli;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A photograph of 256 x 192 pixels, as a PNG and encoded with the default quality. */
final class Photograph {
    static final int WIDTH = 256;
    static final int HEIGHT = 192;

    private static final byte[] PNG = png();
    private static byte[] nacre;

    private Photograph() {}

    static Path write(Path file) throws IOException {
        return Files.write(file, PNG);
    }

    static byte[] bytes() {
        return PNG.clone();
    }

    /** The encoded photograph, made once. */
    static synchronized byte[] nacre() {
        if (nacre == null) {
            nacre = Program.pipe(PNG, "encode", "-").ok().bytes();
        }
        return nacre.clone();
    }

    static Path writeNacre(Path file) throws IOException {
        return Files.write(file, nacre());
    }

    static BufferedImage read(byte[] picture) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(picture));
    }

    private static byte[] png() {
        try {
            BufferedImage kitten = ImageIO.read(
                    Path.of("..", "samples", "pictures", "kitten.jpg").toFile());
            BufferedImage part = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            part.createGraphics().drawImage(kitten, -180, -100, null);
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(part, "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
