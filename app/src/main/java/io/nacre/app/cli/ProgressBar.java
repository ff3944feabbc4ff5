package io.nacre.app.cli;

import io.nacre.app.file.FileNames;
import io.nacre.codec.audio.SoundProgress;
import io.nacre.codec.image.Progress;
import java.io.PrintStream;
import java.util.OptionalLong;
import java.util.function.LongSupplier;

/** One line that shows how far long work has come; short work draws nothing. Erased when closed. */
final class ProgressBar implements Progress, AutoCloseable {
    private static final long DELAY_NANOS = 500_000_000;
    private static final long INTERVAL_NANOS = 100_000_000;
    private static final int CELLS = 30;
    private static final int MAX_LABEL = 30;
    private static final int STEPS = 1000;

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
        String line = FileNames.oneLine(label);
        this.label = line.length() <= MAX_LABEL ? line : line.substring(0, MAX_LABEL - 1) + "~";
        this.clock = clock;
        this.due = clock.getAsLong() + DELAY_NANOS;
    }

    @Override
    public void tiles(int done, int total) {
        draw(done, total, "");
    }

    /**
     * For the samples of a sound.
     *
     * @param samples of each channel; where that isn't known, seconds are counted
     * @param rate in Hz
     */
    SoundProgress sound(OptionalLong samples, int rate) {
        return done -> {
            long total = samples.orElse(0);
            if (total == 0 || total < done) { // a header may say anything
                draw(label + " " + done / rate + " s");
            } else {
                draw((int) (done * STEPS / total), STEPS, "");
            }
        };
    }

    /** @param more short text behind the percentage */
    void draw(int done, int total, String more) {
        int full = (int) ((long) done * CELLS / total);
        draw(label + " [" + "#".repeat(full) + ".".repeat(CELLS - full) + "] " + 100L * done / total + " %" + more);
    }

    private void draw(String line) {
        long now = clock.getAsLong();
        if (err == null || now - due < 0) {
            return;
        }
        due = now + INTERVAL_NANOS;
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
