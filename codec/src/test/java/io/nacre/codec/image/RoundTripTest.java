package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.raster.Metadata;
import io.nacre.models.ModelException;
import java.awt.Rectangle;
import java.util.Arrays;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RoundTripTest {
    private static ImageModel model;

    @BeforeAll
    static void open() throws ModelException {
        model = Fixture.tiny(2);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    @ParameterizedTest
    @CsvSource({"1,1", "1,300", "300,1", "7,5", "16,16", "63,65", "64,64", "129,17", "255,191", "300,257"})
    void anySizeComesBackWithItsSize(int width, int height) throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, width, height);
        byte[] file = Fixture.encode(model, picture, 80, 128);
        int[] decoded = Fixture.decode(model, file);
        assertEquals(4 * width * height, decoded.length);
        double psnr = Fixture.psnr(Fixture.samples(picture), decoded, 255);
        assertTrue(psnr > 27, "PSNR " + psnr);
    }

    @ParameterizedTest
    @EnumSource(TestPicture.Kind.class)
    void everyKindIsParsedAsItWasCodedAtEveryQuality(TestPicture.Kind kind) throws Exception {
        TestPicture picture = TestPicture.of(kind, 200, 136);
        for (double quality : new double[] {0, 12.34, 50, 87.5, 100}) {
            // The parser compares the symbols with the sender's checksum.
            Fixture.decode(model, Fixture.encode(model, picture, quality, 128));
        }
    }

    @Test
    void qualityBuysBytesAndFidelity() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 256, 192);
        int[] original = Fixture.samples(picture);
        int size = 0;
        double psnr = 0;
        for (double quality : new double[] {0, 25, 50, 75, 100}) {
            byte[] file = Fixture.encode(model, picture, quality, 512);
            double reached = Fixture.psnr(original, Fixture.decode(model, file), 255);
            assertTrue(file.length > size && reached > psnr, "at " + quality + ": " + file.length + ", " + reached);
            size = file.length;
            psnr = reached;
        }
    }

    @Test
    void bytesDoNotDependOnThreads() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 700, 420);
        byte[] reference = Fixture.encode(model, picture, 60, 128);
        for (int threads : new int[] {1, 3, 7}) {
            try (ImageModel other = Fixture.tiny(threads)) {
                assertArrayEquals(reference, Fixture.encode(other, picture, 60, 128), threads + " threads");
                assertArrayEquals(Fixture.decode(model, reference), Fixture.decode(other, reference));
            }
        }
    }

    @Test
    void aCropParsesOnlyItsTilesAndOneRing() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 1000, 800);
        byte[] file = Fixture.encode(model, picture, 50, 128);
        int[] whole = Fixture.decode(model, file);
        for (Rectangle crop : new Rectangle[] {
            new Rectangle(0, 0, 1, 1),
            new Rectangle(300, 300, 50, 40),
            new Rectangle(999, 0, 1, 800),
            new Rectangle(130, 250, 500, 260),
            new Rectangle(0, 0, 1000, 800)
        }) {
            int[] part = Fixture.decode(model, file, crop, 2048);
            for (int y = 0; y < crop.height; y++) {
                int from = 4 * ((crop.y + y) * 1000 + crop.x);
                int[] expected = Arrays.copyOfRange(whole, from, from + 4 * crop.width);
                int[] got = Arrays.copyOfRange(part, 4 * y * crop.width, 4 * (y + 1) * crop.width);
                assertTrue(Fixture.largestDifference(expected, got) <= 1, crop + " row " + y);
            }
        }
        try (DecodedImage image =
                new ImageDecoder(model).decode(Fixture.open(file), new Rectangle(300, 300, 50, 40), Progress.NONE)) {
            image.readRow(0, new int[200]);
            assertEquals(9, image.tilesParsed()); // 300..350 lies in tile 2, whose ring of 96 pixels touches 1 and 3
        }
        ImageDecoder decoder = new ImageDecoder(model);
        ContainerReader reader = Fixture.open(file);
        assertThrows(
                IllegalArgumentException.class,
                () -> decoder.decode(reader, new Rectangle(990, 0, 20, 20), Progress.NONE));
    }

    @Test
    void sixteenBitsKeepTheirSteps() throws Exception {
        TestPicture ramp = new TestPicture(TestPicture.Kind.GRADIENT, 512, 128, 65535, true, false);
        byte[] file = Fixture.encode(model, ramp, 100, 512);
        int[] decoded = Fixture.decode(model, file);
        long levels = Arrays.stream(decoded).distinct().count();
        assertTrue(levels > 1024, levels + " levels");
        assertTrue(Fixture.psnr(Fixture.samples(ramp), decoded, 65535) > 38);
    }

    @Test
    void greyComesBackGreyAndBinaryAlphaExactly() throws Exception {
        TestPicture picture = new TestPicture(TestPicture.Kind.SCENE, 333, 222, 255, true, true);
        byte[] file = Fixture.encode(model, picture, 60, 128);
        int[] original = Fixture.samples(picture);
        try (DecodedImage image = new ImageDecoder(model).decode(Fixture.open(file), null, Progress.NONE)) {
            assertTrue(image.grey() && image.alpha());
        }
        int[] decoded = Fixture.decode(model, file);
        for (int i = 0; i < decoded.length; i += 4) {
            assertEquals(decoded[i], decoded[i + 1]);
            assertEquals(decoded[i], decoded[i + 2]);
            assertEquals(original[i + 3], decoded[i + 3], "alpha of pixel " + i / 4);
        }
        int[] crop = Fixture.decode(model, file, new Rectangle(100, 50, 200, 150), 64);
        for (int y = 0; y < 150; y++) {
            for (int x = 0; x < 200; x++) {
                assertEquals(original[4 * ((50 + y) * 333 + 100 + x) + 3], crop[4 * (y * 200 + x) + 3]);
            }
        }
    }

    @Test
    void aTargetIsMetFromBelow() throws Exception {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 500, 300);
        try (ImageModel shipped = Fixture.shipped(2)) {
            ImageEncoder encoder = new ImageEncoder(shipped);
            for (int size : new int[] {4000, 15000}) {
                EncodeOptions options = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Bytes(size));
                int length = encoder.encode(picture, Metadata.NONE, options, Progress.NONE).length;
                assertTrue(length <= size && length >= 0.97 * size, length + " bytes for " + size);
            }
            EncodeOptions bpp = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.BitsPerPixel(0.5));
            int length = encoder.encode(picture, Metadata.NONE, bpp, Progress.NONE).length;
            assertTrue(length <= 9375 && length >= 0.97 * 9375, length + " bytes for 0.5 bpp");
            EncodeOptions psnr = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Psnr(34));
            byte[] file = encoder.encode(picture, Metadata.NONE, psnr, Progress.NONE);
            double reached = Fixture.psnr(Fixture.samples(picture), Fixture.decode(shipped, file), 255);
            assertTrue(reached >= 34 && reached < 34.1, "PSNR " + reached);
        }
    }

    @Test
    void aTargetOutOfReachIsSaid() {
        TestPicture picture = TestPicture.of(TestPicture.Kind.SCENE, 320, 200);
        for (EncodeTarget target : new EncodeTarget[] {new EncodeTarget.Bytes(90), new EncodeTarget.Psnr(90)}) {
            EncodeOptions options = EncodeOptions.DEFAULT.withTarget(target);
            assertThrows(
                    TargetException.class,
                    () -> new ImageEncoder(model).encode(picture, Metadata.NONE, options, Progress.NONE));
        }
    }
}
