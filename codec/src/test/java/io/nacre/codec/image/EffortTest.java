package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.raster.Metadata;
import io.nacre.models.ModelException;
import java.io.InterruptedIOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Higher efforts: better files for the same decoder, whatever the threads. */
class EffortTest {
    private static ImageModel shipped;
    private static ImageModel tiny;

    @BeforeAll
    static void open() throws ModelException {
        shipped = Fixture.shipped(2);
        tiny = Fixture.tinyRefine(2);
    }

    @AfterAll
    static void close() {
        tiny.close();
        shipped.close();
    }

    @Test
    void costsFallWithEffort() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 192, 128);
        for (double quality : new double[] {20, 70}) {
            double plain = cost(picture, quality, 3);
            double searched = cost(picture, quality, 6);
            double refined = cost(picture, quality, 8);
            assertTrue(searched < 0.998 * plain, "quality " + quality + ": " + searched + " after " + plain);
            assertTrue(refined < 0.997 * searched, "quality " + quality + ": " + refined + " after " + searched);
        }
    }

    /** Bits plus squared error as training weighed it for the quality. */
    private static double cost(TestPicture picture, double quality, int effort) throws Exception {
        byte[] file = Fixture.encode(shipped, picture, quality, 512, effort);
        int[] original = Fixture.samples(picture);
        double psnr = Fixture.psnr(original, Fixture.decode(shipped, file), 255);
        double squaredError = original.length / 4 * 3 * Math.pow(10, -psnr / 10);
        return 8 * file.length + shipped.sender().searchSpec().bitsPerSquaredError(quality / 100) * squaredError;
    }

    @ParameterizedTest
    @EnumSource(TestPicture.Kind.class)
    void everyKindIsParsedAsItWasCoded(TestPicture.Kind kind) throws Exception {
        TestPicture picture = new TestPicture(kind, 200, 136, 255, false, kind == TestPicture.Kind.SCENE);
        for (double quality : new double[] {0, 50, 100}) {
            // The parser compares the symbols with the sender's checksum.
            Fixture.decode(tiny, Fixture.encode(tiny, picture, quality, 128, 7));
        }
    }

    @ParameterizedTest
    @CsvSource({"1,1", "7,5", "16,300", "129,64", "300,257"})
    void anySizeGoesThrough(int width, int height) throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, width, height);
        double plain = Fixture.psnr(
                Fixture.samples(picture), Fixture.decode(tiny, Fixture.encode(tiny, picture, 80, 128)), 255);
        byte[] file = Fixture.encode(tiny, picture, 80, 128, 8);
        double psnr = Fixture.psnr(Fixture.samples(picture), Fixture.decode(tiny, file), 255);
        assertTrue(psnr > plain - 0.5, psnr + " dB, without search " + plain);
    }

    @Test
    void bytesDoNotDependOnThreads() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 300, 200);
        for (int effort : new int[] {5, 7}) {
            byte[] reference = Fixture.encode(tiny, picture, 60, 128, effort);
            for (int threads : new int[] {1, 5}) {
                try (ImageModel other = Fixture.tinyRefine(threads)) {
                    byte[] file = Fixture.encode(other, picture, 60, 128, effort);
                    assertArrayEquals(reference, file, "effort " + effort + ", " + threads + " threads");
                }
            }
        }
    }

    @Test
    void refinementOfTilesLeavesNoSeam() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 256, 128);
        int[] original = Fixture.samples(picture);
        int[] decoded = Fixture.decode(shipped, Fixture.encode(shipped, picture, 40, 128, 7));
        double seam = 0;
        double all = 0;
        for (int i = 0; i < original.length; i++) {
            if ((i & 3) != 3) {
                double square = Math.pow(original[i] - decoded[i], 2);
                int x = i / 4 % 256;
                seam += x >= 124 && x < 132 ? square / (8 * 128 * 3) : 0;
                all += square / (256 * 128 * 3);
            }
        }
        assertTrue(seam < 2 * all, "squared error " + seam + " at the border of tiles, " + all + " in all");
    }

    @Test
    void targetsAreMetFromBelow() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 160, 128);
        ImageEncoder encoder = new ImageEncoder(shipped);
        EncodeOptions options = EncodeOptions.DEFAULT.withEffort(7);
        for (int size : new int[] {700, 2400}) {
            EncodeOptions bytes = options.withTarget(new EncodeTarget.Bytes(size));
            int length = encoder.encode(picture, Metadata.NONE, bytes, Progress.NONE).length;
            assertTrue(length <= size && length >= 0.97 * size, length + " bytes for " + size);
        }
        EncodeOptions psnr = options.withTarget(new EncodeTarget.Psnr(34));
        byte[] file = encoder.encode(picture, Metadata.NONE, psnr, Progress.NONE);
        double reached = Fixture.psnr(Fixture.samples(picture), Fixture.decode(shipped, file), 255);
        assertTrue(reached >= 34 && reached < 34.1, "PSNR " + reached);
        int plain = encoder.encode(picture, Metadata.NONE, psnr.withEffort(3), Progress.NONE).length;
        assertTrue(file.length < plain, file.length + " bytes, without search " + plain);
    }

    @Test
    void transparentSamplesCostNothing() throws Exception {
        TestPicture whole = TestPicture.of(TestPicture.Kind.SCENE, 128, 128);
        TestPicture round = new TestPicture(TestPicture.Kind.SCENE, 128, 128, 255, false, true);
        byte[] file = Fixture.encode(shipped, round, 60, 512, 7);
        int[] decoded = Fixture.decode(shipped, file);
        int[] original = Fixture.samples(whole);
        double sum = 0;
        int count = 0;
        for (int i = 0; i < decoded.length; i += 4) {
            if (decoded[i + 3] == 255) {
                sum += Math.pow(decoded[i] - original[i], 2);
                count++;
            }
        }
        assertTrue(10 * Math.log10(255.0 * 255 * count / sum) > 30, sum / count + " where it can be seen");
        assertTrue(file.length < Fixture.encode(shipped, whole, 60, 512, 7).length);
    }

    @Test
    void aSearchCanBeInterrupted() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.NOISE, 512, 512);
        CountDownLatch begun = new CountDownLatch(1);
        AtomicReference<Throwable> end = new AtomicReference<>();
        Thread encoding = new Thread(() -> {
            try {
                EncodeOptions options = new EncodeOptions(new EncodeTarget.Quality(90), 64, 9);
                new ImageEncoder(shipped).encode(picture, Metadata.NONE, options, (done, total) -> begun.countDown());
            } catch (Exception e) {
                end.set(e);
            }
        });
        encoding.start();
        Thread.sleep(200);
        encoding.interrupt();
        encoding.join();
        assertInstanceOf(InterruptedIOException.class, end.get());
        // The threads are free again.
        TestPicture small = TestPicture.of(TestPicture.Kind.SCENE, 64, 64);
        assertTrue(Fixture.encode(shipped, small, 50, 64, 7).length > 0);
        assertEquals(1, begun.getCount(), "the search went on");
    }

    @Test
    void aPackWithoutGradientsSaysSo() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 64, 64);
        try (ImageModel model = Fixture.tiny(1)) {
            for (int effort : new int[] {5, 9}) {
                ModelException e =
                        assertThrows(ModelException.class, () -> Fixture.encode(model, picture, 50, 64, effort));
                assertTrue(e.getMessage().contains("refine"), e.getMessage());
            }
        }
        for (int effort : new int[] {Integer.MIN_VALUE, 2, 10}) {
            assertThrows(IllegalArgumentException.class, () -> EncodeOptions.DEFAULT.withEffort(effort));
        }
    }

    @Test
    void damagedSearchSpecsAreRefused() throws Exception {
        SearchSpec spec = SearchSpec.parse("{\"lambdaLow\": 0.001, \"lambdaHigh\": 0.1}".getBytes());
        assertEquals(10, spec.bitsPerSquaredError(0.5) / spec.bitsPerSquaredError(0), 1e-9);
        for (String json : new String[] {
            "",
            "{",
            "{}",
            "{\"lambdaLow\": 0.1}",
            "{\"lambdaLow\": -1, \"lambdaHigh\": 1}",
            "{\"lambdaLow\": \"x\", \"lambdaHigh\": 1}",
            "{\"lambdaLow\": 1e999, \"lambdaHigh\": 1}"
        }) {
            assertThrows(ModelException.class, () -> SearchSpec.parse(json.getBytes()), json);
        }
    }
}
