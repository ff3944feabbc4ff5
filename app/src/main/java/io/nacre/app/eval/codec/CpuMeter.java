package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Reads CPU time and peak memory of a command through GNU {@code time}, which sees the whole tree of processes after it
 * has ended. Immutable.
 */
final class CpuMeter {
    private static final Path GNU_TIME = Path.of("/usr/bin/time");
    private static final String FORMAT = "%U %S %M";

    private CpuMeter() {}

    /** The meter of this machine, or null where there is no GNU time. */
    static CpuMeter find() throws IOException, InterruptedException {
        if (!Files.isExecutable(GNU_TIME)) {
            return null;
        }
        Path file = Files.createTempFile("nacre-time", ".txt");
        try {
            CpuMeter meter = new CpuMeter();
            Process trial = new ProcessBuilder(meter.wrap(List.of(GNU_TIME.toString(), "--version"), file))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = trial.waitFor(10, TimeUnit.SECONDS);
            trial.destroyForcibly();
            return ended && trial.exitValue() == 0 && meter.read(file, 0).peakBytes() > 0 ? meter : null;
        } finally {
            Files.delete(file);
        }
    }

    /** @param report file that is written when the command ends */
    List<String> wrap(List<String> command, Path report) {
        List<String> wrapped =
                new ArrayList<>(List.of(GNU_TIME.toString(), "-f", FORMAT, "-o", report.toString(), "--"));
        wrapped.addAll(command);
        return wrapped;
    }

    /** What a command took that has ended. */
    Cost read(Path report, double wallSeconds) throws IOException {
        String text = Files.readString(report).strip();
        String[] fields = text.substring(text.lastIndexOf('\n') + 1).split(" ", -1);
        try {
            double cpu = Double.parseDouble(fields[0]) + Double.parseDouble(fields[1]);
            return new Cost(wallSeconds, cpu, 1024 * Long.parseLong(fields[2]));
        } catch (NumberFormatException | ArrayIndexOutOfBoundsException e) {
            return new Cost(wallSeconds, Double.NaN, 0);
        }
    }
}
