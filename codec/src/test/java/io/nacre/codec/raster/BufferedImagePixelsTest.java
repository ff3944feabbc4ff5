package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BandedSampleModel;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BufferedImagePixelsTest {
    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_BGR,
                BufferedImage.TYPE_INT_ARGB
            })
    void usualTypesGiveWhatAwtGives(int type) {
        int seed = 100 + type;
        SplittableRandom random = new SplittableRandom(seed);
        BufferedImage image = new BufferedImage(13, 9, type);
        for (int i = 0; i < 13 * 9; i++) {
            image.setRGB(i % 13, i / 13, random.nextInt());
        }
        assertEqualsRgb(image, seed);
        // A part of an image has its own origin in the same memory.
        assertEqualsRgb(image.getSubimage(3, 2, 7, 5), seed);
    }

    private static void assertEqualsRgb(BufferedImage image, long seed) {
        TestPixels expected = new TestPixels(
                image.getWidth(),
                image.getHeight(),
                255,
                false,
                image.getColorModel().hasAlpha());
        for (int i = 0; i < expected.rgba.length / 4; i++) {
            int argb = image.getRGB(i % image.getWidth(), i / image.getWidth());
            expected.rgba[4 * i] = argb >> 16 & 0xFF;
            expected.rgba[4 * i + 1] = argb >> 8 & 0xFF;
            expected.rgba[4 * i + 2] = argb & 0xFF;
            expected.rgba[4 * i + 3] = argb >>> 24;
        }
        expected.assertSame(BufferedImagePixels.of(image), "seed " + seed);
    }

    @ParameterizedTest
    @CsvSource({
        "255, true, false",
        "255, true, true",
        "65535, true, false",
        "65535, true, true",
        "65535, false, false",
        "65535, false, true",
        "255, false, true"
    })
    void componentImagesKeepTheirSamples(int maximum, boolean grey, boolean alpha) {
        long seed = 7L * maximum + (grey ? 1 : 0) + (alpha ? 2 : 0);
        TestPixels expected = TestPixels.random(11, 6, maximum, grey, alpha, new SplittableRandom(seed));
        int type = maximum == 255 ? DataBuffer.TYPE_BYTE : DataBuffer.TYPE_USHORT;
        int bands = (grey ? 1 : 3) + (alpha ? 1 : 0);
        WritableRaster interleaved = Raster.createInterleavedRaster(type, 11, 6, bands, null);
        SampleModel planes = new BandedSampleModel(type, 11, 6, bands);
        WritableRaster planar = Raster.createWritableRaster(planes, null);
        for (WritableRaster raster : new WritableRaster[] {interleaved, planar}) {
            for (int i = 0; i < 66; i++) {
                for (int band = 0; band < bands; band++) {
                    int channel = alpha && band == bands - 1 ? 3 : band;
                    raster.setSample(i % 11, i / 11, band, expected.rgba[4 * i + channel]);
                }
            }
            ComponentColorModel model = new ComponentColorModel(
                    ColorSpace.getInstance(grey ? ColorSpace.CS_GRAY : ColorSpace.CS_sRGB),
                    alpha,
                    false,
                    alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
                    type);
            expected.assertSame(BufferedImagePixels.of(new BufferedImage(model, raster, false, null)), "seed " + seed);
        }
    }

    @Test
    void greyIsNotBrightened() {
        BufferedImage image = new BufferedImage(1, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x73);
        int[] rgba = new int[4];
        BufferedImagePixels.of(image).read(0, 0, 1, rgba);
        assertEquals(0x73, rgba[0]);
        assertEquals(0x73, rgba[1]);
        assertEquals(0x73, rgba[2]);
    }

    @Test
    void allLevelsOf16BitsAreKept() {
        BufferedImage image = new BufferedImage(65536, 1, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 65536; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        int[] rgba = TestPixels.samples(BufferedImagePixels.of(image));
        for (int x = 0; x < 65536; x++) {
            assertEquals(x, rgba[4 * x]);
        }
    }

    @Test
    void narrowSamplesAreStretched() {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_565_RGB);
        image.getRaster().setPixel(0, 0, new int[] {31, 63, 31});
        image.getRaster().setPixel(1, 0, new int[] {1, 1, 16});
        int[] rgba = TestPixels.samples(BufferedImagePixels.of(image));
        assertEquals("[255, 255, 255, 255, 8, 4, 132, 255]", Arrays.toString(rgba));
    }

    @Test
    void premultipliedColoursAreDividedByAlpha() {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_4BYTE_ABGR_PRE);
        image.getRaster().setPixel(0, 0, new int[] {64, 0, 128, 128});
        image.getRaster().setPixel(1, 0, new int[] {0, 0, 0, 0});
        image.getRaster().setPixel(2, 0, new int[] {1, 2, 3, 255});
        int[] rgba = TestPixels.samples(BufferedImagePixels.of(image));
        assertEquals("[128, 0, 255, 128, 0, 0, 0, 0, 1, 2, 3, 255]", Arrays.toString(rgba));
    }

    @Test
    void paletteIndicesPastTheEndAreBlack() {
        byte[] greys = {10, 20, 30};
        IndexColorModel palette = new IndexColorModel(2, 3, greys, greys, greys);
        BufferedImage image = new BufferedImage(4, 1, BufferedImage.TYPE_BYTE_BINARY, palette);
        for (int x = 0; x < 4; x++) {
            image.getRaster().setSample(x, 0, 0, x);
        }
        Pixels pixels = BufferedImagePixels.of(image);
        assertTrue(pixels.grey());
        int[] rgba = TestPixels.samples(pixels);
        assertEquals("[10, 20, 30, 0]", Arrays.toString(new int[] {rgba[0], rgba[4], rgba[8], rgba[12]}));
    }

    @Test
    void alphaThatIsOpaqueEverywhereIsLeftOut() {
        BufferedImage image = new BufferedImage(5, 5, BufferedImage.TYPE_INT_ARGB);
        for (int i = 0; i < 25; i++) {
            image.setRGB(i % 5, i / 5, 0xFF123456);
        }
        assertFalse(BufferedImagePixels.of(image).alpha());
        image.setRGB(4, 4, 0xFE123456);
        assertTrue(BufferedImagePixels.of(image).alpha());
    }

    @Test
    void floatingPointIsRefused() {
        ComponentColorModel model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), false, false, Transparency.OPAQUE, DataBuffer.TYPE_FLOAT);
        BufferedImage image = new BufferedImage(model, model.createCompatibleWritableRaster(2, 2), false, null);
        assertThrows(IllegalArgumentException.class, () -> BufferedImagePixels.of(image));
    }

    @ParameterizedTest
    @CsvSource({"-1, 0, 1, 4", "0, 3, 1, 4", "0, -1, 1, 4", "3, 0, 2, 8", "0, 0, 2, 7", "0, 0, -1, 4"})
    void readsOutsideAreRefused(int x, int y, int count, int length) {
        Pixels pixels = BufferedImagePixels.of(new BufferedImage(4, 3, BufferedImage.TYPE_3BYTE_BGR));
        assertThrows(IndexOutOfBoundsException.class, () -> pixels.read(x, y, count, new int[length]));
    }
}
