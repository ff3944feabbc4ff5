package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.zip.CRC32;
import java.util.zip.DeflaterOutputStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Colour profiles in each container. */
class ColourTest {
    private static final ImageInputOptions CONVERT = ImageInputOptions.DEFAULT;
    private static final ImageInputOptions KEEP = new ImageInputOptions(true, 1 << 24, 1 << 16);
    private static final byte[] LINEAR_RGB =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final byte[] LINEAR_GREY =
            ICC_Profile.getInstance(ColorSpace.CS_GRAY).getData();
    private static final byte[] SRGB =
            ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

    @ParameterizedTest
    @CsvSource({"png, 255", "png, 65535", "tiff, 255", "tiff, 65535"})
    void profileOfAnRgbPictureIsHonoured(String format, int maximum) throws IOException {
        TestPixels picture = TestPixels.random(33, 21, maximum, false, true, new SplittableRandom(11));
        byte[] file = write(picture, format, LINEAR_RGB);
        int[] converted = TestPixels.samples(load(file, CONVERT).pixels());
        for (int i = 0; i < converted.length; i++) {
            double sample = (double) picture.rgba[i] / maximum;
            double expected = i % 4 == 3 ? sample : srgb(sample);
            // Dark 8-bit levels of linear light lie far apart: Little CMS interpolates there.
            assertEquals(expected, (double) converted[i] / maximum, 0.02, "seed 11, sample " + i);
        }
        picture.assertSame(load(file, KEEP).pixels(), "seed 11");
        assertArrayEquals(LINEAR_RGB, load(file, KEEP).metadata().icc());
        assertNull(load(file, CONVERT).metadata().icc());
    }

    @ParameterizedTest
    @CsvSource({"255, false", "255, true", "65535, false", "65535, true"})
    void profileOfAGreyPictureIsHonoured(int maximum, boolean alpha) throws IOException {
        TestPixels picture = TestPixels.random(33, 21, maximum, true, alpha, new SplittableRandom(12));
        byte[] file = write(picture, "png", LINEAR_GREY);
        Pixels converted = load(file, CONVERT).pixels();
        assertTrue(converted.grey());
        int[] samples = TestPixels.samples(converted);
        for (int i = 0; i < samples.length; i++) {
            double sample = (double) picture.rgba[i] / maximum;
            double expected = i % 4 == 3 ? sample : srgb(sample);
            assertEquals(expected, (double) samples[i] / maximum, 0.02, "seed 12, sample " + i);
        }
        picture.assertSame(load(file, KEEP).pixels(), "seed 12");
    }

    /** IEC 61966-2-1. */
    private static double srgb(double linear) {
        return linear <= 0.0031308 ? 12.92 * linear : 1.055 * Math.pow(linear, 1 / 2.4) - 0.055;
    }

