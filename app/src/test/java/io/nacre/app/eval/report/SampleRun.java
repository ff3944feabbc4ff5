package io.nacre.app.eval.report;

import io.nacre.app.eval.BdEntry;
import io.nacre.app.eval.Curve;
import io.nacre.app.eval.CurvePoint;
import io.nacre.app.eval.EvalOptions;
import io.nacre.app.eval.EvalRun;
import io.nacre.app.eval.Item;
import io.nacre.app.eval.ItemResult;
import io.nacre.app.eval.Machine;
import io.nacre.app.eval.Metric;
import io.nacre.app.eval.PictureItem;
import io.nacre.app.eval.Speed;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.codec.metrics.BdPsnr;
import io.nacre.codec.metrics.BdRate;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/** A run whose numbers are drawn by chance, with everything in it that a report has to show. */
final class SampleRun {
    static final String HOSTILE = "<script>alert('1')</script> & \"{{script}}\" \uD800\u0001\u202E%2f#?.png";

    private static final List<String> SETTINGS = List.of("q=10", "q=40", "q=60", "q=80", "q=95");
    private static final int WIDTH = 96;
    private static final int HEIGHT = 64;

    private final Path folder;
    private final SplittableRandom random;
    private final List<Metric> metrics = Metric.of(MediaKind.PICTURE);
    private final List<CodecInfo> codecs = List.of(codec("nacre", "Nacre"), codec("webp", "Web<P> & co"));

    private SampleRun(Path folder, long seed) {
        this.folder = folder;
        this.random = new SplittableRandom(seed);
    }

    /** With pictures below the folder. */
    static EvalRun whole(Path folder, long seed) throws IOException {
        return new SampleRun(folder, seed).run();
    }

    /** No coding came to an end. */
    static EvalRun failed(Path folder, long seed) throws IOException {
        EvalRun run = whole(folder, seed);
        List<ItemResult> results = run.results().stream()
                .map(result -> failure(result.item(), result.codec(), result.setting()))
                .toList();
        List<Curve> curves = run.codecs().stream()
                .map(codec -> new Curve(codec.id(), false, List.of()))
                .toList();
        return with(run, run.items(), run.codecs(), results, curves);
    }

    /** With other curves. */
    static EvalRun withCurves(Path folder, long seed, List<Curve> curves) throws IOException {
        EvalRun run = whole(folder, seed);
        return with(run, run.items(), run.codecs(), run.results(), curves);
    }

    /** Not even a codec. */
    static EvalRun empty(Path folder, long seed) throws IOException {
        return with(whole(folder, seed), List.of(), List.of(), List.of(), List.of());
    }

    private static EvalRun with(
            EvalRun run, List<Item> items, List<CodecInfo> codecs, List<ItemResult> results, List<Curve> curves) {
        return new EvalRun(
                run.date(),
                run.version(),
                run.machine(),
                run.options(),
                items,
                codecs,
                run.missing(),
                results,
                curves,
                List.of(),
                List.of(),
                run.warnings());
    }

    private EvalRun run() throws IOException {
        List<Item> items = new ArrayList<>();
        List<ItemResult> results = new ArrayList<>();
        for (String name : List.of("street.png", HOSTILE)) {
            Path own = Files.createDirectories(folder.resolve("pictures").resolve("item " + items.size()));
            items.add(new PictureItem(name, "00", WIDTH, HEIGHT, picture(own.resolve("original.png"))));
            for (CodecInfo codec : codecs) {
                for (String setting : SETTINGS) {
                    Path decoded = setting.equals("q=95") ? null : own.resolve(codec.id() + setting + ".png");
                    results.add(result(name, codec.id(), setting, decoded == null ? null : picture(decoded)));
                }
            }
        }
        results.add(failure(HOSTILE, "webp", "q=99"));
        List<Curve> curves = List.of(
                curve("nacre", false, SETTINGS),
                curve("webp", false, SETTINGS),
                curve("vtm <9.1>", true, List.of("", "")));
        return new EvalRun(
                Instant.parse("2026-03-01T12:34:56Z"),
                "1.2.3 <beta>",
                new Machine("Linux & co", "Processor <X>", 2, 8L << 30, "17"),
                new EvalOptions(
                        folder,
                        folder,
                        0,
                        metrics,
                        1,
                        EvalOptions.Existing.REPLACE,
                        "webp",
                        List.of(Path.of("refs.csv"))),
                items,
                codecs,
                List.of(missing()),
                results,
                curves,
                deltas(),
                List.of(new Speed("nacre", way(), way()), new Speed("webp", way(), way())),
                List.of("Something <odd> & \"strange\"."));
    }

