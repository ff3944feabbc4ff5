package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Problem;

/** Checksums take no time: a damaged file is found before the models are loaded and before anything is written. */
final class Damage {
    private Damage() {}

    /** @throws CommandException with {@link ExitCode#BAD_DATA} if any part of the file is damaged */
    static void refuse(ContainerReader file) throws CommandException {
        for (Problem problem : file.verify()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                throw new CommandException(ExitCode.BAD_DATA, problem.message());
            }
        }
    }
}