    /** Readers leave samples in many layouts. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2})
    void alphaIsNoColourInAnyLayout(int layout) throws IOException {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB),
                true,
                false,
                Transparency.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        BufferedImage image = switch (layout) {
            case 0 -> new BufferedImage(8, 4, BufferedImage.TYPE_4BYTE_ABGR);
            case 1 -> new BufferedImage(8, 4, BufferedImage.TYPE_INT_ARGB);
            default -> new BufferedImage(model, model.createCompatibleWritableRaster(8, 4), false, null);
        };
        for (int i = 0; i < 32; i++) {
            image.getRaster().setPixel(i % 8, i / 8, new int[] {40, 90, 140, 100 + i});
        }
        ColorConversion conversion = new ColorConversion(false, new ArrayList<>());
        int[] samples = TestPixels.samples(BufferedImagePixels.of(conversion.convert(image, LINEAR_RGB)));
        for (int i = 0; i < 32; i++) {
            assertEquals(255 * srgb(40 / 255.0), samples[4 * i], 1, "red");
            assertEquals(255 * srgb(90 / 255.0), samples[4 * i + 1], 1, "green");
            assertEquals(255 * srgb(140 / 255.0), samples[4 * i + 2], 1, "blue");
            assertEquals(100 + i, samples[4 * i + 3], "alpha");
        }
    }

    @Test
    void srgbProfileChangesNoSample() throws IOException {
        TestPixels picture = TestPixels.random(40, 40, 255, false, false, new SplittableRandom(13));
        ImageInput.Loaded loaded = load(write(picture, "png", SRGB), CONVERT);
        picture.assertSame(loaded.pixels(), "seed 13");
        assertNull(loaded.metadata().icc());
        assertEquals(List.of(), loaded.notes());
    }

    @Test
    void jpegProfileIsKeptWithTheSamplesAsTheyAre() throws IOException {
        int[] converted = TestPixels.samples(
                load(TestPixels.file("jpeg_icc_swapped_rg.jpg"), CONVERT).pixels());
        ImageInput.Loaded kept = load(TestPixels.file("jpeg_icc_swapped_rg.jpg"), KEEP);
        int[] samples = TestPixels.samples(kept.pixels());
        assertEquals(15720, kept.metadata().icc().length);
        double difference = 0;
        for (int i = 0; i < samples.length; i += 4) {
            difference += Math.abs(samples[i] - converted[i + 1]) + Math.abs(samples[i + 1] - converted[i]);
        }
        assertTrue(difference / samples.length < 1, "mean difference " + difference / samples.length);
    }

    @Test
    void webpProfileIsHonoured() throws IOException {
        byte[] file = extendedWebp(TestPixels.file("orient_6.webp"), swappingProfile());
        int[] upright = TestPixels.samples(
                load(TestPixels.file("orient_6.webp"), CONVERT).pixels());
        int[] kept = TestPixels.samples(load(file, KEEP).pixels());
        int[] converted = TestPixels.samples(load(file, CONVERT).pixels());
        assertArrayEquals(upright, kept);
        assertArrayEquals(swappingProfile(), load(file, KEEP).metadata().icc());
        for (int i = 0; i < converted.length; i += 4) {
            assertEquals(upright[i], converted[i + 1], 2, "green of pixel " + i / 4);
            assertEquals(upright[i + 1], converted[i], 2, "red of pixel " + i / 4);
        }
    }

    private static byte[] swappingProfile() throws IOException {
        return load(TestPixels.file("jpeg_icc_swapped_rg.jpg"), KEEP).metadata().icc();
    }

    /** Puts an ICCP chunk behind the VP8X chunk and sets its flag. */
    private static byte[] extendedWebp(byte[] webp, byte[] profile) {
        int afterVp8x = 12 + 8 + 10;
        ByteBuffer file = ByteBuffer.allocate(webp.length + 8 + profile.length).order(ByteOrder.LITTLE_ENDIAN);
        file.put(webp, 0, afterVp8x);
        file.put("ICCP".getBytes(StandardCharsets.US_ASCII))
                .putInt(profile.length)
                .put(profile);
        file.put(webp, afterVp8x, webp.length - afterVp8x);
        file.putInt(4, file.capacity() - 8);
        file.put(20, (byte) (file.get(20) | 0x20));
        return file.array();
    }

