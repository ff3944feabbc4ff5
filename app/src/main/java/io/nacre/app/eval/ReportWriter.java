package io.nacre.app.eval;

import java.io.IOException;
import java.nio.file.Path;

/** Writes one form of a run's results. */
@FunctionalInterface
public interface ReportWriter {
    /**
     * Writes into a folder, over what an earlier run left there.
     *
     * @param folder that of the run's output, which exists
     */
    void write(EvalRun run, Path folder) throws IOException;
}
