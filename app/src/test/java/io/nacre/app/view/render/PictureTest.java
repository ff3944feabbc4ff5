package io.nacre.app.view.render;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.nacre.codec.raster.Pixels;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** Which samples a picture keeps. */
class PictureTest {
    /** A picture of 16 bits that only a decoder's rows give. */
    private record Wide(int width, int height) implements RowSource {
        @Override
        public int maximum() {
            return 65535;
        }

        @Override
        public boolean grey() {
            return false;
        }

        @Override
        public boolean alpha() {
            return true;
        }

        @Override
        public void readRow(int y, int[] rgba) {
            for (int i = 0; i < 4 * width; i++) {
                rgba[i] = (i * 2111 + y * 7919) & 0xFFFF;
            }
        }
    }

    @Test
    void keepsSixteenBitsOfADecoder() throws IOException {
        Wide rows = new Wide(17, 5);
        Picture picture = Picture.of(rows);
        int[] expected = new int[4 * 17];
        int[] actual = new int[4 * 17];
        for (int y = 0; y < 5; y++) {
            rows.readRow(y, expected);
            picture.exact().read(0, y, 17, actual);
            assertArrayEquals(expected, actual);
        }
        assertEquals(65535, picture.exact().maximum());
    }

    @Test
    void doesNotCopyOpaqueSamplesToMeasureThem() throws IOException {
        Picture picture = Pictures.noise(30, 20, 3);
        assertSame(picture.full().rgb(), picture.flat().rgb());
    }

    @Test
    void measuresTransparencyAsWhite() throws IOException {
        Picture picture = Pictures.of(2, 1, true, (x, y) -> x == 0 ? 0x00112233 : 0xFF112233);
        assertArrayEquals(
                new byte[] {-1, -1, -1, 0x11, 0x22, 0x33}, picture.flat().rgb());
    }

    @Test
    void aSinglePixelIsAPicture() {
        Picture picture = Pictures.flat(1, 1, 0x010203);
        assertEquals(0, picture.indexFor(Viewport.MIN_ZOOM));
        assertEquals(1, picture.width());
    }

    @Test
    void levelsRoundUp() {
        Picture picture = Pictures.flat(1025, 3, 0x808080);
        assertEquals(513, picture.level(1).width());
        assertEquals(2, picture.level(1).height());
        Pixels level = picture.level(picture.indexFor(0.1));
        assertEquals(129, level.width());
    }
}
