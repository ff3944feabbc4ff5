package io.nacre.samples;

import io.nacre.codec.Codec;
import io.nacre.codec.Monitor;
import io.nacre.codec.Picture;
import io.nacre.codec.PictureFile;
import io.nacre.codec.PictureSettings;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** Compresses a picture to a budget, reads its size without decoding it, and decodes a part of it. */
public final class PictureExample {
    private PictureExample() {}

    /** @param args a picture, and a folder to write into */
    public static void main(String[] args) throws IOException {
        Path source = Path.of(args[0]);
        Path folder = Path.of(args[1]);
        try (Codec codec = Codec.open()) {
            BufferedImage image = ImageIO.read(source.toFile());
            PictureSettings settings = PictureSettings.ofBitsPerPixel(0.4).withTileSize(256);
            byte[] bytes = codec.encode(Picture.of(image), settings);
            Files.write(folder.resolve("picture.nacre"), bytes);

            PictureFile file = codec.openPicture(folder.resolve("picture.nacre"));
            System.out.printf(
                    "%d x %d pixels in %d bytes, %.3f bits per pixel%n",
                    file.info().width(),
                    file.info().height(),
                    file.info().fileSize(),
                    file.info().bitsPerPixel());

            Picture corner = file.decode(new Rectangle(0, 0, 200, 150), new Monitor());
            ImageIO.write(corner.image(), "png", folder.resolve("corner.png").toFile());
            file.write(folder.resolve("whole.png"), new Monitor());
        }
    }
}
