package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;
import io.nacre.models.PackLibrary;
import java.awt.Rectangle;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.HashMap;
import java.util.Map;

/** The frozen toy pack of the tests, synthetic pictures, and the arrays that the exporter wrote beside the pack. */
final class Fixture {
    private Fixture() {}

    static ModelPack tinyPack() {
        return pack("image-tiny.zip");
    }

    /** The same pack with gradient graphs. */
    static ModelPack tinyRefinePack() {
        return pack("image-tiny-refine.zip");
    }

    private static ModelPack pack(String resource) {
        try (InputStream in = Fixture.class.getResourceAsStream(resource)) {
            return ModelPack.open(in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ImageModel tiny(int threads) throws ModelException {
        return new ImageModel(tinyPack(), GraphRuntime.on(Device.CPU), threads);
    }

    static ImageModel tinyRefine(int threads) throws ModelException {
        return new ImageModel(tinyRefinePack(), GraphRuntime.on(Device.CPU), threads);
    }

    static ImageModel shipped(int threads) throws ModelException {
        return new ImageModel(new PackLibrary(null).byName("image-fidelity"), GraphRuntime.on(Device.CPU), threads);
    }

    /** An array of the exporter's, row-major. */
    record Values(int[] shape, float[] values) {}

    static Map<String, Values> arrays() throws IOException {
        return arrays("image-tiny.fixtures");
    }

    static Map<String, Values> arrays(String resource) throws IOException {
        Map<String, Values> arrays = new HashMap<>();
        try (DataInputStream in = new DataInputStream(Fixture.class.getResourceAsStream(resource))) {
            while (true) {
                byte[] name;
                try {
                    name = new byte[in.readUnsignedShort()];
                } catch (EOFException e) {
                    return arrays;
                }
                in.readFully(name);
                int[] shape = new int[in.readUnsignedByte()];
                int count = 1;
                for (int i = 0; i < shape.length; i++) {
                    shape[i] = in.readInt();
                    count *= shape[i];
                }
                float[] values = new float[count];
                for (int i = 0; i < count; i++) {
                    values[i] = in.readFloat();
                }
                arrays.put(new String(name, java.nio.charset.StandardCharsets.UTF_8), new Values(shape, values));
            }
        }
    }

    static byte[] encode(ImageModel model, Pixels pixels, double quality, int tileSize) throws IOException {
        return encode(model, pixels, quality, tileSize, EncodeOptions.MIN_EFFORT);
    }

    static byte[] encode(ImageModel model, Pixels pixels, double quality, int tileSize, int effort) throws IOException {
        EncodeOptions options = new EncodeOptions(new EncodeTarget.Quality(quality), tileSize, effort);
        return new ImageEncoder(model).encode(pixels, Metadata.NONE, options, Progress.NONE);
    }

    static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    /** All samples of a decoded part, four a pixel. */
    static int[] decode(ImageModel model, byte[] file, Rectangle crop, int windowSize) throws IOException {
        try (DecodedImage image = new ImageDecoder(model, windowSize).decode(open(file), crop, Progress.NONE)) {
            int[] samples = new int[4 * image.width() * image.height()];
            int[] row = new int[4 * image.width()];
            for (int y = 0; y < image.height(); y++) {
                image.readRow(y, row);
                System.arraycopy(row, 0, samples, y * row.length, row.length);
            }
            return samples;
        }
    }

    static int[] decode(ImageModel model, byte[] file) throws IOException {
        return decode(model, file, null, 2048);
    }

    static int[] samples(Pixels pixels) {
        int[] all = new int[4 * pixels.width() * pixels.height()];
        int[] row = new int[4 * pixels.width()];
        for (int y = 0; y < pixels.height(); y++) {
            pixels.read(0, y, pixels.width(), row);
            System.arraycopy(row, 0, all, y * row.length, row.length);
        }
        return all;
    }

    static double psnr(int[] a, int[] b, int maximum) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            if ((i & 3) != 3) {
                double d = (a[i] - b[i]) / (double) maximum;
                sum += d * d;
            }
        }
        return -10 * Math.log10(sum / (a.length / 4 * 3));
    }

    static int largestDifference(int[] a, int[] b) {
        int most = 0;
        for (int i = 0; i < a.length; i++) {
            most = Math.max(most, Math.abs(a[i] - b[i]));
        }
        return most;
    }
}
