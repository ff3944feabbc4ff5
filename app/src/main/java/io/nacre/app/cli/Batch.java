package io.nacre.app.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;

/** Works through inputs and goes on after those that fail. */
final class Batch {
    private Batch() {}

    /** What is done with each input. */
    interface Work<T> {
        /** @return OK, or FAILED if the input does not meet what was asked */
        ExitCode run(T item) throws IOException;
    }

    /**
     * Does the work.
     *
     * @param name what an item is called
     * @return with one item its own code; with several FAILED if any failed, else SALVAGED if any was
     */
    static <T> ExitCode run(Reporter reporter, List<T> items, Function<T, Path> name, Work<T> work) {
        ExitCode last = ExitCode.OK;
        int failed = 0;
        int salvaged = 0;
        for (T item : items) {
            last = one(reporter, item, name.apply(item), work);
            failed += last == ExitCode.OK || last == ExitCode.SALVAGED ? 0 : 1;
            salvaged += last == ExitCode.SALVAGED ? 1 : 0;
        }
        if (items.size() == 1) {
            return last;
        }
        String summary = "nacre: " + (items.size() - failed) + " of " + items.size() + " done, "
                + (salvaged > 0 ? salvaged + " of them salvaged, " : "") + failed + " failed";
        if (failed > 0) {
            reporter.warning(summary);
        } else {
            reporter.message(summary);
        }
        if (failed > 0) {
            return ExitCode.FAILED;
        }
        return salvaged > 0 ? ExitCode.SALVAGED : ExitCode.OK;
    }

    private static <T> ExitCode one(Reporter reporter, T item, Path path, Work<T> work) {
        try {
            return work.run(item);
        } catch (Throwable e) { // a bug or a lack of memory at one input must not stop the others
            Failure failure = Failure.of(e, path.toString());
            reporter.failure(path, failure);
            return failure.exitCode();
        }
    }
}
