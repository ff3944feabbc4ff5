package io.nacre.app.eval;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Tells whether a run is worse than a {@link Baseline}. What can't be compared does not pass. */
public final class RegressionGate {
    private RegressionGate() {}

    /**
     * What came out.
     *
     * @param passed whether nothing got worse by more than the tolerance
     * @param lines one for each comparison, those that failed marked
     */
    public record Verdict(boolean passed, List<String> lines) {}

    /**
     * Compares each curve of the baseline with that of the same codec, by each metric of the run that the baseline has.
     *
     * @param tolerance most percent that a BD-rate may be above 0
     */
    public static Verdict check(EvalRun run, Baseline baseline, double tolerance) {
        List<String> lines = new ArrayList<>();
        boolean passed = true;
        if (!Baseline.of(run).items().equals(baseline.items())) {
            return new Verdict(
                    false,
                    List.of("FAILED: the baseline was made with other "
                            + run.options().kind().noun() + "s"));
        }
        int compared = 0;
        for (Curve old : baseline.curves()) {
            Optional<Curve> now = run.curve(old.codec());
            if (now.isEmpty()) {
                lines.add("FAILED " + old.codec() + ": it is in the baseline, but was not run");
                passed = false;
                continue;
            }
            for (Metric metric : run.options().metrics()) {
                if (old.has(metric)) {
                    BdEntry entry = BdEntry.of(now.get(), old, metric);
                    boolean ok = entry.rate() != null && entry.rate().percent() <= tolerance;
                    lines.add(line(entry, ok, tolerance));
                    passed &= ok;
                    compared++;
                }
            }
        }
        if (compared == 0) {
            lines.add("FAILED: the baseline and this run have nothing in common");
            passed = false;
        }
        return new Verdict(passed, List.copyOf(lines));
    }

    private static String line(BdEntry entry, boolean ok, double tolerance) {
        String head = (ok ? "ok     " : "FAILED ") + entry.codec() + " " + entry.metric() + ": ";
        if (entry.rate() == null) {
            return head + entry.warning();
        }
        String warning = entry.warning() == null ? "" : " " + entry.warning();
        return head
                + String.format(
                        Locale.ROOT,
                        "BD-rate %+.2f %%, tolerance %.2f %%.",
                        entry.rate().percent(),
                        tolerance)
                + warning;
    }
}
