package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import java.nio.file.Path;

/** File names on the command line: the one that stands for a stream, and how they are shown. */
final class Names {
    private static final Path STANDARD = Path.of("-");

    private Names() {}

    /** Whether the path is {@code -}: standard input or output. */
    static boolean isStandard(Path path) {
        return path.equals(STANDARD);
    }

    /** For messages: in quotes if a reader could mistake where it ends. */
    static String shown(Path path) {
        String name = path.toString();
        boolean odd = name.isEmpty() || name.chars().anyMatch(c -> c <= ' ' || c == '"' || c == '\'' || c == 127);
        return odd ? "\"" + FileNames.oneLine(name) + "\"" : name;
    }
}
