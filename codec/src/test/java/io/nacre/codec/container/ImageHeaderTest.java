package io.nacre.codec.container;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.nacre.models.PackId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ImageHeaderTest {
    @ParameterizedTest
    @CsvSource({
        "1, 1, 64, 1, 1",
        "64, 65, 64, 1, 2",
        "513, 512, 512, 2, 1",
        "2147483647, 2147483647, 64, 33554432, 33554432",
        "2147483647, 1, 4096, 524288, 1"
    })
    void tilesCoverThePicture(int width, int height, int tileSize, long across, long down) {
        ImageHeader header = header(width, height, 0, tileSize);
        assertEquals(across, header.tilesAcross());
        assertEquals(down, header.tilesDown());
        assertEquals(across * down, header.tileCount());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 0, 64",
        "1, 0, 0, 64",
        "-1, 1, 0, 64",
        "1, 1, -1, 64",
        "1, 1, 1009, 64",
        "1, 1, 0, 0",
        "1, 1, 0, 100",
        "1, 1, 0, 4160"
    })
    void valuesOutOfRangeAreRefused(int width, int height, int quality, int tileSize) {
        assertThrows(IllegalArgumentException.class, () -> header(width, height, quality, tileSize));
    }

    @Test
    void packIdIsSixteenHexDigits() {
        assertEquals("00000000000000ab", new PackId(0xAB).toString());
        assertEquals("8000000000000001", new PackId(Long.MIN_VALUE + 1).toString());
    }

    private static ImageHeader header(int width, int height, int quality, int tileSize) {
        return new ImageHeader(width, height, false, false, false, false, new PackId(1), quality, tileSize);
    }
}
