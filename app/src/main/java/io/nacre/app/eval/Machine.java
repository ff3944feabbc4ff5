package io.nacre.app.eval;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Where a run took place.
 *
 * @param system name, version and architecture
 * @param processor model, or the architecture where it is not known
 * @param processors that the program may use
 * @param memoryBytes physical memory, 0 if it is not known
 * @param java version and maker
 */
public record Machine(String system, String processor, int processors, long memoryBytes, String java) {
    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");

    /** This machine. */
    static Machine here() {
        String architecture = System.getProperty("os.arch");
        long memory =
                ManagementFactory.getOperatingSystemMXBean() instanceof com.sun.management.OperatingSystemMXBean system
                        ? system.getTotalMemorySize()
                        : 0;
        return new Machine(
                System.getProperty("os.name") + " " + System.getProperty("os.version") + " " + architecture,
                processor(architecture),
                Runtime.getRuntime().availableProcessors(),
                memory,
                System.getProperty("java.version") + " " + System.getProperty("java.vendor"));
    }

    private static String processor(String otherwise) {
        if (!Files.isReadable(CPU_INFO)) {
            return otherwise;
        }
        try (Stream<String> lines = Files.lines(CPU_INFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(otherwise);
        } catch (IOException e) {
            return otherwise;
        }
    }
}
