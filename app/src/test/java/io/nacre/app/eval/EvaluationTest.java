package io.nacre.app.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.metrics.Psnr;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EvaluationTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void pictures() throws IOException {
        bench = new Bench(folder);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void resultsComeInOrderWhateverTheJobs(int jobs) throws Exception {
        EvalRun run = bench.jobs(jobs).run(FakeCodec.of("fake", 1), FakeCodec.of("other", 2));
        List<String> expected = new ArrayList<>();
        for (String item : List.of("a.png", "b, \"c\".png", "sub/d.png")) {
            for (String codec : List.of("fake", "other")) {
                FakeCodec.STEPS.forEach(step -> expected.add(item + " " + codec + " " + step));
            }
        }
        assertEquals(
                expected,
                run.results().stream()
                        .map(r -> r.item() + " " + r.codec() + " " + r.setting())
                        .toList());
        assertEquals(
                expected,
                bench.table().stream()
                        .skip(1)
                        .map(f -> f.get(0) + " " + f.get(2) + " " + f.get(4))
                        .toList());
        assertEquals(1, run.warnings().size(), run.warnings().toString());
        assertTrue(
                run.warnings().get(0).startsWith("notes.txt is left out: "),
                run.warnings().get(0));
        assertFalse(Files.exists(bench.out.resolve(".work")));
    }

    @Test
    void metricsAreThoseOfWhatWasWrittenAndKept() throws Exception {
        EvalRun run = bench.run(FakeCodec.of("fake", 1));
        ItemResult result = run.results().get(1);
        assertEquals("a.png", result.item());
        byte[] original = samples(run.items().get(0).original());
        byte[] decoded = original.clone();
        for (int i = 0; i < decoded.length; i++) {
            decoded[i] = (byte) Math.min(255, ((decoded[i] & 0xFF) + 32) / 64 * 64);
        }
        assertEquals(Psnr.of(original, decoded), result.metrics().get("psnr_rgb"));
        assertEquals(Psnr.ofLuma(original, decoded), result.metrics().get("psnr_y"));
        assertEquals(Math.round(180 * 190 * 3 / 64.0), result.bytes());
        assertEquals(8.0 * result.bytes() / (180 * 190), result.rate());
        assertTrue(result.metrics().containsKey("ms_ssim"));
        assertFalse(run.results().get(7).metrics().containsKey("ms_ssim"), "61 x 40 is too small for MS-SSIM");
    }

    private static byte[] samples(Path png) throws IOException {
        int[] argb;
        var image = ImageIO.read(png.toFile());
        argb = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        byte[] rgb = new byte[3 * argb.length];
        for (int i = 0; i < rgb.length; i++) {
            rgb[i] = (byte) (argb[i / 3] >> (16 - 8 * (i % 3)));
        }
        return rgb;
    }

    @Test
    void curvesAreMeansOverItems() throws Exception {
        EvalRun run = bench.run(FakeCodec.of("fake", 1));
        CurvePoint point = run.curves().get(0).points().get(2);
        List<ItemResult> at = run.results().stream()
                .filter(r -> r.setting().equals(point.setting()))
                .toList();
        assertEquals("step=32", point.setting());
        assertEquals(at.stream().mapToDouble(ItemResult::rate).average().orElseThrow(), point.rate(), 1e-12);
        double mean = at.stream()
                .mapToDouble(r -> r.metrics().get("psnr_rgb"))
                .average()
                .orElseThrow();
        assertEquals(mean, point.metrics().get("psnr_rgb"), 1e-12);
        double pixels = 180 * 190 + 61 * 40 + 33 * 47;
        double squares = 0;
        for (int i = 0; i < 3; i++) {
            double psnr = at.get(i).metrics().get("psnr_rgb");
            squares += 255 * 255 / Math.pow(10, psnr / 10) * run.items().get(i).size() / pixels;
        }
        assertEquals(10 * Math.log10(255 * 255 / squares), point.pooled().get("psnr_rgb"), 1e-9);
        assertFalse(point.metrics().containsKey("ms_ssim"), "two items are too small");
    }

    @Test
    void failuresAreMarkedAndTheRunGoesOn() throws Exception {
        EvalRun run = bench.run(FakeCodec.of("fake", 1).failingAt("step=16"), FakeCodec.of("other", 1));
        assertEquals(3, run.failures());
        assertEquals(
                "fell over, \"badly\"",
                run.results().stream()
                        .filter(r -> !r.ok())
                        .findFirst()
                        .orElseThrow()
                        .failure());
        assertEquals(5, run.curves().get(0).points().size());
        assertEquals(6, run.curves().get(1).points().size());
        assertTrue(run.warnings().contains("fake failed on 3 of 3 items at step=16, which is left out of its curve."));
        EvalRun again =
                bench.existing(EvalOptions.Existing.RESUME).run(FakeCodec.of("fake", 1), FakeCodec.of("other", 1));
        assertEquals(0, again.failures());
        assertEquals(37, bench.table().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 16})
    void aRunThatWasKilledGoesOn(int codings) throws Exception {
        bench.run(FakeCodec.of("fake", 1));
        List<List<String>> expected = bench.table();
        bench.existing(EvalOptions.Existing.REPLACE);
        FakeCodec killed = FakeCodec.of("fake", 1).diskFullAfter(codings);
        IOException e = assertThrows(IOException.class, () -> bench.run(killed));
        assertEquals("disk full", e.getMessage());
        Path csv = bench.out.resolve("per-item.csv");
        assertEquals(codings + 1, bench.table().size());
        Files.writeString(csv, Files.readString(csv) + "\"b, \"\"c\"\".png\",123"); // a row that was cut short
        FakeCodec rest = FakeCodec.of("fake", 1);
        List<Integer> done = new ArrayList<>();
        EvalRun run = bench.existing(EvalOptions.Existing.RESUME).run((n, total, left, last) -> done.add(n), rest);
        assertEquals(18 - codings, rest.calls.get());
        assertEquals(18 - codings, done.size());
        assertEquals(18, done.get(done.size() - 1));
        assertEquals(expected, bench.table());
        assertEquals(18, run.results().size());
    }

    @Test
    void onlyWhatChangedIsMadeAgain() throws Exception {
        bench.run(FakeCodec.of("fake", 1), FakeCodec.of("other", 1));
        bench.existing(EvalOptions.Existing.RESUME);
        bench.picture("a.png", 180, 190, 77);
        FakeCodec same = FakeCodec.of("fake", 1);
        FakeCodec newer = FakeCodec.of("other", 1.5);
        bench.run(same, newer);
        assertEquals(6, same.calls.get());
        assertEquals(18, newer.calls.get());
        assertEquals(37, bench.table().size());
        // Results of codecs that are not asked for this time are kept.
        bench.run(FakeCodec.of("fake", 1));
        assertEquals(37, bench.table().size());
    }

    @Test
    void resultsAreNotOverwrittenUnasked() throws Exception {
        bench.run(FakeCodec.of("fake", 1));
        IOException e = assertThrows(IOException.class, () -> bench.run(FakeCodec.of("fake", 1)));
        assertTrue(e.getMessage().contains("--resume"), e.getMessage());
        bench.existing(EvalOptions.Existing.RESUME).metrics(Metric.PSNR_RGB);
        e = assertThrows(IOException.class, () -> bench.run(FakeCodec.of("fake", 1)));
        assertTrue(e.getMessage().contains("other columns"), e.getMessage());
        bench.existing(EvalOptions.Existing.REPLACE).run(FakeCodec.of("fake", 1));
        assertEquals(19, bench.table().size());
    }

    @Test
    void pointsAreSpreadOverTheSweep() throws Exception {
        EvalRun run = bench.points(3).run(FakeCodec.of("fake", 1));
        assertEquals(
                List.of("step=96", "step=16", "step=2"), run.codecs().get(0).settings());
        assertEquals(9, run.results().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3})
    void picturesAreKeptNearTheRatesOfTheViewer(int jobs) throws Exception {
        EvalRun run = bench.jobs(jobs).run(FakeCodec.of("fake", 1)); // 24 / step bits per pixel
        for (Item item : run.items()) {
            TreeSet<String> kept = new TreeSet<>();
            run.results().stream()
                    .filter(r -> r.item().equals(item.name()) && r.decoded() != null)
                    .forEach(r -> kept.add(r.setting()));
            assertEquals(new TreeSet<>(List.of("step=96", "step=64", "step=32")), kept);
            try (Stream<Path> files = Files.list(item.original().resolveSibling("fake"))) {
                assertEquals(3, files.count());
            }
        }
        assertEquals(180, ImageIO.read(run.results().get(0).decoded().toFile()).getWidth());
    }

    @Test
    void theSamePictureMayBeThereTwice() throws Exception {
        bench.picture("sub/a.png", 180, 190, 2);
        EvalRun run = bench.jobs(3).run(FakeCodec.of("fake", 1), FakeCodec.of("other", 1));
        assertEquals(0, run.failures());
        List<Long> lengths = run.results().stream().map(ItemResult::bytes).toList();
        assertEquals(4 * 12, lengths.size());
        assertEquals(lengths.subList(0, 12), lengths.subList(24, 36)); // a.png and sub/a.png
    }

    @Test
    void foldersWithoutPicturesAreErrors() throws Exception {
        Path empty = Files.createDirectories(folder.resolve("empty/pictures"));
        Files.writeString(empty.resolve("x.txt"), "nothing");
        List<String> warnings = new ArrayList<>();
        IOException e = assertThrows(
                IOException.class,
                () -> ItemFolder.prepare(empty, new Pictures(), folder.resolve("o"), folder.resolve("o"), warnings));
        assertTrue(e.getMessage().contains("has no picture"), e.getMessage());
        assertThrows(
                IOException.class,
                () -> ItemFolder.prepare(
                        folder.resolve("none"), new Pictures(), folder.resolve("o"), folder.resolve("o"), warnings));
    }
}
