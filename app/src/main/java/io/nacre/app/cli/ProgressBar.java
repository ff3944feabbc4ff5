package io.nacre.app.cli;

import io.nacre.codec.image.Progress;
import java.io.PrintStream;
import java.util.function.LongSupplier;

/** One line that shows how far long work has come; short work draws nothing. Erased when closed. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final long DELAY_NANOS = 500_000_000;
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int CELLS = 30;
    private static final int MAX_LABEL = 30;

    private final PrintStream err;
    private final String label;
    private final LongSupplier clock;
    private long due;
    private int drawn;

    /**
     * @param err drawn upon, or null to draw nothing
     * @param clock nanoseconds
     */
    ProgressBar(PrintStream err, String label, LongSupplier clock) {
        this.err = err;
        String line = Names.oneLine(label);
        this.label = line.length() <= MAX_LABEL ? line : line.substring(0, MAX_LABEL - 1) + "~";
        this.clock = clock;
        this.due = clock.getAsLong() + DELAY_NANOS;
    }

    @Override
    public void tiles(int done, int total) {
        draw(done, total, "");
    }

    /** @param more short text behind the percentage */
    void draw(int done, int total, String more) {
        long now = clock.getAsLong();
        if (err == null || now - due < 0) {
            return;
        }
        due = now + INTERVAL_NANOS;
        int full = (int) ((long) done * CELLS / total);
        String line =
                label + " [" + "#".repeat(full) + ".".repeat(CELLS - full) + "] " + 100L * done / total + " %" + more;
        err.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
        err.flush();
        drawn = line.length();
    }

    @Override
    public void close() {
        if (drawn > 0) {
            err.print("\r" + " ".repeat(drawn) + "\r");
            err.flush();
            drawn = 0;
        }
    }
}
