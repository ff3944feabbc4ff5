package io.nacre.app.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code nacre generate-man-page}: the manual of all commands for {@code man}. */
@Command(description = "Print the manual page, to be read with man -l.", mixinStandardHelpOptions = true)
final class ManPageCommand implements Callable<Integer> {
    private final Streams streams;

    @Spec
    private CommandSpec spec;

    ManPageCommand(Streams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() {
        streams.out().print(ManPage.of(spec.root(), Main.Version.text()));
        return ExitCode.OK.code();
    }
}
