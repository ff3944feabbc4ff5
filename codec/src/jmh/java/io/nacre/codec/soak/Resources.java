package io.nacre.codec.soak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.bytedeco.javacpp.Pointer;

/**
 * What the process holds, on Linux.
 *
 * @param heap bytes in use after a collection
 * @param tensors bytes that JavaCPP has allocated for tensors and sessions' handles
 * @param resident bytes of the whole process in memory, the runtime's own and the touched part of the heap included
 * @param handles open files
 * @param threads of Java
 */
record Resources(long heap, long tensors, long resident, int handles, int threads) {
    static Resources now() {
        System.gc();
        System.runFinalization(); // zip files have finalizers
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        try (Stream<Path> open = Files.list(Path.of("/proc/self/fd"))) {
            return new Resources(
                    runtime.totalMemory() - runtime.freeMemory(),
                    Pointer.totalBytes(),
                    residentBytes(),
                    (int) open.count() - 1, // the folder itself
                    ManagementFactory.getThreadMXBean().getThreadCount());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/self/status"))) {
            if (line.startsWith("VmRSS:")) {
                return 1024 * Long.parseLong(line.replaceAll("[^0-9]", ""));
            }
        }
        throw new IOException("no VmRSS in /proc/self/status");
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "heap %6.1f MiB  tensors %6.2f MiB  resident %7.1f MiB  handles %3d  threads %3d",
                heap / 1048576.0,
                tensors / 1048576.0,
                resident / 1048576.0,
                handles,
                threads);
    }
}
