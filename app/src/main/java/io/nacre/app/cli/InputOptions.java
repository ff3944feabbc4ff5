package io.nacre.app.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What is worked on. */
final class InputOptions {
    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Files or folders; - is standard input.")
    List<Path> operands;

    @Option(
            names = {"-r", "--recursive"},
            description = "Go into the folders of a folder.")
    boolean recursive;
}
