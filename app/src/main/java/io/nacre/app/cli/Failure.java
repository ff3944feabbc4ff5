package io.nacre.app.cli;

import io.nacre.app.file.Reason;
import io.nacre.codec.image.TargetException;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.FileSystemException;

/**
 * An error as the user sees it.
 *
 * @param exitCode how the program ends if it is the only one
 * @param message one line without the input's name
 * @param cause what was thrown
 */
record Failure(ExitCode exitCode, String message, Throwable cause) {
    /**
     * Sorts an exception that came up while an input was worked on. File system errors are taken for the input's, since
     * {@link OutputFile} turns its own into {@link CommandException}s.
     *
     * @param input as it was named, or null
     */
    static Failure of(Throwable thrown, String input) {
        ExitCode code = exitCode(thrown);
        return new Failure(code, sentence(thrown, code, input), thrown);
    }

    private static ExitCode exitCode(Throwable thrown) {
        if (Reason.isOutOfMemory(thrown)) {
            return ExitCode.BAD_DATA;
        }
        if (thrown instanceof CommandException e) {
            return e.exitCode();
        }
        if (thrown instanceof ModelException) {
            return ExitCode.MODEL;
        }
        if (thrown instanceof TargetException) {
            return ExitCode.FAILED;
        }
        if (thrown instanceof FileSystemException) {
            return ExitCode.NO_INPUT;
        }
        // What is left of the checked ones: FormatException, CorruptStreamException, LimitExceededException,
        // UnsupportedImageException, UnsupportedSoundException and the readers' own.
        return thrown instanceof IOException ? ExitCode.BAD_DATA : ExitCode.INTERNAL;
    }

    private static String sentence(Throwable thrown, ExitCode code, String input) {
        if (Reason.isOutOfMemory(thrown)) {
            return "not enough memory; raise it with NACRE_JVM_OPTS=-Xmx4g or take smaller tiles with --tile";
        }
        if (code == ExitCode.INTERNAL) {
            return "internal error, please report";
        }
        return Reason.ofInput(thrown, input);
    }
}
