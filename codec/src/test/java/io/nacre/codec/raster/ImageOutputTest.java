package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageOutputTest {
    private static final byte[] EXIF = {
        'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0
    };
    private static final byte[] XMP = "<x:xmpmeta>\u00E4</x:xmpmeta>".getBytes(StandardCharsets.UTF_8);
    private static final byte[] RGB_PROFILE =
            ICC_Profile.getInstance(ColorSpace.CS_LINEAR_RGB).getData();
    private static final ImageInputOptions KEEP_ICC = new ImageInputOptions(true, 1 << 24, 1 << 16);

    static Stream<Arguments> exactFormats() {
        List<Arguments> cases = new ArrayList<>();
        for (String format : new String[] {"png", "PAM", "ppm", "pgm", "pnm", "tiff", "tif", "bmp"}) {
            for (int maximum : new int[] {255, 65535}) {
                for (int channels = 1; channels <= 4; channels++) {
                    boolean grey = channels <= 2;
                    boolean alpha = channels % 2 == 0;
                    boolean holdsAlpha = format.matches("png|PAM|tiff?");
                    boolean fits = (holdsAlpha || !alpha)
                            && (!format.equals("pgm") || grey)
                            && (!format.equals("ppm") || !grey)
                            && (!format.equals("bmp") || maximum == 255);
                    if (fits) {
                        cases.add(Arguments.of(format, maximum, grey, alpha));
                    }
                }
            }
        }
        return cases.stream();
    }

    @ParameterizedTest
    @MethodSource("exactFormats")
    void losslessFormatsComeBackExactly(String format, int maximum, boolean grey, boolean alpha) throws IOException {
        int[][] sizes = {{1, 1}, {1, 5}, {7, 1}, {63, 65}, {300, 90}};
        for (int[] size : sizes) {
            long seed = 1000L * size[0] + size[1];
            TestPixels picture = TestPixels.random(size[0], size[1], maximum, grey, alpha, new SplittableRandom(seed));
            byte[] file = write(picture, format, Metadata.NONE);
            picture.assertSame(
                    load(file, ImageInputOptions.DEFAULT).pixels(), size[0] + "x" + size[1] + ", seed " + seed);
        }
    }

    @Test
    void greyAsPpmHasThreeEqualChannels() throws IOException {
        TestPixels grey = TestPixels.random(5, 4, 255, true, false, new SplittableRandom(3));
        Pixels back = load(write(grey, "ppm", Metadata.NONE), ImageInputOptions.DEFAULT)
                .pixels();
        assertArrayEquals(grey.rgba, TestPixels.samples(back));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void jpegComesClose(boolean grey) throws IOException {
        TestPixels ramp = new TestPixels(40, 30, 65535, grey, false);
        for (int i = 0; i < ramp.rgba.length; i += 4) {
            int x = i / 4 % 40;
            int y = i / 4 / 40;
            ramp.rgba[i] = x * 1600;
            ramp.rgba[i + 1] = grey ? x * 1600 : y * 2100;
            ramp.rgba[i + 2] = grey ? x * 1600 : 30000;
            ramp.rgba[i + 3] = 65535;
        }
        Pixels back = load(write(ramp, "jpg", Metadata.NONE), ImageInputOptions.DEFAULT)
                .pixels();
        assertEquals(grey, back.grey());
        int[] samples = TestPixels.samples(back);
        double difference = 0;
        for (int i = 0; i < samples.length; i++) {
            difference += Math.abs(samples[i] - ramp.rgba[i] / 257.0);
        }
        assertTrue(difference / samples.length < 2, "mean difference " + difference / samples.length);
    }

    @ParameterizedTest
    @CsvSource({"png, true", "jpeg, true", "tiff, false"})
    void metadataSurvives(String format, boolean exif) throws IOException {
        TestPixels picture = TestPixels.random(9, 9, 255, false, false, new SplittableRandom(5));
        byte[] file = write(picture, format, new Metadata(EXIF, RGB_PROFILE, XMP));
        Metadata back = load(file, KEEP_ICC).metadata();
        assertArrayEquals(exif ? EXIF : null, back.exif());
        assertArrayEquals(RGB_PROFILE, back.icc());
        assertArrayEquals(XMP, back.xmp());
    }

    @Test
    void longProfilesAreSplitOverJpegSegments() throws IOException {
        // Padding after the last tag is allowed and makes the profile longer than a segment.
        byte[] profile = Arrays.copyOf(RGB_PROFILE, 150_000);
        ByteBuffer.wrap(profile).putInt(0, profile.length);
        TestPixels picture = TestPixels.random(8, 8, 255, false, false, new SplittableRandom(6));
        byte[] file = write(picture, "jpg", new Metadata(null, profile, null));
        assertArrayEquals(profile, load(file, KEEP_ICC).metadata().icc());
    }

    @Test
    void notesTellWhatAFormatCannotHold() throws IOException {
        TestPixels grey = TestPixels.random(4, 4, 255, true, false, new SplittableRandom(7));
        Metadata all = new Metadata(EXIF, RGB_PROFILE, XMP);
        assertEquals(List.of("metadata left out: BMP holds none"), notes(grey, "bmp", all));
        assertEquals(List.of("metadata left out: PGM holds none"), notes(grey, "pgm", all));
        assertEquals(
                List.of("ICC profile left out: it does not fit the picture's channels"),
                notes(grey, "png", new Metadata(null, RGB_PROFILE, null)));
        assertEquals(
                List.of("XMP of 70000 bytes left out: too long for JPEG"),
                notes(grey, "jpg", new Metadata(null, null, new byte[70_000])));
        assertEquals(List.of(), notes(grey, "png", Metadata.NONE));
    }

    @ParameterizedTest
    @CsvSource({"jpg, true", "bmp, true", "ppm, true", "pgm, false", "webp, false", "xyz, false"})
    void refusesWhatAFormatCannotHold(String format, boolean alpha) {
        TestPixels picture = TestPixels.random(4, 4, 255, false, alpha, new SplittableRandom(8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThrows(
                UnsupportedImageException.class,
                () -> ImageOutput.write(RowSource.of(picture), out, format, Metadata.NONE));
        assertEquals(0, out.size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "ppm", "tiff", "jpg", "bmp"})
    void failuresOfTheSourceComeThrough(String format) {
        TestPixels picture = TestPixels.random(4, 4, 255, false, false, new SplittableRandom(9));
        RowSource failing = new CheckedRows(picture, 2);
        IOException e = assertThrows(
                IOException.class,
                () -> ImageOutput.write(failing, new ByteArrayOutputStream(), format, Metadata.NONE));
        assertEquals("row 2", e.getMessage());
        assertNull(e.getCause());
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "pam", "ppm", "tiff", "jpg", "bmp"})
    void rowsAreAskedForOnceFromTopToBottom(String format) throws IOException {
        TestPixels picture = TestPixels.random(5, 20, 255, false, false, new SplittableRandom(10));
        CheckedRows rows = new CheckedRows(picture, Integer.MAX_VALUE);
        ImageOutput.write(rows, new ByteArrayOutputStream(), format, Metadata.NONE);
        assertEquals(20, rows.next);
    }

    private static byte[] write(Pixels pixels, String format, Metadata metadata) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageOutput.write(RowSource.of(pixels), out, format, metadata);
        return out.toByteArray();
    }

    private static List<String> notes(Pixels pixels, String format, Metadata metadata) throws IOException {
        return ImageOutput.write(RowSource.of(pixels), new ByteArrayOutputStream(), format, metadata);
    }

    private static ImageInput.Loaded load(byte[] file, ImageInputOptions options) throws IOException {
        return ImageInput.load(file, "test", options);
    }

    /** Rows that must be asked for in order; one of them may fail. */
    private static final class CheckedRows implements RowSource {
        private final Pixels pixels;
        private final int failing;
        private int next;

        CheckedRows(Pixels pixels, int failing) {
            this.pixels = pixels;
            this.failing = failing;
        }

        @Override
        public int width() {
            return pixels.width();
        }

        @Override
        public int height() {
            return pixels.height();
        }

        @Override
        public int maximum() {
            return pixels.maximum();
        }

        @Override
        public boolean grey() {
            return pixels.grey();
        }

        @Override
        public boolean alpha() {
            return pixels.alpha();
        }

        @Override
        public void readRow(int y, int[] rgba) throws IOException {
            assertEquals(next++, y);
            if (y == failing) {
                throw new IOException("row " + y);
            }
            pixels.read(0, y, width(), rgba);
        }
    }
}
