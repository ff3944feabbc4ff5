package io.nacre.codec.raster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PnmReaderTest {
    /** Files as Latin-1 text, their maximum, and the first channel of their pixels. */
    static Stream<Arguments> files() {
        return Stream.of(
                arguments("P1 # comment\n3 2 101 0 1 0", 255, "[0, 255, 0, 255, 0, 255]"),
                arguments("P2\n2 2\n# maximum\n9\n0 3 6 9", 255, "[0, 85, 170, 255]"),
                arguments("P2 2 1 1000 500 1000", 65535, "[32768, 65535]"),
                arguments("P3 1 2 255 7 8 9 10 11 12", 255, "[7, 10]"),
                arguments("P4 9 1\n\u0080\u0080", 255, "[0, 255, 255, 255, 255, 255, 255, 255, 0]"),
                arguments("P5 3 1 200\n\0d\u00c8", 255, "[0, 128, 255]"),
                arguments("P5 2 1 40000\n\u009c@N ", 65535, "[65535, 32768]"),
                arguments("P6 2 1 255\n\u00ff\u0001\u0002\u0080\u0003\u0004", 255, "[255, 128]"),
                arguments(
                        "P7\n# by hand\nWIDTH 2\nHEIGHT 1\nDEPTH 2\nMAXVAL 1\nTUPLTYPE BLACKANDWHITE_ALPHA\nENDHDR\n"
                                + "\u0001\u0001\0\0",
                        255,
                        "[255, 0]"),
                arguments("Pf 1 2 -1\n\0\0\0?\0\0\u0080?", 65535, "[65535, 32768]"),
                arguments("Pf 2 1 1.0\n?\0\0\0\0\0\0\0", 65535, "[32768, 0]"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void readsAllKinds(String file, int maximum, String expected) throws IOException {
        Pixels pixels = ImageInput.load(file.getBytes(StandardCharsets.ISO_8859_1), "test", ImageInputOptions.DEFAULT)
                .pixels();
        assertEquals(maximum, pixels.maximum());
        int[] samples = TestPixels.samples(pixels);
        int[] first = new int[samples.length / 4];
        Arrays.setAll(first, i -> samples[4 * i]);
        assertEquals(expected, Arrays.toString(first));
    }
}
