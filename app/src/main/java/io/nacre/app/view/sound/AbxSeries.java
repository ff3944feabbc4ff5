package io.nacre.app.view.sound;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * A blind test: in each trial X is one of A and B by the toss of a coin, and the listener says which. How it goes is not
 * told before the last trial or the end that the listener chooses, since whoever stops at a lucky moment proves nothing.
 * Not thread-safe.
 */
public final class AbxSeries {
    public static final int DEFAULT_TRIALS = 16;
    public static final int MAX_TRIALS = 200;

    private final BooleanSupplier coin;
    private final int planned;
    private final List<Trial> trials = new ArrayList<>();
    private Side hidden;
    private boolean ended;

    /**
     * Begins with the first trial.
     *
     * @param planned trials, 1..{@link #MAX_TRIALS}
     * @param coin fair and unpredictable, such as {@link java.security.SecureRandom#nextBoolean}
     */
    public AbxSeries(int planned, BooleanSupplier coin) {
        if (planned < 1 || planned > MAX_TRIALS) {
            throw new IllegalArgumentException(planned + " trials");
        }
        this.planned = planned;
        this.coin = coin;
        toss();
    }

    /**
     * A trial that is over.
     *
     * @param hidden what X was
     * @param answer what it was taken for
     */
    public record Trial(Side hidden, Side answer) {
        public boolean correct() {
            return hidden == answer;
        }
    }

    /**
     * What came of a test.
     *
     * @param planned trials that were planned; fewer were done if it was ended early
     * @param correct trials in which the answer was right
     * @param pValue probability that somebody who guesses does as well or better, by the one-sided exact binomial test
     */
    public record Result(List<Trial> trials, int planned, int correct, double pValue) {
        /** Keeps a copy of the trials. */
        public Result {
            trials = List.copyOf(trials);
        }

        /** The log, a line for each trial. */
        public String log() {
            StringBuilder log = new StringBuilder("trial\tX\tanswer\tcorrect\n");
            for (int i = 0; i < trials.size(); i++) {
                Trial trial = trials.get(i);
                log.append(i + 1)
                        .append('\t')
                        .append(trial.hidden)
                        .append('\t')
                        .append(trial.answer)
                        .append('\t')
                        .append(trial.correct() ? "yes" : "no")
                        .append('\n');
            }
            return log.append(String.format(
                            Locale.ROOT,
                            "%d of %d correct, %d planned, p = %.4g%n",
                            correct,
                            trials.size(),
                            planned,
                            pValue))
                    .toString();
        }
    }

    private void toss() {
        hidden = coin.getAsBoolean() ? Side.A : Side.B;
    }

    public int planned() {
        return planned;
    }

    /** Trials that are over. */
    public int done() {
        return trials.size();
    }

    public boolean ended() {
        return ended;
    }

    /** What X is in this trial: for the player, to be shown to nobody. */
    public Side hidden() {
        return hidden;
    }

    /**
     * Ends a trial and begins the next one, if there is one.
     *
     * @throws IllegalStateException if the test has ended
     */
    public void answer(Side answer) {
        if (ended) {
            throw new IllegalStateException("the test has ended");
        }
        trials.add(new Trial(hidden, answer));
        if (trials.size() == planned) {
            ended = true;
        } else {
            toss();
        }
    }

    /** Ends the test before its time. */
    public void end() {
        ended = true;
    }

    /** The result; empty as long as the test goes on, or if no trial was done. */
    public Optional<Result> result() {
        if (!ended || trials.isEmpty()) {
            return Optional.empty();
        }
        int correct = (int) trials.stream().filter(Trial::correct).count();
        return Optional.of(new Result(trials, planned, correct, pValue(correct, trials.size())));
    }

    /** Probability of at least so many heads in so many tosses of a fair coin. */
    static double pValue(int correct, int trials) {
        BigInteger ways = BigInteger.ZERO;
        BigInteger choose = BigInteger.ONE; // trials over k
        for (int k = 0; k <= trials; k++) {
            if (k >= correct) {
                ways = ways.add(choose);
            }
            choose = choose.multiply(BigInteger.valueOf((long) trials - k)).divide(BigInteger.valueOf(k + 1L));
        }
        return new BigDecimal(ways)
                .divide(new BigDecimal(BigInteger.ONE.shiftLeft(trials)), MathContext.DECIMAL64)
                .doubleValue();
    }
}
