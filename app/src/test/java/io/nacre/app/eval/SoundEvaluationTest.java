package io.nacre.app.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import io.nacre.app.eval.EvalOptions.Existing;
import io.nacre.app.eval.codec.Codec;
import io.nacre.app.eval.codec.CodecCatalog;
import io.nacre.app.eval.codec.CodecInfo;
import io.nacre.app.eval.codec.Coded;
import io.nacre.app.eval.codec.Cost;
import io.nacre.app.eval.codec.MediaKind;
import io.nacre.app.eval.codec.SoundMedium;
import io.nacre.app.eval.codec.Source;
import io.nacre.app.eval.report.HtmlReport;
import io.nacre.app.sound.SoundSamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Sounds through an evaluation, from the folder to the reports. */
class SoundEvaluationTest {
    private static final int RATE = 16_000;
    private static final int LATE = 320; // 20 ms

    @TempDir
    private Path folder;

    private Path sounds;
    private Path out;

    @BeforeEach
    void write() throws IOException {
        sounds = Files.createDirectory(folder.resolve("sounds"));
        out = folder.resolve("out");
        new SoundMedium().write(sound(1, 16_000, 1), "wav", sounds.resolve("a.wav"));
        new SoundMedium().write(sound(2, 24_000, 2), "wav", sounds.resolve("b.wav"));
        Files.writeString(sounds.resolve("notes.txt"), "no sound");
    }

