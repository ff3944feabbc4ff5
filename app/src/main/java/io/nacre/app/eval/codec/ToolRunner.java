package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Runs a codec's commands: without a shell, without standard input, in a folder of their own, for a limited time, after
 * which the whole tree of processes is killed. CPU time and peak memory come from GNU time; where there is none, CPU time
 * is read off the process every few milliseconds, which misses its last moments and its children, and peak memory is not
 * known. Thread-safe.
 */
final class ToolRunner {
    private static final Duration VERSION_LIMIT = Duration.ofSeconds(20);
    private static final int MAX_MESSAGE = 200;
    private static final long POLL_MILLIS = 5;

    private final Duration limit;
    private final CpuMeter meter;

    /** @param meter or null if there is none */
    ToolRunner(Duration limit, CpuMeter meter) {
        this.limit = limit;
        this.meter = meter;
    }

    private record Ended(int exitCode, String output, double wallSeconds, double cpuSeconds) {}

    /**
     * Runs a command to its end.
     *
     * @param folder where it works
     * @throws CodecException if it can't be started, ends with another code than 0, or not in time
     */
    Cost run(List<String> command, Path folder) throws CodecException, IOException, InterruptedException {
        Path report = folder.resolve("time.txt");
        Ended ended = execute(meter == null ? command : meter.wrap(command, report), command.get(0), folder, limit);
        if (ended.exitCode != 0) {
            String last = lastLine(ended.output, folder);
            throw new CodecException(
                    name(command.get(0)) + " ended with " + ended.exitCode + (last.isEmpty() ? "" : ": " + last));
        }
        return meter == null ? new Cost(ended.wallSeconds, ended.cpuSeconds, 0) : meter.read(report, ended.wallSeconds);
    }

    /** The output of a command that tells its version, whatever code it ends with; empty if it hangs. */
    String output(List<String> command, Path folder) throws IOException, InterruptedException {
        try {
            return execute(command, command.get(0), folder, VERSION_LIMIT).output;
        } catch (CodecException e) {
            return "";
        }
    }

    private static Ended execute(List<String> command, String program, Path folder, Duration limit)
            throws CodecException, IOException, InterruptedException {
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().put("LC_ALL", "C");
        Process process;
        long start = System.nanoTime();
        try {
            process = builder.start();
        } catch (IOException e) {
            throw new CodecException(name(program) + " can't be started: " + e.getMessage(), e);
        }
        OutputTail tail = OutputTail.of(process.getInputStream());
        double cpu = Double.NaN;
        try {
            process.getOutputStream().close();
            long deadline = start + limit.toNanos();
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                cpu = process.info().totalCpuDuration().map(ToolRunner::seconds).orElse(cpu);
                if (System.nanoTime() - deadline > 0) {
                    throw new CodecException(name(program) + " did not end within " + limit.toSeconds() + " s");
                }
            }
            double wall = (System.nanoTime() - start) / 1e9;
            return new Ended(process.exitValue(), tail.text(), wall, cpu);
        } finally {
            kill(process);
        }
    }

    /** Children first: those of a dead process are no longer found. */
    private static void kill(Process process) {
        try (Stream<ProcessHandle> children = process.descendants()) {
            children.forEach(ProcessHandle::destroyForcibly);
        }
        process.destroyForcibly();
    }

    private static double seconds(Duration duration) {
        return duration.toNanos() / 1e9;
    }

    private static String name(String program) {
        return Path.of(program).getFileName().toString();
    }

    private static String lastLine(String output, Path folder) {
        String last = output.strip();
        last = last.substring(last.lastIndexOf('\n') + 1).strip().replace(folder + "/", "");
        StringBuilder shown = new StringBuilder();
        last.codePoints().limit(MAX_MESSAGE).forEach(c -> shown.appendCodePoint(Character.isISOControl(c) ? '?' : c));
        return shown.toString();
    }
}