    @Test
    void paletteIsConvertedThroughItsProfile() throws IOException {
        byte[] ramp = new byte[256];
        for (int i = 0; i < 256; i++) {
            ramp[i] = (byte) i;
        }
        byte[] zeros = new byte[256];
        BufferedImage image = new BufferedImage(
                256, 1, BufferedImage.TYPE_BYTE_INDEXED, new IndexColorModel(8, 256, ramp, zeros, ramp));
        for (int x = 0; x < 256; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "png", png));
        int[] samples = TestPixels.samples(
                load(withProfile(png.toByteArray(), LINEAR_RGB), CONVERT).pixels());
        for (int x = 0; x < 256; x++) {
            assertEquals(255 * srgb(x / 255.0), samples[4 * x], 5, "red of entry " + x);
            assertEquals(0, samples[4 * x + 1], 1, "green of entry " + x);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "0, 'ICC profile unusable, samples taken as sRGB'",
        "1, 'ICC profile unusable, samples taken as sRGB'",
        "2, 'ICC profile does not fit the picture''s channels, samples taken as sRGB'"
    })
    void profileThatCannotBeUsedIsIgnored(int kind, String note) throws IOException {
        byte[] profile = List.of(new byte[500], Arrays.copyOf(LINEAR_RGB, 200), LINEAR_GREY)
                .get(kind);
        TestPixels picture = TestPixels.random(8, 8, 255, false, false, new SplittableRandom(14));
        for (ImageInputOptions options : List.of(CONVERT, KEEP)) {
            ImageInput.Loaded loaded = load(withProfile(write(picture, "png", null), profile), options);
            picture.assertSame(loaded.pixels(), "seed 14");
            assertNull(loaded.metadata().icc());
            assertEquals(List.of(note), loaded.notes());
        }
    }

    /** Puts an iCCP chunk behind IHDR. */
    private static byte[] withProfile(byte[] png, byte[] profile) throws IOException {
        ByteArrayOutputStream payload = new ByteArrayOutputStream();
        payload.writeBytes("iCCPname\0\0".getBytes(StandardCharsets.US_ASCII));
        try (DeflaterOutputStream zlib = new DeflaterOutputStream(payload)) {
            zlib.write(profile);
        }
        CRC32 crc = new CRC32();
        crc.update(payload.toByteArray());
        int afterHeader = 8 + 25;
        ByteBuffer file = ByteBuffer.allocate(png.length + payload.size() + 8);
        file.put(png, 0, afterHeader)
                .putInt(payload.size() - 4)
                .put(payload.toByteArray())
                .putInt((int) crc.getValue());
        return file.put(png, afterHeader, png.length - afterHeader).array();
    }

    @Test
    void floatsFrom0To1BecomeSixteenBits() throws IOException {
        ImageInput.Loaded loaded = load(floatTiff(0f, 0.25f, 1f, 1.000001f), CONVERT);
        assertEquals(65535, loaded.pixels().maximum());
        int[] samples = TestPixels.samples(loaded.pixels());
        assertEquals("0 16384 65535 65535", samples[0] + " " + samples[4] + " " + samples[8] + " " + samples[12]);
        assertEquals(List.of("reduced from floating point to 16 bits"), loaded.notes());
    }

    @ParameterizedTest
    @ValueSource(floats = {1.1f, -0.1f, Float.NaN, Float.POSITIVE_INFINITY, 8})
    void floatsBeyondAreRefused(float value) {
        byte[] file = floatTiff(0f, value, 1f, 0f);
        assertThrows(UnsupportedImageException.class, () -> load(file, CONVERT));
    }

    /** A grey TIFF file of one row. */
    private static byte[] floatTiff(float... row) {
        int[][] entries = {
            {256, 3, row.length},
            {257, 3, 1},
            {258, 3, 32},
            {259, 3, 1},
            {262, 3, 1},
            {273, 4, 8},
            {277, 3, 1},
            {278, 3, 1},
            {279, 4, 4 * row.length},
            {339, 3, 3}
        };
        int directory = 8 + 4 * row.length;
        ByteBuffer file =
                ByteBuffer.allocate(directory + 2 + 12 * entries.length + 4).order(ByteOrder.LITTLE_ENDIAN);
        file.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(directory);
        for (float sample : row) {
            file.putFloat(sample);
        }
        file.putShort((short) entries.length);
        for (int[] entry : entries) {
            file.putShort((short) entry[0]).putShort((short) entry[1]).putInt(1).putInt(entry[2]);
        }
        return file.array();
    }

    private static byte[] write(Pixels pixels, String format, byte[] profile) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageOutput.write(RowSource.of(pixels), out, format, new Metadata(null, profile, null));
        return out.toByteArray();
    }

    private static ImageInput.Loaded load(byte[] file, ImageInputOptions options) throws IOException {
        return ImageInput.load(file, "test", options);
    }
}
