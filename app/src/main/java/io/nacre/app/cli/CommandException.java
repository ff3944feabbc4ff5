package io.nacre.app.cli;

import java.io.IOException;
import java.nio.file.Path;

/** An error that the command line itself finds. The message is one clause, or two with a semicolon: what is wrong; what to do. */
final class CommandException extends IOException {
    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    CommandException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    CommandException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** An error at one of several inputs that a command needs together, with the input's name in the message. */
    static CommandException about(Path input, IOException e) {
        Failure failure = Failure.of(e, input.toString());
        return new CommandException(failure.exitCode(), Names.shown(input) + ": " + failure.message(), e);
    }

    ExitCode exitCode() {
        return exitCode;
    }
}
