package example;

import io.nacre.codec.Codec;
import io.nacre.codec.PictureInfo;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import javax.imageio.ImageIO;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/** Knows ImageIO and Java Sound, and has Nacre on its class path. */
public final class Consumer {
    private Consumer() {}

    /** @param args a picture of any format, and a folder to write into */
    public static void main(String[] args) throws Exception {
        pictures(new File(args[0]), new File(args[1], "picture.nacre"));
        sounds(new File(args[1], "sound.nacre"));
    }

    private static void pictures(File source, File target) throws IOException {
        BufferedImage image = ImageIO.read(source);
        require(ImageIO.write(image, "nacre", target), "ImageIO has no writer");
        BufferedImage back = ImageIO.read(target);
        require(back.getWidth() == image.getWidth(), "ImageIO reads another picture");
        PictureInfo info = (PictureInfo) Codec.shared().info(target.toPath());
        System.out.printf("%d x %d pixels, %.3f bits per pixel%n", info.width(), info.height(), info.bitsPerPixel());
    }

    private static void sounds(File target) throws Exception {
        AudioFormat format = new AudioFormat(16000, 16, 1, true, false);
        AudioInputStream second = new AudioInputStream(new ByteArrayInputStream(new byte[32000]), format, 16000);
        AudioFileFormat.Type nacre = new AudioFileFormat.Type("NACRE", "nacre");
        require(AudioSystem.write(second, nacre, target) > 0, "Java Sound has no writer");
        try (AudioInputStream back = AudioSystem.getAudioInputStream(target)) {
            require(back.readAllBytes().length == 32000, "Java Sound reads another sound");
        }
        System.out.println(target.getName() + " has one second");
    }

    private static void require(boolean condition, String problem) {
        if (!condition) {
            throw new IllegalStateException(problem);
        }
    }
}
