package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Borders of tiles and windows can't be measured in what the shipped model makes. */
class SeamTest {
    private static ImageModel model;

    @BeforeAll
    static void open() throws ModelException {
        model = Fixture.shipped(2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource({"SCENE,513", "GRADIENT,513", "TEXT,513", "NOISE,513", "SCENE,1025", "TEXT,2049"})
    void windowsAndTheWholeDifferByLessThanALevel(TestPicture.Kind kind, int width) throws Exception {
        TestPicture picture = TestPicture.of(kind, width, 200);
        byte[] file = Fixture.encode(model, picture, 60, 512);
        int[] whole = Fixture.decode(model, file, null, 4096);
        for (int windowSize : new int[] {128, 512}) {
            int difference = Fixture.largestDifference(whole, Fixture.decode(model, file, null, windowSize));
            assertTrue(difference <= 1, "windows of " + windowSize + " differ by " + difference);
        }
    }

    @ParameterizedTest
    @CsvSource({"SCENE,513", "GRADIENT,513", "TEXT,513", "SCENE,1025"})
    void tilesCostNoFidelityAndErrorsAtTheirBordersAreAsElsewhere(TestPicture.Kind kind, int side) throws Exception {
        TestPicture picture = TestPicture.of(kind, side, 300);
        int[] original = Fixture.samples(picture);
        int[] tiled = Fixture.decode(model, Fixture.encode(model, picture, 60, 256));
        int[] whole = Fixture.decode(model, Fixture.encode(model, picture, 60, 2048));
        double fidelity = Fixture.psnr(original, tiled, 255);
        double loss = Fixture.psnr(original, whole, 255) - fidelity;
        // Above 45 dB a few hundredths are made by single symbols, and nothing can be seen.
        assertTrue(loss < 0.02 || fidelity > 45, "tiles cost " + loss + " dB of " + (fidelity + loss));
        double border = 0;
        double inside = 0;
        int borders = 0;
        int insides = 0;
        for (int x = 64; x < side - 64; x++) {
            double error = 0;
            for (int y = 0; y < 256; y++) {
                for (int c = 0; c < 3; c++) {
                    int i = 4 * (y * side + x) + c;
                    error += Math.pow(original[i] - tiled[i], 2);
                }
            }
            if (x % 256 < 2 || x % 256 > 253) {
                border += error;
                borders++;
            } else if (x % 16 < 2 || x % 16 > 13) { // blocks' edges are compared with blocks' edges
                inside += error;
                insides++;
            }
        }
        double borderError = border / borders / 768;
        double insideError = inside / insides / 768;
        // Below a mean squared error of 4 (42 dB) nothing can be seen, whatever the ratio.
        assertTrue(
                borderError < 1.35 * insideError || borderError < 4,
                "mean squared error " + borderError + " at the tiles' borders, " + insideError + " at other blocks'");
    }
}
