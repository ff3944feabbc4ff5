package io.nacre.app.eval.codec;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Time, CPU time and peak memory of this process, of which the two latter say something about one piece of work only if
 * nothing else runs. Peak memory is that of the kernel's books on Linux ({@code VmHWM}, reset at each start) and includes
 * the Java heap, models and pictures; elsewhere it is not known. Immutable.
 */
final class SelfMeter {
    /** Measures time only. */
    static final SelfMeter NONE = new SelfMeter(false);

    private static final Path STATUS = Path.of("/proc/self/status");
    private static final Path CLEAR = Path.of("/proc/self/clear_refs");

    private final boolean whole;

    private SelfMeter(boolean whole) {
        this.whole = whole;
    }

    static SelfMeter ofProcess() {
        return new SelfMeter(true);
    }

    /** State at the start of a piece of work. */
    record Reading(long nanos, long cpuNanos) {}

    Reading start() {
        if (whole) {
            resetPeak();
        }
        return new Reading(System.nanoTime(), cpuNanos());
    }

    Cost since(Reading start) {
        double wall = (System.nanoTime() - start.nanos) / 1e9;
        long cpu = cpuNanos();
        boolean known = whole && cpu >= 0;
        return new Cost(wall, known ? (cpu - start.cpuNanos) / 1e9 : Double.NaN, whole ? peakBytes() : 0);
    }

    /** Negative where it is not known. */
    private static long cpuNanos() {
        return ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                ? system.getProcessCpuTime()
                : -1;
    }

    private static void resetPeak() {
        try {
            if (Files.isWritable(CLEAR)) {
                Files.writeString(CLEAR, "5"); // proc(5): resets the peak resident set size
            }
        } catch (IOException e) {
            // Not allowed here: the peak is then that of the whole run.
        }
    }

    private static long peakBytes() {
        try {
            if (Files.isReadable(STATUS)) {
                for (String line : Files.readAllLines(STATUS)) {
                    if (line.startsWith("VmHWM:")) {
                        return 1024 * Long.parseLong(line.replaceAll("\\D", ""));
                    }
                }
            }
        } catch (IOException e) {
            return 0;
        }
        return 0;
    }
}
