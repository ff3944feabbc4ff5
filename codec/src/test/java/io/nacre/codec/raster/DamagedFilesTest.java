package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DamagedFilesTest {
    private static final ImageInputOptions SMALL = new ImageInputOptions(false, 1 << 20, 1 << 14);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orient_6.png",
                "size_7x5.png",
                "orient_6.webp",
                "tiff_orient_6.tif",
                "orient_6.jpg",
                "bmp_rle8.bmp"
            })
    void filesCutAtAnyLengthAreReadOrRefused(String name) {
        byte[] file = TestPixels.file(name);
        for (int length = 0; length < file.length; length++) {
            boolean read = read(Arrays.copyOf(file, length), name + " cut at " + length);
            if (name.endsWith("png") || name.endsWith("webp")) {
                assertFalse(read, name + " cut at " + length + " was read");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orient_6.png", "orient_6.webp", "webp_lossy.webp", "tiff_orient_6.tif", "orient_6.jpg",
                "jpeg_progressive_420.jpg", "jpeg_lossless.jpg", "bmp_rle8.bmp", "gif_animated.gif", "icon.ico",
                "pnm_p5.pgm", "jpeg_icc_garbage.jpg", "png_palette_trns.png", "tiff_g4.tif"
            })
    void filesWithWrongBytesAreReadOrRefused(String name) {
        byte[] file = TestPixels.file(name);
        long seed = name.hashCode();
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 60; round++) {
            byte[] damaged = file.clone();
            // Every other round in the head, where the structure is.
            int range = round % 2 == 0 ? Math.min(200, file.length) : file.length;
            for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
                damaged[random.nextInt(range)] = (byte) random.nextInt(256);
            }
            read(damaged, name + ", seed " + seed + ", round " + round);
        }
    }

    /** Whether a file is read; anything but a picture or an exception of one line fails the test. */
    private static boolean read(byte[] file, String what) {
        try {
            Pixels pixels = ImageInput.load(file, "FILE", SMALL).pixels();
            TestPixels.samples(pixels);
            return true;
        } catch (IOException e) {
            assertTrue(e.getMessage().startsWith("FILE: "), what + ": " + e.getMessage());
            assertEquals(1, e.getMessage().lines().count(), what + ": " + e.getMessage());
            return false;
        } catch (RuntimeException e) {
            throw new AssertionError(what, e);
        }
    }

    @Test
    void everyWrongByteOfAPngIsNoticed() {
        byte[] file = TestPixels.file("size_7x5.png");
        for (int at = 8; at < file.length; at++) {
            byte[] damaged = file.clone();
            damaged[at] ^= 1;
            assertFalse(read(damaged, "byte " + at), "byte " + at);
        }
    }

    static Stream<Arguments> senselessPnm() {
        return Stream.of(
                arguments("P6 60000 60000 255\n", "max-pixels"),
                arguments("P6 2000000000 1 255\n", "max-side"),
                arguments("P5 0 5 255\n", "0x5"),
                arguments("P5 -3 5 255\n", "-3x5"),
                arguments("P5 3 5 0\n", "maximum 0"),
                arguments("P5 3 5 65536\n", "maximum 65536"),
                arguments("P5 3 5x 255\n", "5x"),
                arguments("P5 3 99999999999 255\n", "99999999999"),
                arguments("P5 1000 1000 255\n", "cut short"),
                arguments("P6 3", "cut short"),
                arguments("P5 " + "3".repeat(100), "damaged"),
                arguments("P1 2 1 12", "damaged"),
                arguments("P2 2 1 9 3 10 ", "above its maximum"),
                arguments("P7\nWIDTH 2\nHEIGHT 2\nDEPTH 9\nMAXVAL 255\nENDHDR\n", "depth 9"),
                arguments("P7\nWIDTH 2\nSURPRISE 2\n", "SURPRISE"),
                arguments("P7\nWIDTH 1\nHEIGHT 1\nDEPTH 4\nMAXVAL 255\nTUPLTYPE CMYK\nENDHDR\n0000", "CMYK"),
                arguments("Pf 1 1 -1.0\n\0\0\0@", "tone-map"));
    }

    @ParameterizedTest
    @MethodSource("senselessPnm")
    void pnmThatMakesNoSenseIsRefused(String file, String message) {
        IOException e = assertThrows(
                IOException.class,
                () -> ImageInput.load(file.getBytes(StandardCharsets.ISO_8859_1), "FILE", ImageInputOptions.DEFAULT));
        assertTrue(e.getMessage().contains(message), e.getMessage());
    }

    static Stream<Arguments> foreignFormats() {
        return Stream.of(
                arguments("\0\0\0\u001cftypheic\0\0\0\0", "heif-convert"),
                arguments("\0\0\0\u001cftypisom\0\0\0\0", "ffmpeg"),
                arguments("\0\0\0\fjP  \r\n\u0087\n", "opj_decompress"),
                arguments("qoif\0\0\0\u0001", "magick"),
                arguments("#?RADIANCE\nFORMAT=32-bit_rle_rgbe", "high dynamic range"),
                arguments("<?xml version=\"1.0\"?><svg/>", "rsvg-convert"),
                arguments("%PDF-1.7", "pdftoppm"),
                arguments("\u008bNCR\r\n\u001a\n", "nacre decode"));
    }

    @ParameterizedTest
    @MethodSource("foreignFormats")
    void foreignFormatsAreRefusedWithAdvice(String head, String advice) {
        IOException e = assertThrows(
                UnsupportedImageException.class,
                () -> ImageInput.load(head.getBytes(StandardCharsets.ISO_8859_1), "FILE", ImageInputOptions.DEFAULT));
        assertTrue(e.getMessage().contains(advice), e.getMessage());
    }

    /** A lossless frame that claims to be much larger than the picture. */
    @Test
    void webpSamplesMayNotBeLargerThanTheCanvas() {
        byte[] file = TestPixels.file("orient_6.webp");
        int sizes = 12 + 18 + 8 + 1;
        assertEquals(47, file[sizes] & 0xFF, "the frame is 48 pixels wide");
        file[sizes + 1] |= 0x3F;
        IOException e = assertThrows(IOException.class, () -> ImageInput.load(file, "FILE", ImageInputOptions.DEFAULT));
        assertTrue(e.getMessage().contains("on a canvas of 48x64"), e.getMessage());
    }
}
