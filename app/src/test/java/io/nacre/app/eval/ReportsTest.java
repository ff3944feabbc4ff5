package io.nacre.app.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.nacre.app.eval.codec.MediaKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The files of a run, Bjontegaard deltas and references. */
class ReportsTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void pictures() throws IOException {
        bench = new Bench(folder);
    }

    private static BdEntry entry(EvalRun run, String codec, String anchor, String metric) {
        return run.deltas().stream()
                .filter(e -> e.codec().equals(codec)
                        && e.anchor().equals(anchor)
                        && e.metric().equals(metric))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void deltasOfCurvesThatDifferByAFactor() throws Exception {
        // Lengths are whole bytes: with 10 and 11 times as many, rounding is below the tolerance.
        EvalRun run = bench.run(FakeCodec.of("fake", 100), FakeCodec.of("other", 110));
        BdEntry entry = entry(run, "other", "fake", "psnr_rgb");
        assertEquals(10, entry.rate().percent(), 1e-3);
        assertEquals(1, entry.rate().overlap(), 1e-9);
        assertTrue(entry.quality().gain() < 0, entry.toString());
        assertEquals(
                List.of("psnr_rgb", "psnr_y"),
                run.deltas().stream().map(BdEntry::metric).toList());
    }

    @Test
    void curvesOfARunAreTheReferenceOfTheNext() throws Exception {
        EvalRun first = bench.run(FakeCodec.of("fake", 100));
        new CurvesCsv().write(first, bench.out);
        Path reference = Files.move(bench.out.resolve("curves.csv"), folder.resolve("curves.csv"));
        bench.existing(EvalOptions.Existing.REPLACE).reference(reference);
        EvalRun second = bench.run(FakeCodec.of("fake", 90));
        BdEntry entry = entry(second, "fake", "fake (reference)", "psnr_y");
        assertEquals(-10, entry.rate().percent(), 1e-3);
        Curve old = second.curves().get(1);
        assertTrue(old.reference());
        assertEquals(
                first.curves().get(0).points().stream().map(CurvePoint::metrics).toList(),
                old.points().stream().map(CurvePoint::metrics).toList());
    }

    @Test
    void doubtfulDeltasHaveWarnings() throws Exception {
        Path reference = Files.writeString(folder.resolve("r.csv"), """
                codec,note,bpp,ms_ssim,psnr_rgb
                few,x,0.1,1.5,20
                few,x,0.2,,30
                beyond,x,11,,61
                beyond,x,12,,62
                beyond,x,13,,63
                beyond,x,14,,64
                edge,x,0.2,,44
                edge,x,0.4,,45
                edge,x,0.6,,60
                edge,x,9,,70
                bumpy,x,0.2,,20
                bumpy,x,0.3,,19
                bumpy,x,0.9,,30
                bumpy,x,1.5,,40
                bumpy,x,4,,50
                lossless,x,0.2,,40
                lossless,x,0.4,,41
                lossless,x,0.6,,42
                lossless,x,9,,Infinity
                """);
        EvalRun run = bench.reference(reference).run(FakeCodec.of("fake", 1));
        assertTrue(entry(run, "fake", "few", "psnr_rgb").warning().contains("at least 4"));
        assertTrue(entry(run, "fake", "beyond", "psnr_rgb").warning().contains("do not overlap"));
        assertTrue(entry(run, "fake", "lossless", "psnr_rgb").warning().contains("finite"));
        BdEntry bumpy = entry(run, "fake", "bumpy", "psnr_rgb");
        assertTrue(bumpy.rate() != null
                && bumpy.warning().contains("bumpy does not rise everywhere: points left out: 1."));
        BdEntry edge = entry(run, "fake", "edge", "psnr_rgb");
        assertTrue(edge.rate().overlap() < 0.5 && edge.warning().contains("share only"), edge.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "codec,rate\nx,1\n", "codec,bpp\nx\n", "codec,bpp,psnr_rgb\nx,1,many\n"})
    void brokenReferencesAreRefused(String csv) throws Exception {
        Path reference = Files.writeString(folder.resolve("r.csv"), csv);
        IOException e = assertThrows(IOException.class, () -> ReferenceCurves.read(reference, MediaKind.PICTURE));
        assertTrue(e.getMessage().startsWith(reference.toString()), e.getMessage());
    }

    @Test
    void referencesWithoutRateAreNoPoints() throws Exception {
        Path reference = Files.writeString(folder.resolve("r.csv"), "codec,bpp,psnr_rgb\nbound,,50\nx,1,30\nx,2,35\n");
        List<Curve> curves = ReferenceCurves.read(reference, MediaKind.PICTURE);
        assertEquals(List.of("x"), curves.stream().map(Curve::codec).toList());
        assertEquals(2, curves.get(0).points().size());
    }

    @Test
    void filesHaveTheirColumnsAndKeys() throws Exception {
        EvalRun run = bench.run(FakeCodec.of("fake", 1), FakeCodec.of("other", 2));
        List<ReportWriter> writers = List.of(new CurvesCsv(), new SummaryJson());
        for (ReportWriter writer : writers) {
            writer.write(run, bench.out);
        }
        assertEquals(
                "item,sha256,codec,revision,setting,bytes,bpp,psnr_rgb,psnr_y,ms_ssim,encode_wall_s,encode_cpu_s,"
                        + "encode_peak_bytes,decode_wall_s,decode_cpu_s,decode_peak_bytes,failure",
                Files.readAllLines(bench.out.resolve("per-item.csv")).get(0));
        List<String> curves = Files.readAllLines(bench.out.resolve("curves.csv"));
        assertEquals("codec,setting,bpp,psnr_rgb,psnr_y,ms_ssim,pooled_psnr_rgb,pooled_psnr_y", curves.get(0));
        assertEquals(13, curves.size());
        JsonObject summary = JsonParser.object().from(Files.readString(bench.out.resolve("summary.json")));
        assertEquals(
                Set.of(
                        "format",
                        "date",
                        "version",
                        "machine",
                        "options",
                        "metrics",
                        "items",
                        "codecs",
                        "missing",
                        "curves",
                        "deltas",
                        "speeds",
                        "results",
                        "failures",
                        "warnings"),
                summary.keySet());
        assertEquals(36, summary.getInt("results"));
        assertEquals(
                6, summary.getArray("curves").getObject(1).getArray("points").size());
        assertTrue(summary.getArray("speeds").getObject(0).getObject("encode").isNull("cpuSecondsPerMegapixel"));
        assertEquals("other", summary.getArray("deltas").getObject(0).getString("codec"));
    }
}
