package io.nacre.app.cli;

import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Which models run, and where. */
final class ModelOptions {
    @Option(
            names = "--models",
            defaultValue = "${env:NACRE_MODELS}",
            paramLabel = "DIR",
            description = "Folder of model packs, searched first. Default: the environment's NACRE_MODELS.")
    private Path folder;

    @Option(
            names = "--device",
            defaultValue = "auto",
            paramLabel = "DEVICE",
            description = "auto, cpu or cuda. Default: auto.")
    private Device device;

    @Option(
            names = "--threads",
            defaultValue = "${env:NACRE_THREADS:-0}",
            paramLabel = "N",
            description = "Threads that work, 0 for one a processor. Default: the environment's NACRE_THREADS, or 0.")
    private int threads;

    PackLibrary library() {
        return new PackLibrary(folder);
    }

    /** Opens nothing yet. */
    OpenModels open(Reporter reporter) throws CommandException {
        if (threads < 0) {
            throw new CommandException(ExitCode.USAGE, "--threads must not be negative");
        }
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new OpenModels(library(), device, count, reporter);
    }
}
