package io.nacre.codec;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_ColorSpace;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pictures through the public interface. */
class CodecPictureTest {
    @TempDir
    private static Path packs;

    private static Codec codec;

    @TempDir
    private Path folder;

    @BeforeAll
    static void open() {
        codec = CodecFixture.tiny(packs).build();
    }

    @AfterAll
    static void close() {
        codec.close();
    }

    private static byte[] encoded(int width, int height) throws IOException {
        return codec.encode(Picture.of(width, height, 3, CodecFixture.bytes(width, height, 3)), CodecFixture.PICTURE);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void arraysOf8Bits(int channels) throws IOException {
        byte[] samples = CodecFixture.bytes(97, 65, channels);
        byte[] file = codec.encode(Picture.of(97, 65, channels, samples), CodecFixture.PICTURE);
        Picture decoded = codec.openPicture(file).decode();
        assertEquals(97, decoded.width());
        assertEquals(65, decoded.height());
        assertEquals(channels, decoded.channels());
        byte[] again = decoded.bytes();
        assertEquals(samples.length, again.length);
        assertTrue(CodecFixture.psnr(samples, again) > 20, "PSNR " + CodecFixture.psnr(samples, again));
        if (channels % 2 == 0) {
            for (int i = channels - 1; i < samples.length; i += channels) {
                assertEquals(samples[i] & 0xFF, again[i] & 0xFF, 4, "alpha at " + i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void arraysOf16Bits(int channels) throws IOException {
        byte[] bytes = CodecFixture.bytes(70, 40, channels);
        short[] samples = new short[bytes.length];
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) (257 * (bytes[i] & 0xFF));
        }
        byte[] file = codec.encode(Picture.of(70, 40, channels, samples), CodecFixture.PICTURE);
        PictureFile opened = codec.openPicture(file);
        assertEquals(16, opened.info().bitsPerSample());
        Picture decoded = opened.decode();
        assertEquals(channels, decoded.channels());
        assertEquals(samples.length, decoded.shorts().length);
        assertTrue(CodecFixture.psnr(bytes, decoded.bytes()) > 20);
    }

    @ParameterizedTest
    @CsvSource({"5, 5", "6, 6", "10, 10", "11, 11", "1, 5", "2, 6", "13, 5"})
    void imagesKeepTheirKind(int type, int expected) throws IOException {
        BufferedImage image = CodecFixture.image(type == 13 ? BufferedImage.TYPE_3BYTE_BGR : type, 50, 30);
        if (type == 13) {
            image = indexed(image);
        }
        BufferedImage decoded = codec.openPicture(codec.encode(Picture.of(image), CodecFixture.PICTURE))
                .decode()
                .image();
        assertEquals(expected, decoded.getType());
        assertEquals(ImageTypeSpecifier.createFromRenderedImage(decoded).getColorModel(), decoded.getColorModel());
    }

    private static BufferedImage indexed(BufferedImage image) {
        BufferedImage palette = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED);
        palette.getGraphics().drawImage(image, 0, 0, null);
        return palette;
    }

    @Test
    void regionIsThePartOfTheWhole() throws IOException {
        PictureFile file = codec.openPicture(encoded(300, 200));
        byte[] whole = file.decode().bytes();
        long seed = 11;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 8; i++) {
            int x = random.nextInt(299);
            int y = random.nextInt(199);
            Rectangle region = new Rectangle(x, y, random.nextInt(1, 301 - x), random.nextInt(1, 201 - y));
            byte[] part = file.decode(region, new Monitor()).bytes();
            for (int row = 0; row < region.height; row++) {
                for (int k = 0; k < 3 * region.width; k++) {
                    int expected = whole[3 * ((y + row) * 300 + x) + k] & 0xFF;
                    // Windows of another size compute floats in another order.
                    assertEquals(expected, part[3 * row * region.width + k] & 0xFF, 1, "seed " + seed + " " + region);
                }
            }
        }
        assertThrows(IllegalArgumentException.class, () -> file.decode(new Rectangle(0, 0, 0, 5), new Monitor()));
        assertThrows(IllegalArgumentException.class, () -> file.decode(new Rectangle(299, 0, 2, 5), new Monitor()));
        assertThrows(
                IllegalArgumentException.class,
                () -> file.decode(new Rectangle(1, 1, Integer.MAX_VALUE, 5), new Monitor()));
    }

    @Test
    void rowsAreThoseOfTheWhole() throws IOException {
        PictureFile file = codec.openPicture(encoded(130, 90));
        byte[] whole = file.decode().bytes();
        int[] next = {0};
        file.readRows(
                new Rectangle(130, 90),
                (y, rgba) -> {
                    assertEquals(next[0]++, y);
                    for (int i = 0; i < rgba.length; i++) {
                        int expected = i % 4 == 3 ? 255 : whole[3 * (y * 130 + i / 4) + i % 4] & 0xFF;
                        assertEquals(expected, rgba[i]);
                    }
                },
                new Monitor());
        assertEquals(90, next[0]);
        IOException mine = new IOException("mine");
        assertEquals(
                mine,
                assertThrows(
                        IOException.class,
                        () -> file.readRows(
                                new Rectangle(130, 90),
                                (y, rgba) -> {
                                    throw mine;
                                },
                                new Monitor())));
    }

    @Test
    void infoDecodesNothing() throws IOException {
        byte[] file = encoded(100, 80);
        try (Codec other = Codec.builder().threads(1).build()) { // does not have the pack that the file needs
            PictureInfo info = assertInstanceOf(PictureInfo.class, other.info(file));
            assertEquals(100, info.width());
            assertEquals(80, info.height());
            assertFalse(info.grey());
            assertFalse(info.alpha());
            assertEquals(8, info.bitsPerSample());
            assertEquals(64, info.tileSize());
            assertEquals(50, info.quality(), 0.05);
            assertEquals(file.length, info.fileSize());
            assertEquals(8.0 * file.length / 8000, info.bitsPerPixel(), 1e-9);
            PictureFile opened = other.openPicture(new ByteArrayInputStream(file));
            ModelUnavailableException e = assertThrows(ModelUnavailableException.class, opened::decode);
            assertTrue(e.getMessage().contains(info.pack()), e.getMessage());
        }
    }

    @Test
    void metadataAndProfileTravel() throws IOException {
        byte[] exif = "II*\0 not looked into".getBytes(StandardCharsets.ISO_8859_1);
        byte[] xmp = "<x/>".getBytes(StandardCharsets.UTF_8);
        BufferedImage linear = ImageTypeSpecifier.createInterleaved(
                        ColorSpace.getInstance(ColorSpace.CS_LINEAR_RGB), new int[] {0, 1, 2}, 0, false, false)
                .createBufferedImage(64, 64);
        linear.getRaster().setPixel(3, 4, new int[] {10, 20, 30});
        byte[] before = Picture.of(linear).bytes();
        Picture picture = Picture.of(linear).withMetadata(exif, xmp);

        PictureFile kept = codec.openPicture(codec.encode(picture, CodecFixture.PICTURE.withProfileKept(true)));
        assertTrue(kept.info().profiled());
        assertArrayEquals(exif, kept.exif().orElseThrow());
        assertArrayEquals(xmp, kept.decode().xmp().orElseThrow());
        assertInstanceOf(
                ICC_ColorSpace.class, kept.decode().image().getColorModel().getColorSpace());
        assertFalse(kept.decode().image().getColorModel().getColorSpace().isCS_sRGB());

        PictureFile converted = codec.openPicture(codec.encode(picture, CodecFixture.PICTURE.withMetadataKept(false)));
        assertTrue(converted.icc().isEmpty());
        assertTrue(converted.exif().isEmpty());
        assertTrue(converted.decode().image().getColorModel().getColorSpace().isCS_sRGB());
        assertArrayEquals(before, Picture.of(linear).bytes(), "the image given is left as it was");
    }

    @Test
    void filesThereAndBack() throws IOException {
        Path png = folder.resolve("a.png");
        Path nacre = folder.resolve("a.nacre");
        ImageIO.write(CodecFixture.image(BufferedImage.TYPE_3BYTE_BGR, 90, 70), "png", png.toFile());
        codec.encodePicture(png, nacre, CodecFixture.PICTURE, new Monitor());
        codec.encodePicture(png, nacre, CodecFixture.PICTURE, new Monitor()); // replaces
        PictureFile opened = codec.openPicture(nacre);
        for (String format : new String[] {"png", "jpg", "tif", "ppm", "bmp"}) {
            Path out = folder.resolve("b." + format);
            opened.write(out, new Monitor());
            assertTrue(Files.size(out) > 1000, format);
        }
        assertArrayEquals(
                opened.decode().bytes(),
                Picture.of(ImageIO.read(folder.resolve("b.png").toFile())).bytes());
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        opened.write(stream, "png", new Monitor());
        assertArrayEquals(Files.readAllBytes(folder.resolve("b.png")), stream.toByteArray());

        Path unknown = folder.resolve("b.xyz");
        assertThrows(UnsupportedMediaException.class, () -> opened.write(unknown, new Monitor()));
        Files.writeString(unknown, "no picture at all");
        Path target = folder.resolve("c.nacre");
        assertThrows(
                UnsupportedMediaException.class,
                () -> codec.encodePicture(unknown, target, CodecFixture.PICTURE, new Monitor()));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(8, files.count(), "nothing half-written is left");
        }
    }

