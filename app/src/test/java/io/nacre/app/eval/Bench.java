package io.nacre.app.eval;

import io.nacre.app.eval.EvalOptions.Existing;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.PictureMedium;
import io.nacre.app.picture.RgbPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** A folder of pictures and one for results. */
final class Bench {
    final Path pictures;
    final Path out;
    private EvalOptions options;

    Bench(Path folder) throws IOException {
        pictures = Files.createDirectories(folder.resolve("pictures"));
        out = folder.resolve("out");
        picture("b, \"c\".png", 61, 40, 1);
        picture("a.png", 180, 190, 2);
        picture("sub/d.png", 33, 47, 3);
        Files.writeString(pictures.resolve("notes.txt"), "no picture");
        Files.writeString(pictures.resolve(".hidden"), "no picture either");
        options = new EvalOptions(
                pictures,
                out,
                0,
                List.of(Metric.PSNR_RGB, Metric.PSNR_Y, Metric.MS_SSIM),
                1,
                Existing.REFUSE,
                "fake",
                List.of());
    }

    /** Noise over a slope. */
    void picture(String name, int width, int height, long seed) throws IOException {
        SplittableRandom random = new SplittableRandom(seed);
        byte[] rgb = new byte[3 * width * height];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (i / 3 % width * 200L / width + random.nextInt(56));
        }
        Path file = pictures.resolve(name);
        Files.createDirectories(file.getParent());
        new PictureMedium().write(new RgbPicture(width, height, rgb), "png", file);
    }

    Bench existing(Existing existing) {
        return with(options.metrics(), options.points(), options.jobs(), existing, options.references());
    }

    Bench jobs(int jobs) {
        return with(options.metrics(), options.points(), jobs, options.existing(), options.references());
    }

    Bench points(int points) {
        return with(options.metrics(), points, options.jobs(), options.existing(), options.references());
    }

    Bench metrics(Metric... metrics) {
        return with(Arrays.asList(metrics), options.points(), options.jobs(), options.existing(), options.references());
    }

    Bench reference(Path file) {
        return with(options.metrics(), options.points(), options.jobs(), options.existing(), List.of(file));
    }

    private Bench with(List<Metric> metrics, int points, int jobs, Existing existing, List<Path> references) {
        options = new EvalOptions(pictures, out, points, metrics, jobs, existing, options.anchor(), references);
        return this;
    }

    EvalRun run(FakeCodec... codecs) throws IOException, InterruptedException {
        return run(EvalProgress.NONE, codecs);
    }

    EvalRun run(EvalProgress progress, FakeCodec... codecs) throws IOException, InterruptedException {
        CodecCatalog.Opened<RgbPicture> opened = new CodecCatalog.Opened<>(List.of(codecs), List.of());
        return Evaluation.run(new Pictures(), options, opened, "test", progress);
    }

    /** {@code per-item.csv} without times. */
    List<List<String>> table() throws IOException {
        return Csv.parse(Files.readString(out.resolve("per-item.csv"))).stream()
                .map(fields -> fields.subList(0, fields.size() - 7))
                .toList();
    }
}
