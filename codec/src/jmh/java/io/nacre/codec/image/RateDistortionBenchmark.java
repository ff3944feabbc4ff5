package io.nacre.codec.image;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.metrics.BdRate;
import io.nacre.codec.metrics.MsSsim;
import io.nacre.codec.metrics.Psnr;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.PackLibrary;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Rate and distortion of the shipped pack on a folder of PNG pictures against curves of other codecs:
 * {@code RateDistortionBenchmark FOLDER CURVES.csv [PACKS]}. Rates are lengths of files that were written and read again;
 * PSNR is that of the 8-bit RGB picture, means are over pictures.
 */
public final class RateDistortionBenchmark {
    private static final List<String> RIVALS = List.of("jpeg-420", "webp", "jxl-0.11", "avif-420", "avif-444",
            "bpg-444-x265", "vtm-9.1");
    private static final double LOWEST_RATE = 0.04;
    private static final double HIGHEST_RATE = 3;

    private RateDistortionBenchmark() {}

    private record Curve(double[] rate, double[] psnr, double[] msSsim) {}

    public static void main(String[] args) throws Exception {
        List<Path> files;
        try (Stream<Path> all = Files.list(Path.of(args[0]))) {
            files = all.filter(f -> f.toString().endsWith(".png")).sorted().toList();
        }
        Path written = Files.createTempFile("nacre", ".nacre");
        Curve ours = new Curve(new double[8], new double[8], new double[8]);
        PackLibrary library = new PackLibrary(args.length > 2 ? Path.of(args[2]) : null);
        try (ImageModel model = new ImageModel(library.byName("image-fidelity"), GraphRuntime.on(Device.CPU), 2)) {
            System.out.printf("pack %s, %d pictures%n", model.packId(), files.size());
            for (int i = 0; i < 8; i++) {
                for (Path file : files) {
                    measure(model, file, 100.0 * i / 7, written, ours, i);
                }
                ours.rate[i] /= files.size();
                ours.psnr[i] /= files.size();
                ours.msSsim[i] /= files.size();
                System.out.printf(Locale.ROOT, "quality %5.1f  %.4f bpp  PSNR %.3f  MS-SSIM %.5f%n", 100.0 * i / 7,
                        ours.rate[i], ours.psnr[i], ours.msSsim[i]);
            }
        } finally {
            Files.delete(written);
        }
        for (String rival : RIVALS) {
            Curve anchor = read(Path.of(args[1]), rival);
            BdRate psnr = BdRate.rate(anchor.rate, anchor.psnr, ours.rate, ours.psnr);
            BdRate ssim = BdRate.rate(anchor.rate, decibels(anchor.msSsim), ours.rate, decibels(ours.msSsim));
            System.out.printf(Locale.ROOT,
                    "against %-13s PSNR %+6.1f %% (%.1f..%.1f dB)   MS-SSIM %+6.1f %% (%.1f..%.1f dB)%n", rival,
                    psnr.percent(), psnr.low(), psnr.high(), ssim.percent(), ssim.low(), ssim.high());
        }
    }

    private static void measure(ImageModel model, Path file, double quality, Path written, Curve sum, int point)
            throws IOException {
        Pixels pixels = ImageInput.load(file, ImageInputOptions.DEFAULT).pixels();
        int width = pixels.width();
        int height = pixels.height();
        Files.write(written, encode(model, pixels, quality));
        byte[] original = new byte[3 * width * height];
        int[] row = new int[4 * width];
        for (int y = 0; y < height; y++) {
            pixels.read(0, y, width, row);
            for (int i = 0; i < 3 * width; i++) {
                original[3 * y * width + i] = (byte) row[i / 3 * 4 + i % 3];
            }
        }
        ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(Files.readAllBytes(written)), Limits.DEFAULT);
        try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
            byte[] decoded = image.readRgb();
            sum.rate[point] += 8.0 * Files.size(written) / (width * height);
            sum.psnr[point] += Psnr.of(original, decoded);
            sum.msSsim[point] += MsSsim.of(original, decoded, width, height).orElseThrow();
        }
    }

    private static byte[] encode(ImageModel model, Pixels pixels, double quality) throws IOException {
        EncodeOptions options = EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Quality(quality));
        return new ImageEncoder(model)
                .encode(pixels, io.nacre.codec.raster.Metadata.NONE, options, Progress.NONE);
    }

    private static double[] decibels(double[] msSsim) {
        double[] out = new double[msSsim.length];
        for (int i = 0; i < out.length; i++) {
            out[i] = MsSsim.decibels(msSsim[i]);
        }
        return out;
    }

    /** Columns codec, setting, bpp, psnr_rgb, ms_ssim. */
    private static Curve read(Path csv, String codec) throws IOException {
        List<double[]> points = new ArrayList<>();
        for (String line : Files.readAllLines(csv)) {
            String[] fields = line.split(",", 6);
            if (fields[0].equals(codec)) {
                double rate = Double.parseDouble(fields[2]);
                if (rate >= LOWEST_RATE && rate <= HIGHEST_RATE) {
                    points.add(new double[] {rate, Double.parseDouble(fields[3]), Double.parseDouble(fields[4])});
                }
            }
        }
        return new Curve(column(points, 0), column(points, 1), column(points, 2));
    }

    private static double[] column(List<double[]> points, int column) {
        return points.stream().mapToDouble(p -> p[column]).toArray();
    }
}
