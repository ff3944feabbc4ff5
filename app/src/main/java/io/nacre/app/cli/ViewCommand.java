package io.nacre.app.cli;

import io.nacre.app.view.launch.Viewer;
import io.nacre.app.view.launch.ViewerOptions;
import io.nacre.app.view.model.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code nacre view}: the window. */
@Command(description = "Compare and encode in a window.")
final class ViewCommand extends AbstractCommand {
    @Parameters(arity = "0..*", paramLabel = "FILE", description = "Pictures, sounds or Nacre files to open.")
    private List<Path> files = List.of();

    @Mixin
    private ModelOptions modelOptions;

    ViewCommand(Streams streams) {
        super(streams);
    }

    @Override
    ExitCode run(Reporter reporter) throws IOException {
        ViewerOptions options = modelOptions.viewer(files, Settings.defaultFile());
        try {
            Viewer.show(options);
        } catch (NoClassDefFoundError e) {
            throw new CommandException(ExitCode.FAILED, "the window needs JavaFX, which is not on the class path", e);
        } catch (UnsupportedOperationException e) {
            throw new CommandException(ExitCode.FAILED, "no window can be opened here: " + e.getMessage(), e);
        }
        return ExitCode.OK;
    }
}
