package io.nacre.codec.image;

import com.sun.management.OperatingSystemMXBean;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.metrics.BdRate;
import io.nacre.codec.metrics.Psnr;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import io.nacre.models.Device;
import io.nacre.models.GraphRuntime;
import io.nacre.models.PackLibrary;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * What higher efforts bring and cost: {@code EffortBenchmark KODAK EFFORTS} with efforts separated by commas. Rate at
 * equal PSNR of the 8-bit picture against the least effort, on eight pictures at four qualities, with two threads. Times
 * are those of all processors together, of one run after a warm-up.
 */
public final class EffortBenchmark {
    private static final List<String> PICTURES = List.of("01", "04", "08", "13", "19", "20", "23", "24");
    private static final double[] QUALITIES = {15, 40, 65, 90};

    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private EffortBenchmark() {}

    private record Curve(double[] rate, double[] psnr, double[] seconds) {
        Curve() {
            this(new double[QUALITIES.length], new double[QUALITIES.length], new double[QUALITIES.length]);
        }
    }

    public static void main(String[] args) throws Exception {
        List<Integer> efforts = Arrays.stream(args[1].split(",")).map(Integer::valueOf).toList();
        Map<Integer, Curve> means = new TreeMap<>();
        Map<Integer, Double> bdRates = new TreeMap<>();
        try (ImageModel model =
                new ImageModel(new PackLibrary(null).byName("image-fidelity"), GraphRuntime.on(Device.CPU), 2)) {
            System.out.printf("pack %s, two threads%n", model.packId());
            for (String name : PICTURES) {
                Path file = Path.of(args[0], "kodim" + name + ".png");
                Pixels pixels = ImageInput.load(file, ImageInputOptions.DEFAULT).pixels();
                curve(model, pixels, EncodeOptions.MIN_EFFORT);
                Curve plain = curve(model, pixels, EncodeOptions.MIN_EFFORT);
                add(means, EncodeOptions.MIN_EFFORT, plain);
                for (int effort : efforts) {
                    Curve curve = curve(model, pixels, effort);
                    add(means, effort, curve);
                    double percent = percent(plain, curve);
                    bdRates.merge(effort, percent / PICTURES.size(), Double::sum);
                    System.out.printf(Locale.ROOT, "%s effort %d  %+.2f %%  %s bpp%n", name, effort, percent,
                            Arrays.toString(curve.rate));
                }
            }
        }
        Curve plain = means.get(EncodeOptions.MIN_EFFORT);
        means.forEach((effort, mean) -> System.out.printf(Locale.ROOT,
                "effort %d  BD-rate of the means %+.2f %%, mean of the pictures' %+.2f %%, %.2f CPU s/megapixel, PSNR %s%n",
                effort, percent(plain, mean), bdRates.getOrDefault(effort, 0.0),
                Arrays.stream(mean.seconds).average().orElseThrow(), Arrays.toString(mean.psnr)));
    }

    private static double percent(Curve plain, Curve curve) {
        return BdRate.rate(plain.rate, plain.psnr, curve.rate, curve.psnr).percent();
    }

    private static void add(Map<Integer, Curve> means, int effort, Curve curve) {
        Curve mean = means.computeIfAbsent(effort, e -> new Curve());
        for (int i = 0; i < QUALITIES.length; i++) {
            mean.rate[i] += curve.rate[i] / PICTURES.size();
            mean.psnr[i] += curve.psnr[i] / PICTURES.size();
            mean.seconds[i] += curve.seconds[i] / PICTURES.size();
        }
    }

    private static Curve curve(ImageModel model, Pixels pixels, int effort) throws IOException {
        int width = pixels.width();
        int height = pixels.height();
        byte[] original = new byte[3 * width * height];
        int[] row = new int[4 * width];
        for (int y = 0; y < height; y++) {
            pixels.read(0, y, width, row);
            for (int i = 0; i < 3 * width; i++) {
                original[3 * y * width + i] = (byte) row[i / 3 * 4 + i % 3];
            }
        }
        Curve curve = new Curve();
        for (int i = 0; i < QUALITIES.length; i++) {
            EncodeOptions options =
                    EncodeOptions.DEFAULT.withTarget(new EncodeTarget.Quality(QUALITIES[i])).withEffort(effort);
            long start = PROCESS.getProcessCpuTime();
            byte[] file = new ImageEncoder(model).encode(pixels, Metadata.NONE, options, Progress.NONE);
            curve.seconds[i] = (PROCESS.getProcessCpuTime() - start) / 1e3 / (width * height);
            curve.rate[i] = 8.0 * file.length / (width * height);
            ContainerReader reader = ContainerReader.open(ByteBuffer.wrap(file), Limits.DEFAULT);
            try (DecodedImage image = new ImageDecoder(model).decode(reader, null, Progress.NONE)) {
                curve.psnr[i] = Psnr.of(original, image.readRgb());
            }
        }
        return curve;
    }
}