    private static CodecInfo codec(String id, String title) {
        return new CodecInfo(
                id,
                id,
                MediaKind.PICTURE,
                title,
                "preset <" + id + ">",
                id.equals("nacre") ? List.of() : List.of("enc", "{in}", "{out}", "<{q}>"),
                id.equals("nacre") ? List.of() : List.of("dec", "{in}", "{out}"),
                SETTINGS,
                "version 4.5 of " + id,
                "r",
                id.equals("nacre") ? 0.456 : 0,
                null);
    }

    private static CodecInfo missing() {
        return new CodecInfo(
                "absent",
                "absent",
                MediaKind.PICTURE,
                "Absent",
                "preset",
                List.of("absentenc"),
                List.of("absentdec"),
                List.of(),
                null,
                null,
                0,
                new CodecInfo.MissingTool("absentenc", "absent-tools"));
    }

    private ItemResult result(String item, String codec, String setting, Path decoded) {
        double bpp = random.nextDouble(0.1, 2);
        long bytes = Math.round(bpp * WIDTH * HEIGHT / 8);
        return new ItemResult(item, codec, setting, bytes, bpp, values(bpp), cost(), cost(), null, decoded);
    }

    private static ItemResult failure(String item, String codec, String setting) {
        return new ItemResult(
                item, codec, setting, 0, 0, Map.of(), null, null, "crashed with <status> 139 & \"no\" output", null);
    }

    private Curve curve(String codec, boolean reference, List<String> settings) {
        List<CurvePoint> points = new ArrayList<>();
        for (int i = 0; i < settings.size(); i++) {
            double bpp = 0.2 + 0.3 * i + random.nextDouble(0.1);
            Map<String, Double> pooled = new TreeMap<>();
            if (!reference) {
                metrics.stream().filter(Metric::isPsnr).forEach(one -> pooled.put(one.id(), value(one, bpp)));
            }
            points.add(new CurvePoint(settings.get(i), bpp, values(bpp), pooled));
        }
        return new Curve(codec, reference, points);
    }

    private Map<String, Double> values(double bpp) {
        Map<String, Double> values = new TreeMap<>();
        metrics.forEach(metric -> values.put(metric.id(), value(metric, bpp)));
        return values;
    }

    private double value(Metric metric, double bpp) {
        double noise = random.nextDouble(0.01);
        return metric == Metric.MS_SSIM ? 1 - (0.03 + noise) / bpp : 30 + 5 * Math.log(bpp) + noise;
    }

    private List<BdEntry> deltas() {
        List<BdEntry> entries = new ArrayList<>();
        for (Metric metric : metrics) {
            entries.add(new BdEntry(
                    "nacre",
                    "webp",
                    metric.id(),
                    new BdRate(-random.nextDouble(50), 27.125, 38.875, 0.75),
                    new BdPsnr(random.nextDouble(3), 0.25, 1.5, 0.25),
                    "The curves share only 25 % of the shorter one's range."));
            entries.add(new BdEntry("webp", "vtm <9.1>", metric.id(), null, null, "anchor has <2 points>"));
        }
        return entries;
    }

    private Cost cost() {
        return new Cost(random.nextDouble(0.01, 9), random.nextDouble(0.01, 9), random.nextLong(1 << 28) + 1);
    }

    private Speed.Way way() {
        return new Speed.Way(random.nextDouble(0.1, 90), random.nextDouble(0.01, 9), random.nextLong(1 << 28) + 1);
    }

    private Path picture(Path file) throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, random.nextInt(1 << 24));
            }
        }
        ImageIO.write(image, "png", file.toFile());
        return file;
    }
}
