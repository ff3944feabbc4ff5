package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Problem;
import java.util.Set;
import java.util.stream.Collectors;

/** What checksums find. They take no time: a damaged file is found before models are loaded and anything is written. */
final class Damage {
    /** Lines about a file that was salvaged. */
    private static final int MAX_NOTES = 20;

    private Damage() {}

    /** Tells what was lost of a salvaged file, and what else was wrong with it. */
    static void report(ContainerReader file, Losses losses, Job job, Reporter reporter) {
        losses.report(reporter, Names.shown(job.input()));
        Set<String> told = losses.parts().stream().map(Losses.Part::problem).collect(Collectors.toSet());
        file.verify().stream()
                .filter(problem -> problem.severity() == Problem.Severity.ERROR && !told.contains(problem.message()))
                .limit(MAX_NOTES)
                .forEach(problem -> reporter.note(job.input(), problem.message()));
    }

    /** @throws CommandException with {@link ExitCode#BAD_DATA} if any part of the file is damaged */
    static void refuse(ContainerReader file) throws CommandException {
        for (Problem problem : file.verify()) {
            if (problem.severity() == Problem.Severity.ERROR) {
                throw new CommandException(ExitCode.BAD_DATA, problem.message());
            }
        }
    }
}