    /** Bursts of tones over a little noise. */
    private static SoundSamples sound(int channels, int length, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] samples = new float[channels][length];
        for (float[] channel : samples) {
            double pitch = 2 * Math.PI * random.nextDouble(100, 300) / RATE;
            for (int i = 0; i < length; i++) {
                double burst = Math.max(0.1, Math.sin(2 * Math.PI * 3 * i / RATE));
                double tone = Math.sin(pitch * i) + Math.sin(4 * pitch * i) / 2 + Math.sin(11 * pitch * i) / 3;
                channel[i] = (float) (0.3 * burst * tone + random.nextDouble(-0.01, 0.01));
            }
        }
        return new SoundSamples(RATE, samples);
    }

    /** Rounds samples to steps and delays them; the file's length falls with the step. */
    private record Rounding(String id, double rateFactor) implements Codec<SoundSamples> {
        @Override
        public CodecInfo info() {
            List<String> steps = List.of("step=4000", "step=2000", "step=1000", "step=500", "step=100");
            return new CodecInfo(id, id, MediaKind.SOUND, id, "", List.of(), List.of(), steps, "1", "1", 0, null);
        }

        @Override
        public Coded<SoundSamples> code(Source<SoundSamples> source, String setting, Path work) {
            double step = Integer.parseInt(setting.substring("step=".length())) / 32768.0;
            SoundSamples sound = source.content();
            float[][] decoded = new float[sound.channels().length][sound.length()];
            for (int c = 0; c < decoded.length; c++) {
                for (int i = LATE; i < sound.length(); i++) {
                    decoded[c][i] = (float) (step * Math.rint(sound.channels()[c][i - LATE] / step));
                }
            }
            long bytes = Math.round(rateFactor * sound.length() / 100 * -Math.log(step));
            Cost cost = new Cost(0.5, Double.NaN, 0);
            return new Coded<>(bytes, new SoundSamples(RATE, decoded), cost, cost);
        }
    }

    private EvalRun run(EvalOptions options, List<Codec<SoundSamples>> codecs) throws Exception {
        return Evaluation.run(
                new Sounds(), options, new CodecCatalog.Opened<>(codecs, List.of()), "test", EvalProgress.NONE);
    }

    private EvalOptions options(List<Path> references) {
        return new EvalOptions(sounds, out, 0, Metric.of(MediaKind.SOUND), 1, Existing.REPLACE, "fine", references);
    }

    @Test
    void ratesMetricsAndDeltas() throws Exception {
        EvalRun run = run(options(List.of()), List.of(new Rounding("fine", 1), new Rounding("double", 2)));
        assertEquals(1, run.warnings().size(), run.warnings().toString());
        ItemResult first = run.results().get(0);
        assertEquals(8.0 * first.bytes() / 1000, first.rate(), 1e-12); // of one second
        double last = Double.NEGATIVE_INFINITY;
        for (CurvePoint point : run.curve("fine").orElseThrow().points()) {
            double ratio = point.metrics().get("si_sdr");
            assertTrue(ratio > last, "the delay was not taken away: " + point);
            last = ratio;
        }
        assertTrue(last > 30, last + " dB");
        for (BdEntry entry : run.deltas()) {
            assertFalse(entry.metric().equals("si_sdr"));
            assertEquals(100, entry.rate().percent(), 0.5, entry.toString()); // bytes are whole
        }
        assertEquals(3, run.deltas().size());
        // 2.5 s of sound at 5 settings, each in half a second
        assertEquals(2.5 / 2 / 0.5, run.speeds().get(0).encode().amountPerSecond(), 1e-9);
    }

    @Test
    void reports() throws Exception {
        EvalRun first = run(options(List.of()), List.of(new Rounding("fine", 1)));
        new CurvesCsv().write(first, out);
        Path curves = Files.move(out.resolve("curves.csv"), folder.resolve("r.csv"));
        assertTrue(Files.readString(curves).startsWith("codec,setting,kbps,si_sdr,logmel,stoi,estoi"));
        EvalRun run = run(options(List.of(curves)), List.of(new Rounding("fine", 1)));
        assertEquals(0, run.deltas().get(0).rate().percent(), 1e-9);
        new SummaryJson().write(run, out);
        JsonObject summary = JsonParser.object().from(Files.readString(out.resolve("summary.json")));
        assertEquals("sound", summary.getObject("options").getString("kind"));
        assertEquals(2, summary.getArray("items").getObject(1).getInt("channels"));
        new HtmlReport().write(run, out);
        String page = Files.readString(out.resolve("report.html"));
        assertTrue(page.contains("kilobits per second") && page.contains("seconds of sound") && page.contains("a.wav"));
        assertFalse(page.contains("bits per pixel"), "words of pictures");
        Path baseline =
                Files.writeString(folder.resolve("b.json"), Baseline.of(run).toJson());
        assertTrue(RegressionGate.check(run, Baseline.read(baseline), 0).passed());
    }

    @Test
    void resumedRunsKeepTheirResults() throws Exception {
        EvalRun whole = run(options(List.of()), List.of(new Rounding("fine", 1)));
        EvalOptions resume =
                new EvalOptions(sounds, out, 0, whole.options().metrics(), 1, Existing.RESUME, null, List.of());
        assertEquals(
                whole.results(), run(resume, List.of(new Rounding("fine", 1))).results());
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are programs of Unix")
    void toolsGetAndGiveBackFiles() throws Exception {
        Path json = Files.writeString(folder.resolve("own.json"), """
                {"codecs": [
                  {"id": "copy", "kind": "sound", "values": ["1"],
                   "encode": ["sh", "-c", "cp $0 $1; : $2", "{in}", "{out}", "{q}"], "decode": ["cp", "{in}", "{out}"]},
                  {"id": "phone", "kind": "sound", "values": ["1"], "input": "raw8k", "output": "raw8k",
                   "encode": ["sh", "-c", "cp $0 $1; : $2", "{in}", "{out}", "{q}"], "decode": ["cp", "{in}", "{out}"]},
                  {"id": "cut", "kind": "sound", "values": ["1"], "input": "raw8k", "output": "raw8k",
                   "encode": ["sh", "-c", "cp $0 $1; : $2", "{in}", "{out}", "{q}"],
                   "decode": ["sh", "-c", "head -c 4000 $0 > $1", "{in}", "{out}"]},
                  {"id": "wide", "kind": "sound", "values": ["1"], "input": "wav16k",
                   "encode": ["sh", "-c", "cp $0 $1; : $2", "{in}", "{out}", "{q}"], "decode": ["cp", "{in}", "{out}"]}
                ]}""");
        CodecCatalog.Opened<SoundSamples> opened = CodecCatalog.shipped()
                .with(json)
                .open(List.of("copy", "phone", "cut", "wide"), new SoundMedium(), Duration.ofSeconds(60));
        EvalRun run = run(options(List.of()), opened.codecs());
        ItemResult copy = run.results().get(0);
        assertEquals(Files.size(sounds.resolve("a.wav")), copy.bytes());
        assertEquals(0, copy.metrics().get("logmel"), 1e-9);
        ItemResult phone = run.results().get(1);
        assertEquals(16_000, phone.bytes());
        assertEquals(128, phone.rate(), 1e-9);
        assertTrue(phone.metrics().get("si_sdr") > 15, phone.toString());
        assertTrue(
                run.results().get(2).failure().contains("gave back 0.25 s of 1.00 s"),
                run.results().toString());
        ItemResult wide = run.results().get(3);
        assertEquals(44 + 2 * 16_000, wide.bytes());
        assertTrue(wide.metrics().get("si_sdr") > 15, wide.toString());
    }

    @Test
    void brokenRawSoundIsRefused() throws Exception {
        Path empty = Files.write(folder.resolve("x.raw8k"), new byte[1]);
        assertThrows(IOException.class, () -> new SoundMedium().read(empty));
    }
}
