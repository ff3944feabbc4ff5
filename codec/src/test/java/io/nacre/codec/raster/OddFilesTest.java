package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.LimitExceededException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of many formats against what another program makes of them. */
class OddFilesTest {
    static Stream<List<String>> expectations() {
        return new String(TestPixels.file("expected.csv"), StandardCharsets.UTF_8)
                .lines()
                .skip(1)
                .filter(line -> !line.startsWith("photo.")) // read by Pillow, refused here
                .map(line -> List.of(line.split(",", -1)));
    }

    @ParameterizedTest
    @MethodSource("expectations")
    void readsSizeAndColours(List<String> row) throws IOException {
        String name = row.get(0);
        Pixels pixels = ImageInput.load(TestPixels.file(name), name, ImageInputOptions.DEFAULT)
                .pixels();
        assertEquals(row.get(1) + "x" + row.get(2), pixels.width() + "x" + pixels.height());
        int[] samples = TestPixels.samples(pixels);
        double tolerance = row.get(3).equals("CMYK") ? 2 : 1;
        for (int channel = 0; channel < 3; channel++) {
            double sum = 0;
            for (int i = channel; i < samples.length; i += 4) {
                sum += samples[i];
            }
            double mean = sum * 4 / samples.length * 255 / pixels.maximum();
            assertEquals(Double.parseDouble(row.get(5 + channel)), mean, tolerance, "channel " + channel);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "jpeg_grey.jpg, jpeg, true, false",
        "jpeg_named.png, jpeg, false, false",
        "jpeg_lossless.jpg, jpeg, true, false",
        "png_1bit.png, png, true, false",
        "png_la8.png, png, true, true",
        "png_palette_trns.png, png, false, true",
        "png_rgb_trns.png, png, false, true",
        "tiff_whiteiszero.tif, tiff, true, false",
        "webp_alpha.webp, webp, false, true",
        "webp_animated.webp, webp, false, false",
        "gif_transparent.gif, gif, false, true",
        "pnm_p4.pbm, pnm, true, false"
    })
    void knowsFormatAndChannels(String name, String format, boolean grey, boolean alpha) throws IOException {
        ImageInput.Loaded loaded = ImageInput.load(TestPixels.file(name), name, ImageInputOptions.DEFAULT);
        assertEquals(format, loaded.format());
        assertEquals(grey, loaded.pixels().grey());
        assertEquals(alpha, loaded.pixels().alpha());
    }

    @ParameterizedTest
    @CsvSource({
        "gif_animated.gif, first of 3 frames",
        "webp_animated.webp, first of 3 frames",
        "png_animated.png, animated PNG: only the still picture of 3 frames is used",
        "icon.ico, largest of 3 pictures",
        "jpeg_icc_garbage.jpg, 'ICC profile unusable, samples taken as sRGB'",
        "jpeg_cmyk_icc.jpg, CMYK converted to sRGB",
        "jpeg_cmyk_noicc.jpg, CMYK without profile converted by the plain formula"
    })
    void saysWhatTheUserShouldKnow(String name, String note) throws IOException {
        assertEquals(
                List.of(note),
                ImageInput.load(TestPixels.file(name), name, ImageInputOptions.DEFAULT)
                        .notes());
    }

    @ParameterizedTest
    @CsvSource({
        "bad_zero_width.png, the png data is damaged",
        "bad_header_only.jpg, the JPEG file is cut short",
        "bad_truncated_half.jpg, the JPEG file is cut short or damaged",
        "bad_truncated.png, the PNG file is cut short",
        "empty.png, the file is empty",
        "text_named.png, not a picture of a known format",
        "photo.jxl, JPEG XL cannot be read; convert it with: djxl",
        "photo.avif, AVIF cannot be read; convert it with: avifdec"
    })
    void refusesInOneSentence(String name, String sentence) {
        IOException e = assertThrows(
                IOException.class,
                () -> ImageInput.load(TestPixels.file(name), "in " + name, ImageInputOptions.DEFAULT));
        assertTrue(e.getMessage().startsWith("in " + name + ": " + sentence), e.getMessage());
        assertEquals(1, e.getMessage().lines().count());
    }

    @ParameterizedTest
    @CsvSource({"bad_claims_60000x60000.png, --max-pixels", "bad_claims_2147483647x1.png, --max-side"})
    void refusesHugeClaimsBeforeAllocating(String name, String option) {
        IOException e = assertThrows(
                LimitExceededException.class,
                () -> ImageInput.load(TestPixels.file(name), name, ImageInputOptions.DEFAULT));
        assertTrue(e.getMessage().contains(option), e.getMessage());
    }

    @Test
    void limitsAreThoseOfTheOptions() throws IOException {
        byte[] file = TestPixels.file("size_7x5.png");
        ImageInput.load(file, "exact", new ImageInputOptions(false, 35, 7));
        assertThrows(
                LimitExceededException.class, () -> ImageInput.load(file, "x", new ImageInputOptions(false, 34, 7)));
        assertThrows(
                LimitExceededException.class, () -> ImageInput.load(file, "x", new ImageInputOptions(false, 35, 6)));
        assertThrows(IllegalArgumentException.class, () -> new ImageInputOptions(false, 0, 1));
    }

    @Test
    void readsFilesOfAnyName(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("sp ace 'quote' [1] \u00E4\u03BB.txt");
        Files.write(file, TestPixels.file("size_7x5.png"));
        ImageInput.Loaded loaded = ImageInput.load(file, ImageInputOptions.DEFAULT);
        assertEquals("png", loaded.format());
        Files.delete(file);
        assertFalse(Files.exists(file));
        assertThrows(NoSuchFileException.class, () -> ImageInput.load(file, ImageInputOptions.DEFAULT));
        assertThrows(UnsupportedImageException.class, () -> ImageInput.load(folder, ImageInputOptions.DEFAULT));
    }
}
