package io.nacre.app.view.queue;

/**
 * How work on an entry ended.
 *
 * @param state DONE, SKIPPED or FAILED
 * @param bytes of the output if there is one
 * @param quality of the output, 0..100
 */
record ItemOutcome(State state, Explanation explanation, long bytes, double quality) {
    static ItemOutcome done(long bytes, double quality) {
        return new ItemOutcome(State.DONE, Explanation.NONE, bytes, quality);
    }

    static ItemOutcome skipped(Explanation.Why why, String detail) {
        return new ItemOutcome(State.SKIPPED, new Explanation(why, detail), 0, 0);
    }

    static ItemOutcome failed(Explanation.Why why, String detail) {
        return new ItemOutcome(State.FAILED, new Explanation(why, detail), 0, 0);
    }
}
