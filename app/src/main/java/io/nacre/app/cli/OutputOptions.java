package io.nacre.app.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where outputs go. */
final class OutputOptions {
    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Output for a single input; - is standard output.")
    Path file;

    @Option(
            names = {"-d", "--directory"},
            paramLabel = "DIR",
            description = "Folder for the outputs, made if it is not there. Default: beside each input.")
    Path folder;

    @Option(
            names = {"-f", "--force"},
            description = "Overwrite outputs that exist.")
    private boolean force;

    OutputFile open(Path target, Streams streams) throws CommandException {
        return OutputFile.open(target, force, folder != null, streams);
    }
}
