package io.nacre.app.cli;

import io.nacre.app.pack.OpenModels;
import io.nacre.app.view.launch.ViewerOptions;
import io.nacre.models.Device;
import io.nacre.models.PackLibrary;
import java.nio.file.Path;
import java.util.List;
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
        requireThreads();
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new OpenModels(library(), device, count, reporter::detail);
    }

    /** What the window is to take in place of its settings. */
    ViewerOptions viewer(List<Path> files, Path settings) throws CommandException {
        requireThreads();
        return new ViewerOptions(files, library(), device == Device.AUTO ? null : device, threads, settings);
    }

    private void requireThreads() throws CommandException {
        if (threads < 0) {
            throw new CommandException(ExitCode.USAGE, "--threads must not be negative");
        }
    }
}
