package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.raster.BufferedImagePixels;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.codec.container.Limits;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.PackLibrary;
import io.nacre.models.Tensor;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;

/**
 * Speed without start-up, from bytes in memory to 8-bit RGB and back, with the parts of decoding apart:
 * {@code SpeedBenchmark FOLDER} takes the PNG pictures of a folder and one of twelve megapixels enlarged from the first.
 * Medians over rounds, after warming up.
 */
public final class SpeedBenchmark {
    private static final int ROUNDS = 7;
    private static final double[] QUALITIES = {15, 40, 70};

    private SpeedBenchmark() {}

    private interface Work {
        void run() throws Exception;
    }

    public static void main(String[] args) throws Exception {
        List<Pixels> pictures = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of(args[0]))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".png")).sorted().limit(6).toList()) {
                pictures.add(BufferedImagePixels.of(ImageIO.read(file.toFile())));
            }
            BufferedImage first = ImageIO.read(Files.list(Path.of(args[0]))
                    .filter(f -> f.toString().endsWith(".png"))
                    .sorted()
                    .findFirst()
                    .orElseThrow()
                    .toFile());
            pictures.add(BufferedImagePixels.of(enlarged(first)));
        }
        System.out.printf("%-10s %7s %7s %6s %12s %12s%n", "picture", "threads", "quality", "bpp", "encode MP/s", "decode MP/s");
        for (int threads : new int[] {1, 2}) {
            try (ImageModel model =
                    new ImageModel(new PackLibrary(null).byName("image-fidelity"), GraphRuntime.on(Device.CPU), threads)) {
                speed(model, threads, pictures.subList(0, pictures.size() - 1), "0.4 MP");
                speed(model, threads, pictures.subList(pictures.size() - 1, pictures.size()), "12.6 MP");
                if (threads == 1) {
                    parts(model, pictures.get(0));
                }
            }
        }
    }

    private static BufferedImage enlarged(BufferedImage picture) {
        BufferedImage large = new BufferedImage(4096, 3072, BufferedImage.TYPE_3BYTE_BGR);
        Graphics2D g = large.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        // Twelve mirrored copies at twice the size rather than one at six times: detail like that of a camera.
        for (int y = 0; y < 3; y++) {
            for (int x = 0; x < 3; x++) {
                g.drawImage(picture, x * 1536, y * 1024, 1536, 1024, null);
            }
        }
        g.dispose();
        return large;
    }

    private static void speed(ImageModel model, int threads, List<Pixels> pictures, String name) throws Exception {
        double megapixels = 0;
        for (Pixels p : pictures) {
            megapixels += 1e-6 * p.width() * p.height();
        }
        for (double quality : QUALITIES) {
            List<byte[]> files = new ArrayList<>();
            double encode = median(() -> {
                files.clear();
                for (Pixels p : pictures) {
                    files.add(encode(model, p, quality));
                }
            });
            double decode = median(() -> {
                for (byte[] file : files) {
                    try (DecodedImage image = new ImageDecoder(model).decode(open(file), null, Progress.NONE)) {
                        image.readRgb();
                    }
                }
            });
            double bits = files.stream().mapToDouble(f -> 8.0 * f.length).sum();
            System.out.printf(Locale.ROOT, "%-10s %7d %7.0f %6.2f %12.1f %12.1f%n", name, threads, quality,
                    bits / megapixels / 1e6, megapixels / encode, megapixels / decode);
        }
    }

    private static void parts(ImageModel model, Pixels picture) throws Exception {
        for (double quality : QUALITIES) {
            ContainerReader file = open(encode(model, picture, quality));
            TileGrid grid = new TileGrid(picture.width(), picture.height(), file.header().tileSize());
            int q = file.header().quality();
            Receiver receiver = model.receiver();
            TileParser parser = new TileParser(receiver, q, false);
            List<TileSymbols> symbols = new ArrayList<>();
            double parse = median(() -> {
                symbols.clear();
                for (int t = 0; t < grid.count(); t++) {
                    symbols.add(parser.parse(file.tile(t), grid.geometry(t)).symbols());
                }
            });
            double rows = median(() -> {
                for (TileSymbols s : symbols) {
                    receiver.rowPredictor.rows(s.z, s.geometry.zHeight(), s.geometry.zWidth(), receiver.step(q));
                }
            });
            double means = median(() -> {
                for (TileSymbols s : symbols) {
                    try (LatentMeans m = new LatentMeans(receiver, s.geometry)) {
                        m.predict(s.z, q);
                        m.refine(s);
                        m.rebuild(s, receiver.gains.at(receiver.share(q)));
                    }
                }
            });
            double synthesis;
            try (Tensor y = Tensor.allocate(1, receiver.spec.latentChannels(), grid.latentHeight(), grid.latentWidth());
                    Tensor rgb = Tensor.allocate(1, 3, 16L * grid.latentHeight(), 16L * grid.latentWidth())) {
                synthesis = median(() -> receiver.synthesis.run(Map.of("y", y), Map.of("rgb", rgb)));
                byte[] out = new byte[3 * picture.width() * picture.height()];
                Rectangle all = new Rectangle(0, 0, grid.latentWidth(), grid.latentHeight());
                double samples = median(() -> Band.into(out, 0, picture.width())
                        .put(model, rgb, all, new Rectangle(0, 0, picture.width(), picture.height()), 0));
                System.out.printf(Locale.ROOT,
                        "  one picture of 0.4 MP, quality %.0f, ms on one core: row predictor %.1f, parse without it %.1f, "
                                + "hyper and context %.1f, synthesis %.1f, samples %.1f%n",
                        quality, 1e3 * rows, 1e3 * (parse - rows), 1e3 * means, 1e3 * synthesis, 1e3 * samples);
            }
        }
    }

    private static byte[] encode(ImageModel model, Pixels picture, double quality) throws IOException {
        EncodeOptions options = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Quality(quality));
        return new ImageEncoder(model).encode(picture, Metadata.NONE, options, Progress.NONE);
    }

    private static ContainerReader open(byte[] file) throws IOException {
        return ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
    }

    private static double median(Work work) throws Exception {
        double[] seconds = new double[ROUNDS];
        for (int i = -2; i < ROUNDS; i++) {
            long start = System.nanoTime();
            work.run();
            if (i >= 0) {
                seconds[i] = 1e-9 * (System.nanoTime() - start);
            }
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }
}