    @Test
    void thumbnailIsSmallAndAlike() throws IOException {
        PictureFile file = codec.openPicture(encoded(300, 200));
        Picture small = file.thumbnail(100, new Monitor());
        assertEquals(100, small.width());
        assertEquals(67, small.height());
        byte[] whole = file.decode().bytes();
        double sum = 0;
        for (int y = 30; y < 33; y++) {
            for (int x = 60; x < 63; x++) {
                sum += whole[3 * (y * 300 + x)] & 0xFF;
            }
        }
        assertEquals(sum / 9, small.bytes()[3 * (10 * 100 + 20)] & 0xFF, 0.5 + 1e-9);
    }

    @Test
    void targetsAreMetOrRefused() throws IOException {
        Picture picture = Picture.of(200, 150, 3, CodecFixture.bytes(200, 150, 3));
        PictureSettings size = PictureSettings.ofBytes(3000).withPack("image-tiny");
        assertTrue(codec.encode(picture, size).length <= 3000);
        UnreachableTargetException e = assertThrows(
                UnreachableTargetException.class,
                () -> codec.encode(picture, PictureSettings.ofBytes(10).withPack("image-tiny")));
        assertFalse(e.getMessage().isBlank());
    }

    @Test
    void damageIsNamed() throws IOException {
        byte[] file = encoded(200, 150);
        byte[] damaged = file.clone();
        damaged[file.length / 2] ^= 1;
        PictureFile opened = codec.openPicture(damaged);
        InvalidFileException e = assertThrows(InvalidFileException.class, opened::decode);
        assertTrue(e.getMessage().contains("TILE"), e.getMessage());
        assertThrows(InvalidFileException.class, () -> codec.openPicture(new byte[100]));
        assertThrows(InvalidFileException.class, () -> codec.openSound(file));
    }

