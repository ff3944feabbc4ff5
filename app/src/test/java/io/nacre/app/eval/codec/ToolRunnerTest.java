package io.nacre.app.eval.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the tools are shell scripts")
class ToolRunnerTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    /** With GNU time where there is one, and without. */
    static Stream<ToolRunnerTest.Meter> meters() throws Exception {
        CpuMeter found = CpuMeter.find();
        return found == null ? Stream.of(new Meter(null)) : Stream.of(new Meter(null), new Meter(found));
    }

    record Meter(CpuMeter meter) {}

    @ParameterizedTest
    @MethodSource("meters")
    void argumentsArriveAsTheyAre(Meter meter) throws Exception {
        Path script =
                Scripts.write(folder, "echo.sh", "for a in \"$@\"; do printf '%s|' \"$a\"; done >args; cat >stdin");
        List<String> odd = List.of(script.toString(), "a b", "$HOME", "`id`", "'\"", "", "*", "--x=;y");
        Cost cost = new ToolRunner(LONG, meter.meter()).run(odd, folder);
        assertEquals("a b|$HOME|`id`|'\"||*|--x=;y|", Files.readString(folder.resolve("args")));
        assertEquals(0, Files.size(folder.resolve("stdin")));
        assertTrue(cost.wallSeconds() > 0, cost.toString());
        assertEquals(meter.meter() != null, cost.peakBytes() > 0);
    }

    @ParameterizedTest
    @MethodSource("meters")
    void crashesAreToldWithTheirLastLine(Meter meter) throws Exception {
        Path script = Scripts.write(folder, "crash.sh", "echo first; echo \"last of $PWD/x\" >&2; exit 3");
        CodecException e = assertThrows(
                CodecException.class,
                () -> new ToolRunner(LONG, meter.meter()).run(List.of(script.toString()), folder));
        assertEquals("crash.sh ended with 3: last of x", e.getMessage());
    }

    @ParameterizedTest
    @MethodSource("meters")
    void signalsAreFailures(Meter meter) throws Exception {
        Path script = Scripts.write(folder, "kill.sh", "kill -SEGV $$");
        assertThrows(
                CodecException.class,
                () -> new ToolRunner(LONG, meter.meter()).run(List.of(script.toString()), folder));
    }

    @ParameterizedTest
    @MethodSource("meters")
    void hangingTreesAreKilled(Meter meter) throws Exception {
        Path script = Scripts.write(folder, "hang.sh", "sleep 1000 & echo $! >child; wait");
        CodecException e = assertThrows(
                CodecException.class,
                () -> new ToolRunner(Duration.ofSeconds(1), meter.meter()).run(List.of(script.toString()), folder));
        assertEquals("hang.sh did not end within 1 s", e.getMessage());
        long child = Long.parseLong(Files.readString(folder.resolve("child")).strip());
        // Gone, or dead and waiting for its new parent to notice.
        ProcessHandle.of(child)
                .map(ProcessHandle::onExit)
                .orElse(CompletableFuture.completedFuture(null))
                .get(20, TimeUnit.SECONDS);
    }

    @Test
    void muchOutputDoesNotStopATool() throws Exception {
        Path script = Scripts.write(
                folder, "chatter.sh", "head -c 3000000 /dev/zero | tr '\\0' 'x'; echo; echo version 1.5; exit 1");
        ToolRunner runner = new ToolRunner(LONG, null);
        CodecException e = assertThrows(CodecException.class, () -> runner.run(List.of(script.toString()), folder));
        assertEquals("chatter.sh ended with 1: version 1.5", e.getMessage());
        int kept = runner.output(List.of(script.toString()), folder).length();
        assertTrue(kept < 20000, kept + " characters kept");
    }

    @Test
    void programsThatCannotStartAreFailures() throws Exception {
        Path script = Files.writeString(folder.resolve("none"), "no program");
        CodecException e = assertThrows(
                CodecException.class, () -> new ToolRunner(LONG, null).run(List.of(script.toString()), folder));
        assertTrue(e.getMessage().startsWith("none can't be started"), e.getMessage());
    }
}
