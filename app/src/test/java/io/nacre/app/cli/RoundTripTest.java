package io.nacre.app.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures through encode and decode, judged on the samples that come out. */
class RoundTripTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"png", "tif", "bmp", "ppm", "pam"})
    void photographComesBack(String format) throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Path decoded = folder.resolve("back." + format);
        Program.run("decode", nacre, decoded).ok().says("256 x 192 pixels");
        Program.run("compare", "--threshold", 28, photo, decoded).ok();
        assertEquals(
                1, Program.run("compare", "--threshold", 60, photo, decoded).code());
    }

    @Test
    void defaultNamesStandBesideTheInput() throws IOException {
        Path photo = Photograph.write(folder.resolve("a photo.png"));
        Program.run("encode", "-q", 20, photo).ok().says(" bpp, quality 20.");
        Files.move(photo, folder.resolve("original.png"));
        Program.run("decode", folder.resolve("a photo.nacre")).ok();
        assertEquals(
                Photograph.WIDTH, Photograph.read(Files.readAllBytes(photo)).getWidth());
        Program.run("decode", "--format", "jpg", folder.resolve("a photo.nacre"))
                .ok();
        assertEquals(
                Photograph.HEIGHT,
                Photograph.read(Files.readAllBytes(folder.resolve("a photo.jpg")))
                        .getHeight());
    }

    @Test
    void effortMakesSmallerFilesOfTheSameFidelity() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path plain = folder.resolve("plain.nacre");
        Path searched = folder.resolve("searched.nacre");
        Program.run("encode", "--psnr", 33, photo, plain).ok();
        Program.run("encode", "--psnr", 33, "--effort", 7, photo, searched).ok();
        assertTrue(Files.size(searched) < Files.size(plain), Files.size(searched) + " bytes");
        Program.run("compare", "--threshold", 33, photo, searched).ok();
        Program.run("encode", "-q", 0, "--effort", "max", photo, folder.resolve("most.nacre"))
                .ok();
    }

    @Test
    void pipesCarryTheSameBytes() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Program.run("encode", photo).ok();
        byte[] file = Files.readAllBytes(folder.resolve("photo.nacre"));
        assertArrayEquals(file, Photograph.nacre());
        assertArrayEquals(file, Program.run("encode", photo, "-").ok().bytes());
        byte[] piped = Program.pipe(file, "decode", "-").ok().bytes();
        Program.run("decode", folder.resolve("photo.nacre"), folder.resolve("out.png"))
                .ok();
        assertArrayEquals(Files.readAllBytes(folder.resolve("out.png")), piped);
    }

    @Test
    void binaryDoesNotGoToATerminal() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        assertEquals(
                0,
                Program.onTerminal("encode", photo, "-").fails(ExitCode.USAGE).bytes().length);
    }

    @Test
    void cropIsPartOfTheWhole() throws IOException {
        Path nacre = folder.resolve("photo.nacre");
        Program.pipe(Photograph.bytes(), "encode", "--tile", 64, "-", nacre).ok();
        BufferedImage whole =
                Photograph.read(Program.run("decode", nacre, "-").ok().bytes());
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 6; i++) {
            int x = random.nextInt(Photograph.WIDTH);
            int y = random.nextInt(Photograph.HEIGHT);
            int width = 1 + random.nextInt(Photograph.WIDTH - x);
            int height = 1 + random.nextInt(Photograph.HEIGHT - y);
            String crop = x + "," + y + "," + width + "," + height;
            BufferedImage part = Photograph.read(
                    Program.run("decode", "--crop", crop, nacre, "-").ok().bytes());
            assertEquals(width + "x" + height, part.getWidth() + "x" + part.getHeight());
            int worst = 0;
            for (int v = 0; v < height; v++) {
                for (int u = 0; u < width; u++) {
                    for (int c = 0; c < 3; c++) {
                        int difference = part.getRaster().getSample(u, v, c)
                                - whole.getRaster().getSample(x + u, y + v, c);
                        worst = Math.max(worst, Math.abs(difference));
                    }
                }
            }
            assertTrue(worst <= 1, "crop " + crop + " of seed " + seed + " differs by " + worst);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"0,0,257,10", "-1,0,5,5", "0,0,0,5", "250,190,2147483647,2", "1,2,3", "a,b,c,d"})
    void cropsOutsideAreUsageErrors(String crop) throws IOException {
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        Program.run("decode", "--crop=" + crop, nacre).fails(ExitCode.USAGE);
    }

    @Test
    void scaleAverages() throws IOException {
        Path nacre = Photograph.writeNacre(folder.resolve("photo.nacre"));
        BufferedImage whole =
                Photograph.read(Program.run("decode", nacre, "-").ok().bytes());
        BufferedImage small = Photograph.read(
                Program.run("decode", "--scale", "1/4", nacre, "-").ok().bytes());
        assertEquals("64x48", small.getWidth() + "x" + small.getHeight());
        for (int y = 0; y < 48; y++) {
            for (int x = 0; x < 64; x++) {
                for (int c = 0; c < 3; c++) {
                    double sum = 0;
                    for (int i = 0; i < 16; i++) {
                        sum += whole.getRaster().getSample(4 * x + i % 4, 4 * y + i / 4, c);
                    }
                    assertEquals(sum / 16, small.getRaster().getSample(x, y, c), 0.5, x + "," + y);
                }
            }
        }
    }

    @Test
    void sizeIsMetFromBelow() throws IOException {
        Path nacre = folder.resolve("photo.nacre");
        for (int size : new int[] {2000, 6000}) {
            Program.pipe(Photograph.bytes(), "encode", "-f", "--size", size, "-", nacre)
                    .ok();
            long bytes = Files.size(nacre);
            assertTrue(bytes <= size && bytes >= 0.97 * size, bytes + " bytes for " + size);
        }
        Program.pipe(Photograph.bytes(), "encode", "-f", "--bpp", 1, "-", nacre).ok();
        double rate = 8.0 * Files.size(nacre) / Photograph.WIDTH / Photograph.HEIGHT;
        assertTrue(rate <= 1 && rate >= 0.97, rate + " bpp");
    }

    @Test
    void psnrIsReached() throws IOException {
        Path photo = Photograph.write(folder.resolve("photo.png"));
        Path nacre = folder.resolve("photo.nacre");
        Program.run("encode", "--psnr", 32, photo, nacre).ok();
        Program.run("compare", "--threshold", 31.99, photo, nacre).ok();
        assertEquals(
                1, Program.run("compare", "--threshold", 32.3, photo, nacre).code());
    }

    @Test
    void targetsOutOfReachFail() {
        Program.pipe(Photograph.bytes(), "encode", "--size", 60, "-").fails(ExitCode.FAILED);
        Program.pipe(Photograph.bytes(), "encode", "--psnr", 90, "-").fails(ExitCode.FAILED);
    }

    @Test
    void threadsDoNotChangeTheFile() {
        byte[] one = Program.pipe(Photograph.bytes(), "encode", "--threads", 1, "--tile", 128, "-")
                .ok()
                .bytes();
        byte[] three = Program.pipe(Photograph.bytes(), "encode", "--threads", 3, "--tile", 128, "-")
                .ok()
                .bytes();
        assertArrayEquals(one, three);
    }
}
