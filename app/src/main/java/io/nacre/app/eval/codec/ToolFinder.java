package io.nacre.app.eval.codec;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;

/** Finds programs: on the path, or, if they are named with a slash, from a folder on. Immutable. */
final class ToolFinder {
    private final Path folder;

    /** @param folder or null if programs are looked for on the path only */
    ToolFinder(Path folder) {
        this.folder = folder;
    }

    /** Where the program lies, or null. */
    Path find(String program) {
        try {
            if (program.indexOf('/') >= 0 || program.indexOf(File.separatorChar) >= 0) {
                return folder == null ? null : executable(folder.resolve(program));
            }
            for (String place : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
                Path found = place.isEmpty() ? null : executable(Path.of(place, program));
                if (found != null) {
                    return found.toAbsolutePath();
                }
            }
        } catch (InvalidPathException e) {
            return null; // no name that a program could have
        }
        return null;
    }

    private static Path executable(Path file) {
        Path windows = file.resolveSibling(file.getFileName() + ".exe");
        for (Path candidate : new Path[] {file, windows}) {
            if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                return candidate;
            }
        }
        return null;
    }

    /** The first program of a codec that is not there, or null. */
    String firstMissing(CodecSpec spec) {
        for (CommandTemplate command : new CommandTemplate[] {spec.encode(), spec.decode(), spec.versionCommand()}) {
            if (command != null && find(command.program()) == null) {
                return command.program();
            }
        }
        return null;
    }
}
