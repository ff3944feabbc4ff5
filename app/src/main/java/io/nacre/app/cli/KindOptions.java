package io.nacre.app.cli;

import io.nacre.codec.container.Kind;
import java.nio.file.Path;

/**
 * Refuses options that say nothing about an input of its kind.
 *
 * @param input one of the kind
 */
record KindOptions(Path input, Kind kind) {
    /**
     * @param option its name
     * @param given whether it was given
     * @throws CommandException with {@link ExitCode#USAGE} if so
     */
    void refuse(String option, boolean given) throws CommandException {
        if (given) {
            throw new CommandException(
                    ExitCode.USAGE, option + " does not go with a " + kind + ", which " + Names.shown(input) + " is");
        }
    }
}