    @Test
    void salvageGivesWhatIsLeft() throws IOException {
        byte[] file = encoded(200, 150);
        byte[] whole = codec.openPicture(file).decode().bytes();
        assertTrue(codec.openPicture(file).problems().isEmpty());
        assertArrayEquals(whole, codec.salvagePicture(file).decode().bytes());
        byte[] damaged = file.clone();
        for (int i = 0; i < 8; i++) {
            damaged[file.length / 2 + i] ^= (byte) 0xA5;
        }
        PictureFile left = codec.salvagePicture(damaged);
        assertTrue(left.problems().toString().contains("TILE"), left.problems()::toString);
        byte[] salvaged = left.decode().bytes();
        assertEquals(whole.length, salvaged.length);
        assertTrue(CodecFixture.psnr(whole, salvaged) > 10, "most of it is there");
        assertThrows(InvalidFileException.class, () -> codec.salvageSound(file));
        assertThrows(InvalidFileException.class, () -> codec.salvagePicture(new byte[1000]));
    }

    @Test
    void arraysMustFit() {
        assertThrows(IllegalArgumentException.class, () -> Picture.of(2, 2, 3, new byte[11]));
        assertThrows(IllegalArgumentException.class, () -> Picture.of(2, 2, 5, new byte[20]));
        assertThrows(IllegalArgumentException.class, () -> Picture.of(0, 2, 3, new byte[0]));
        assertThrows(IllegalArgumentException.class, () -> Picture.of(1 << 30, 1 << 30, 1, new short[0]));
    }
}
