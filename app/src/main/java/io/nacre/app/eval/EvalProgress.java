package io.nacre.app.eval;

import java.time.Duration;

/** Hears how far a run has come. Called from the threads that work, one at a time. */
@FunctionalInterface
public interface EvalProgress {
    EvalProgress NONE = (done, total, remaining, last) -> {};

    /**
     * One more result is there.
     *
     * @param done results so far, those of an earlier run included
     * @param total of the whole run
     * @param remaining estimate from the times of each codec so far
     * @param last what was just done
     */
    void done(int done, int total, Duration remaining, ItemResult last);
}
