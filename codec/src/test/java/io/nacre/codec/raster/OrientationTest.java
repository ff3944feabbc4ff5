package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {
    /** Where the stored row 0 and the stored column 0 are seen, by EXIF's table. */
    private static final String[][] SEEN_AT = {
        {"top", "left"},
        {"top", "right"},
        {"bottom", "right"},
        {"bottom", "left"},
        {"left", "top"},
        {"right", "top"},
        {"right", "bottom"},
        {"left", "bottom"}
    };

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void viewFollowsTheTableOfExif(int orientation) {
        int seed = 40 + orientation;
        TestPixels stored = TestPixels.random(7, 4, 255, false, true, new SplittableRandom(seed));
        boolean transposed = orientation >= 5;
        TestPixels seen = new TestPixels(transposed ? 4 : 7, transposed ? 7 : 4, 255, false, true);
        for (int row = 0; row < 4; row++) {
            for (int column = 0; column < 7; column++) {
                int[] at = new int[2];
                place(SEEN_AT[orientation - 1][0], row, seen, at);
                place(SEEN_AT[orientation - 1][1], column, seen, at);
                System.arraycopy(stored.rgba, 4 * (row * 7 + column), seen.rgba, 4 * (at[1] * seen.width() + at[0]), 4);
            }
        }
        Pixels view = OrientedPixels.of(stored, orientation);
        seen.assertSame(view, "seed " + seed);
        int[] piece = new int[8];
        view.read(1, 3, 2, piece);
        int from = 4 * (3 * seen.width() + 1);
        assertEquals(Arrays.toString(Arrays.copyOfRange(seen.rgba, from, from + 8)), Arrays.toString(piece));
    }

    private static void place(String side, int distance, Pixels seen, int[] at) {
        switch (side) {
            case "left" -> at[0] = distance;
            case "right" -> at[0] = seen.width() - 1 - distance;
            case "top" -> at[1] = distance;
            default -> at[1] = seen.height() - 1 - distance;
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "orient_1.jpg", "orient_2.jpg", "orient_3.jpg", "orient_4.jpg", "orient_5.jpg", "orient_6.jpg",
                "orient_7.jpg", "orient_8.jpg", "orient_bad_99.jpg", "orient_6.png", "orient_6.webp",
                        "tiff_orient_6.tif"
            })
    void filesAreSeenUpright(String name) throws IOException {
        int[] expected = TestPixels.samples(load("orient_reference.png").pixels());
        int[] actual = TestPixels.samples(load(name).pixels());
        assertEquals(expected.length, actual.length);
        double difference = 0;
        for (int i = 0; i < expected.length; i++) {
            difference += Math.abs(expected[i] - actual[i]);
        }
        double mean = difference / expected.length;
        assertTrue(mean < (name.endsWith(".jpg") ? 2.5 : 1e-9), "mean difference " + mean);
    }

    @ParameterizedTest
    @ValueSource(strings = {"orient_2.jpg", "orient_6.jpg", "orient_6.png", "orient_6.webp"})
    void appliedOrientationIsTakenOutOfTheExif(String name) throws IOException {
        byte[] exif = load(name).metadata().exif();
        assertEquals(1, Exif.orientation(exif));
    }

    @Test
    void onlyTheOrientationChangesInTheExif() throws IOException {
        // Both byte orders; one tag, as SHORT or as LONG.
        byte[][] blocks = {
            {'I', 'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 1, 3, 0, 1, 0, 0, 0, 6, 0, 0, 0, 9, 9},
            {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 9, 9},
            {'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 1, 0x12, 0, 4, 0, 0, 0, 1, 0, 0, 0, 6, 9, 9}
        };
        for (byte[] block : blocks) {
            assertEquals(6, Exif.orientation(block));
            byte[] expected = block.clone();
            for (int i = 18; i < 22; i++) {
                expected[i] = expected[i] == 6 ? 1 : expected[i];
            }
            assertEquals(Arrays.toString(expected), Arrays.toString(Exif.upright(block)));
        }
    }

    @Test
    void unreadableExifIsUpright() {
        assertEquals(1, Exif.orientation(new byte[0]));
        assertEquals(1, Exif.orientation(new byte[] {'I', 'I', 42, 0, -1, -1, -1, 127, 1, 0}));
        assertEquals(1, Exif.orientation("not a TIFF structure".getBytes(StandardCharsets.US_ASCII)));
    }

    private static ImageInput.Loaded load(String name) throws IOException {
        return ImageInput.load(TestPixels.file(name), name, ImageInputOptions.DEFAULT);
    }
}
