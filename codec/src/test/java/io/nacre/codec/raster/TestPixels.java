package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;

/** A picture held plainly, for comparison, and the files that tests read. */
final class TestPixels extends AbstractPixels {
    /** R G B A, row after row. */
    final int[] rgba;

    TestPixels(int width, int height, int maximum, boolean grey, boolean alpha) {
        super(width, height, maximum, grey, alpha);
        rgba = new int[4 * width * height];
    }

    /** Noise of given properties; alpha, if there is some, is not opaque everywhere. */
    static TestPixels random(int width, int height, int maximum, boolean grey, boolean alpha, SplittableRandom random) {
        TestPixels pixels = new TestPixels(width, height, maximum, grey, alpha);
        for (int i = 0; i < pixels.rgba.length; i += 4) {
            for (int channel = 0; channel < 4; channel++) {
                pixels.rgba[i + channel] = random.nextInt(maximum + 1);
            }
            if (grey) {
                pixels.rgba[i + 1] = pixels.rgba[i];
                pixels.rgba[i + 2] = pixels.rgba[i];
            }
            if (!alpha) {
                pixels.rgba[i + 3] = maximum;
            }
        }
        if (alpha) {
            pixels.rgba[3] = random.nextInt(maximum);
        }
        return pixels;
    }

    static byte[] file(String name) {
        try (InputStream in = TestPixels.class.getResourceAsStream("/odd/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All samples of a picture. */
    static int[] samples(Pixels pixels) {
        int[] row = new int[4 * pixels.width()];
        int[] all = new int[row.length * pixels.height()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.read(0, y, pixels.width(), row);
            System.arraycopy(row, 0, all, y * row.length, row.length);
        }
        return all;
    }

    void assertSame(Pixels actual, String message) {
        assertEquals(
                width() + "x" + height() + "/" + maximum() + " grey " + grey() + " alpha " + alpha(),
                actual.width() + "x" + actual.height() + "/" + actual.maximum() + " grey " + actual.grey() + " alpha "
                        + actual.alpha(),
                message);
        assertArrayEquals(rgba, samples(actual), message);
    }

    @Override
    void readChecked(int x, int y, int count, int[] target) {
        System.arraycopy(rgba, 4 * (y * width() + x), target, 0, 4 * count);
    }
}
