package io.nacre.app.eval;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegressionGateTest {
    @TempDir
    private Path folder;

    private Bench bench;

    @BeforeEach
    void pictures() throws IOException {
        bench = new Bench(folder).existing(EvalOptions.Existing.REPLACE);
    }

    private Baseline stored(EvalRun run) throws IOException {
        return Baseline.read(Files.writeString(
                folder.resolve("baseline.json"), Baseline.of(run).toJson()));
    }

    @ParameterizedTest
    @CsvSource({"100, 0, true", "100.4, 0.5, true", "100.6, 0.5, false", "90, 0, true", "101, 2, true", "120, 2, false"
    })
    void passesWithinTheTolerance(double rateFactor, double tolerance, boolean passes) throws Exception {
        Baseline baseline = stored(bench.run(FakeCodec.of("fake", 100)));
        EvalRun now = bench.run(FakeCodec.of("fake", rateFactor));
        RegressionGate.Verdict verdict = RegressionGate.check(now, baseline, tolerance);
        assertEquals(passes, verdict.passed(), verdict.lines().toString());
        assertEquals(2, verdict.lines().size()); // MS-SSIM is missing: two pictures are too small
        assertEquals(
                !passes,
                verdict.lines().get(0).startsWith("FAILED"),
                verdict.lines().toString());
    }

    @Test
    void whatCannotBeComparedDoesNotPass() throws Exception {
        Baseline two = stored(bench.run(FakeCodec.of("fake", 1), FakeCodec.of("other", 1)));
        EvalRun one = bench.run(FakeCodec.of("fake", 1));
        assertFalse(RegressionGate.check(one, two, 100).passed());
        Baseline single = stored(one);
        EvalRun few = bench.points(2).run(FakeCodec.of("fake", 1));
        assertFalse(RegressionGate.check(few, single, 100).passed());
        bench.points(0).picture("new.png", 20, 20, 9);
        assertFalse(RegressionGate.check(bench.run(FakeCodec.of("fake", 1)), single, 100)
                .passed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{}",
                "{\"format\": 2}",
                "{\"format\": 1, \"items\": {}}",
                "{\"format\": 1, \"items\": {\"a\": 5}, \"curves\": []}",
                "{\"format\": 1, \"items\": {}, \"curves\": [5]}",
                "{\"format\": 1, \"items\": {}, \"curves\": [{\"codec\": \"x\"}]}",
                "{\"format\": 1, \"items\": {}, \"curves\": [{\"points\": []}]}",
                "{\"format\": 1, \"items\": {}, \"curves\": [{\"codec\": \"x\", \"points\": [{\"metrics\": {\"a\": \"b\"}}]}]}",
            })
    void brokenBaselinesAreRefused(String json) throws Exception {
        Path file = Files.writeString(folder.resolve("broken.json"), json);
        IOException e = assertThrows(IOException.class, () -> Baseline.read(file));
        assertTrue(e.getMessage().startsWith(file.toString()), e.getMessage());
    }
}
