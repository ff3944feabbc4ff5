package io.nacre.app.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** What commands have in common: their streams, the options of reporting, and how an error ends them. */
abstract class AbstractCommand implements Callable<Integer> {
    final Streams streams;

    @Mixin
    private ReportOptions reportOptions;

    AbstractCommand(Streams streams) {
        this.streams = streams;
    }

    /** Does the command's work. Errors that belong to one input among others are dealt with in {@link Batch}. */
    abstract ExitCode run(Reporter reporter) throws IOException;

    /** Results of {@code --json} and an output can't share standard output. */
    static void refuseJsonBesideBinary(List<Job> jobs, Reporter reporter) throws CommandException {
        if (reporter.json() && Names.isStandard(jobs.get(0).output())) {
            throw new CommandException(ExitCode.USAGE, "--json and the output would mix; name an output with -o");
        }
    }

    @Override
    public final Integer call() {
        Reporter reporter = new Reporter(streams, reportOptions);
        try {
            return run(reporter).code();
        } catch (Throwable e) { // the last place where an error can become a sentence
            Failure failure = Failure.of(e, null);
            reporter.failure(failure);
            return failure.exitCode().code();
        }
    }
}
