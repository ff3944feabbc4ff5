package io.nacre.app.view.model;

import io.nacre.app.eval.Metric;
import io.nacre.app.picture.RgbPicture;
import io.nacre.app.view.model.Background.Job;
import io.nacre.app.view.model.Background.Lane;
import io.nacre.app.view.render.Layer;
import io.nacre.codec.metrics.Psnr;
import java.awt.Rectangle;
import java.util.OptionalDouble;

/**
 * One of the two pictures that are compared: the original, or what a coder makes of it. A new recipe cancels the work on the
 * one before; a large picture shows a first part early. Belongs to the window's thread.
 */
public final class SideModel {
    /** Pictures of at most this many pixels are coded at every move of a slider; larger ones when it rests. */
    private static final long QUICK_PIXELS = 1 << 20;

    private static final long REST_MILLIS = 120;
    /** Pixels of the part that is shown first. */
    private static final long PART_PIXELS = 768 << 10;

    /** How far a side's result is. */
    public enum State {
        /** There is nothing to be made: the side shows the original. */
        ORIGINAL,
        /** A result is being made; the one before is still shown. */
        WORKING,
        DONE,
        FAILED
    }

    private final CompareModel owner;
    private final Background background;
    private Recipe recipe;
    private State state = State.ORIGINAL;
    private Result result;
    private Layer part;
    private Measures measures = Measures.NONE;
    private double progress;
    private Throwable failure;
    private Job waiting;
    private Job coding;
    private Job measuring;
    private boolean again;

    SideModel(CompareModel owner, Background background) {
        this.owner = owner;
        this.background = background;
    }

    /** Null for the original. */
    public Recipe recipe() {
        return recipe;
    }

    public State state() {
        return state;
    }

    /** The latest result for the open picture, null if there is none; not yet that of the recipe while it is worked on. */
    public Result result() {
        return result;
    }

    public Measures measures() {
        return measures;
    }

    /** Share of the work that is done, 0 to 1. */
    public double progress() {
        return progress;
    }

    /** Why there is no result, if the state says so. */
    public Throwable failure() {
        return failure;
    }

    /** What is shown, null if there is nothing yet. */
    Layer layer() {
        if (part != null) {
            return part;
        }
        return result == null ? null : Layer.of(result.picture());
    }

    /** Whether only a part of the new result is shown. */
    public boolean partial() {
        return part != null;
    }

    /** Makes another result, or shows the original if the recipe is null. */
    public void recipe(Recipe next) {
        if (next == null) {
            stop();
            forget();
            recipe = null;
            owner.changed(CompareModel.Change.SIDES);
        } else if (!next.equals(recipe) || state == State.FAILED) {
            recipe = next;
            restart();
        }
    }

    /** Takes the recipe and the result of another side. */
    void adopt(SideModel other) {
        stop();
        recipe = other.recipe;
        result = other.result;
        measures = other.measures;
        state = other.state;
        failure = other.failure;
        part = null;
        if (recipe != null && state != State.DONE) {
            restart();
        } else if (recipe != null) {
            measure(result);
        }
    }

    /** Another picture was opened: what there was belongs to the old one. */
    void reset() {
        stop();
        forget();
        if (recipe != null && owner.original() != null) {
            restart();
        }
    }

    private void forget() {
        result = null;
        part = null;
        measures = Measures.NONE;
        state = State.ORIGINAL;
        failure = null;
    }

    /** Ends all work. */
    void stop() {
        again = false;
        for (Job job : new Job[] {waiting, coding, measuring}) {
            if (job != null) {
                job.cancel();
            }
        }
        waiting = null;
        coding = null;
        measuring = null;
    }

    private void restart() {
        Original original = owner.original();
        if (original == null) {
            return;
        }
        if (original.pixels() <= QUICK_PIXELS && coding != null) {
            again = true; // it is done in a moment; to cancel it at every move would show nothing at all
            return;
        }
        stop();
        state = State.WORKING;
        progress = 0;
        if (original.pixels() <= QUICK_PIXELS || result == null) {
            code(original);
        } else {
            waiting = background.later(REST_MILLIS, () -> code(original));
        }
        owner.changed(CompareModel.Change.SIDES);
    }

    private void code(Original original) {
        owner.busy();
        Recipe wanted = recipe;
        Coder coder = owner.coder(wanted.coder());
        Rectangle first = original.pixels() <= QUICK_PIXELS ? null : firstPart();
        Layer base = result == null ? Layer.of(original.picture()) : Layer.of(result.picture());
        coding = background.start(
                Lane.CODING,
                job -> {
                    if (first != null) {
                        coder.preview(original, wanted, first, base)
                                .ifPresent(seen -> job.publish(() -> {
                                    part = seen;
                                    owner.changed(CompareModel.Change.SIDES);
                                }));
                    }
                    Result made = coder.code(
                            original,
                            wanted,
                            share -> job.publish(() -> {
                                progress = share;
                                owner.changed(CompareModel.Change.PROGRESS);
                            }));
                    double psnr = Psnr.of(
                            original.picture().flat().rgb(),
                            made.picture().flat().rgb());
                    job.publish(() -> done(made, psnr));
                },
                this::failed);
    }

    /** The visible part, cut around its middle to what is quick. */
    private Rectangle firstPart() {
        Rectangle visible = owner.view().visible();
        double scale = Math.sqrt(Math.min(1, PART_PIXELS / Math.max(1.0, (double) visible.width * visible.height)));
        int width = (int) Math.max(1, visible.width * scale);
        int height = (int) Math.max(1, visible.height * scale);
        return visible.isEmpty()
                ? null
                : new Rectangle(
                        visible.x + (visible.width - width) / 2,
                        visible.y + (visible.height - height) / 2,
                        width,
                        height);
    }

    private void done(Result made, double psnr) {
        coding = null;
        result = made;
        part = null;
        state = State.DONE;
        measures = Measures.NONE.with(Metric.PSNR_RGB, OptionalDouble.of(psnr));
        owner.point(made, psnr);
        if (again) {
            again = false;
            restart();
        } else {
            measure(made);
        }
        owner.changed(CompareModel.Change.SIDES);
        owner.rested();
    }

    private void failed(Throwable why) {
        coding = null;
        part = null;
        if (again) {
            again = false;
            restart();
            return;
        }
        state = State.FAILED;
        failure = why;
        owner.changed(CompareModel.Change.SIDES);
        owner.rested();
    }

    /** What is not known yet, the quickest first. */
    private void measure(Result made) {
        Original original = owner.original();
        Measures known = measures;
        measuring = background.start(
                Lane.MEASURING,
                job -> {
                    RgbPicture reference = original.picture().flat();
                    RgbPicture decoded = made.picture().flat();
                    for (Metric metric : Measures.METRICS) {
                        if (!known.knows(metric) && !Thread.currentThread().isInterrupted()) {
                            OptionalDouble value = Measures.measure(metric, reference, decoded);
                            job.publish(() -> {
                                measures = measures.with(metric, value);
                                owner.changed(CompareModel.Change.SIDES);
                            });
                        }
                    }
                },
                this::failed);
    }

    /** Whether nothing is being encoded. */
    boolean idle() {
        return state != State.WORKING;
    }
}
