package io.nacre.codec.image;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.fuzz.EditedFile;
import io.nacre.codec.fuzz.FuzzBytes;
import io.nacre.codec.fuzz.Seeds;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.ByteBuffer;

/** Whole picture files from bytes to samples, with the toy pack, and back. */
class ImageDecoderFuzzTest {
    private static final Limits LIMITS = Limits.DEFAULT.withPixels(1 << 16);
    private static final ImageModel MODEL = model();

    private static ImageModel model() {
        try {
            return Fixture.tiny(1);
        } catch (ModelException e) {
            throw new AssertionError(e);
        }
    }

    @FuzzTest
    void bytes(byte[] file) throws IOException {
        decode(file);
    }

    @FuzzTest
    void editedBoxes(byte[] input) throws IOException {
        decode(EditedFile.of(Seeds.file(0), new FuzzBytes(input)));
    }

    private static void decode(byte[] file) throws IOException {
        try {
            read(new ImageDecoder(MODEL, 128), ContainerReader.open(ByteBuffer.wrap(file), LIMITS));
        } catch (FormatException | CorruptStreamException | LimitExceededException | ModelException e) {
            // as declared
        }
        try {
            ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(file), LIMITS);
            if (reader.kind() == Kind.PICTURE) {
                read(new ImageDecoder(MODEL, 128).salvaging(), reader);
            }
        } catch (FormatException | LimitExceededException | ModelException e) {
            // as declared; a tile's corrupt stream is not, while salvaging
        }
    }

    private static void read(ImageDecoder decoder, ContainerReader file) throws IOException {
        try (DecodedImage image = decoder.decode(file, null, Progress.NONE)) {
            int[] row = new int[4 * image.width()];
            for (int y = 0; y < image.height(); y++) {
                image.readRow(y, row);
                for (int sample : row) {
                    if (sample < 0 || sample > image.maximum()) {
                        throw new AssertionError("a sample of " + sample);
                    }
                }
            }
            image.lostTiles();
        }
    }

    /** Any raster of any shape comes back with its shape, its alpha close and opaque and transparent pixels exact. */
    @FuzzTest
    void roundTrip(byte[] input) throws IOException {
        FuzzBytes in = new FuzzBytes(input);
        Raster raster = new Raster(
                in.between(1, 150),
                in.between(1, 150),
                in.bit() ? 255 : 65_535,
                in.bit(),
                in.bit(),
                64 * in.between(1, 3),
                in.between(0, 100),
                in.rest());
        EncodeOptions options = new EncodeOptions(
                new EncodeTarget.Quality(raster.quality()), raster.tileSize(), EncodeOptions.MIN_EFFORT);
        byte[] file = new ImageEncoder(MODEL).encode(raster, Metadata.NONE, options, Progress.NONE);
        int[] decoded = Fixture.decode(MODEL, file);
        int[] original = Fixture.samples(raster);
        int step = raster.maximum() / 255;
        for (int i = 3; i < decoded.length && raster.alpha(); i += 4) {
            int was = original[i] / step;
            int is = decoded[i] / step;
            boolean end = was == 0 || was == 255 || is == 0 || is == 255;
            if (Math.abs(was - is) > 2 || (end && was != is)) {
                throw new AssertionError("alpha " + was + " became " + is);
            }
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Raster(
            int width, int height, int maximum, boolean grey, boolean alpha, int tileSize, int quality, byte[] content)
            implements Pixels {
        @Override
        public void read(int x, int y, int count, int[] rgba) {
            for (int i = 0; i < count; i++) {
                for (int c = 0; c < 4; c++) {
                    int place = 4 * (y * width + x + i) + (grey && c < 3 ? 0 : c);
                    int value = content.length == 0 ? 0 : content[place % content.length] & 0xFF;
                    rgba[4 * i + c] = (c == 3 && !alpha ? 255 : value) * (maximum / 255);
                }
            }
        }
    }
}
