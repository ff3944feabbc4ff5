package io.nacre.codec.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Pixels;
import java.io.IOException;

/** Pictures of other formats from strangers: our scanners, and the guards around readers that are not ours. */
class ImageInputFuzzTest {
    private static final ImageInputOptions OPTIONS = new ImageInputOptions(false, 1 << 16, 1 << 12);

    @FuzzTest
    void bytes(byte[] file) {
        load(file, OPTIONS);
    }

    @FuzzTest
    void bytesWithTheirProfile(byte[] file) {
        load(file, new ImageInputOptions(true, OPTIONS.maxPixels(), OPTIONS.maxSide()));
    }

    private static void load(byte[] file, ImageInputOptions options) {
        try {
            ImageInput.Loaded loaded = ImageInput.load(file, "picture", options);
            Pixels pixels = loaded.pixels();
            if ((long) pixels.width() * pixels.height() > options.maxPixels()) {
                throw new AssertionError(pixels.width() + " x " + pixels.height());
            }
            int[] row = new int[4 * pixels.width()];
            for (int y = 0; y < pixels.height(); y++) {
                pixels.read(0, y, pixels.width(), row);
                for (int sample : row) {
                    if (sample < 0 || sample > pixels.maximum()) {
                        throw new AssertionError("a sample of " + sample);
                    }
                }
            }
        } catch (IOException e) {
            if (e.getMessage() == null || !e.getMessage().startsWith("picture: ")) {
                throw new AssertionError("not a sentence after the name: " + e.getMessage(), e);
            }
        }
    }
}
