package io.nacre.app.view.queue;

import io.nacre.codec.image.Progress;
import java.util.function.DoubleConsumer;

/** Makes one fraction that only grows from the passes of an encoder that searches for a size. */
final class PassProgress implements Progress {
    /** Passes of a bisection over all qualities. */
    private static final int EXPECTED_PASSES = 11;

    /** What more passes than expected stop at. */
    private static final double ALMOST = 0.99;

    private final int expected;
    private final DoubleConsumer fraction;
    private int pass;
    private int last;

    /**
     * @param searches whether there are several passes
     * @param fraction receives 0..1
     */
    PassProgress(boolean searches, DoubleConsumer fraction) {
        this.expected = searches ? EXPECTED_PASSES : 1;
        this.fraction = fraction;
    }

    @Override
    public void tiles(int done, int total) {
        pass += done <= last && last > 0 ? 1 : 0;
        last = done;
        double passes = pass + (double) done / total;
        fraction.accept(expected == 1 ? Math.min(1, passes) : Math.min(ALMOST, passes / expected));
    }
}
