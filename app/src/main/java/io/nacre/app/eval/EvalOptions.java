package io.nacre.app.eval;

import io.nacre.app.eval.codec.MediaKind;
import java.nio.file.Path;
import java.util.List;

/**
 * What to evaluate, and how.
 *
 * @param folder of pictures or of sounds; those in folders below count as well
 * @param out folder for all output; made if it is missing
 * @param points most settings of each codec's sweep, spread evenly with both ends; 0 for all
 * @param metrics what to measure, at least one, all of one kind
 * @param jobs codings at a time; times are comparable with 1 only
 * @param existing what to do with results that lie in {@code out}
 * @param anchor codec that Bjontegaard deltas refer to, or null for none; may be missing from the run
 * @param references files of curves that are compared as well
 */
public record EvalOptions(
        Path folder,
        Path out,
        int points,
        List<Metric> metrics,
        int jobs,
        Existing existing,
        String anchor,
        List<Path> references) {

    /** What to do with results of an earlier run. */
    public enum Existing {
        REFUSE,
        /** Keep what was made with the same file, codec revision and setting; failures are tried again. */
        RESUME,
        REPLACE
    }

    /** Copies the lists. */
    public EvalOptions {
        if (points < 0 || points == 1 || jobs < 1 || metrics.isEmpty()) {
            throw new IllegalArgumentException(points + " points, " + jobs + " jobs, metrics " + metrics);
        }
        if (metrics.stream().map(Metric::kind).distinct().count() > 1) {
            throw new IllegalArgumentException("metrics of several kinds: " + metrics);
        }
        metrics = List.copyOf(metrics);
        references = List.copyOf(references);
    }

    /** What is evaluated. */
    public MediaKind kind() {
        return metrics.get(0).kind();
    }
}
