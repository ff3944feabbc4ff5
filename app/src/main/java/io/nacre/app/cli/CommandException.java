package io.nacre.app.cli;

import java.io.IOException;

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

    ExitCode exitCode() {
        return exitCode;
    }
}
