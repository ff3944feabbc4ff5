package io.nacre.app.view.model;

import io.nacre.app.view.model.Background.Job;
import io.nacre.app.view.model.Background.Lane;
import io.nacre.codec.image.EncodeOptions;
import io.nacre.codec.image.EncodeTarget;
import io.nacre.codec.metrics.Psnr;
import java.util.HashSet;
import java.util.Set;

/** Computes points of the curves of the coders on show while nothing else is to be encoded. Belongs to the window's thread. */
final class CurveFiller {
    /** From the middle outwards, so that the first points already show the curve's course. */
    private static final double[] QUALITIES = {50, 20, 80, 5, 95, 35, 65};

    /** Larger pictures would keep the machine busy for minutes. */
    private static final long MOST_PIXELS = 16L << 20;

    private final CompareModel owner;
    private final Background background;
    private final Set<Recipe> done = new HashSet<>();
    private Job running;

    CurveFiller(CompareModel owner, Background background) {
        this.owner = owner;
        this.background = background;
    }

    void reset() {
        pause();
        done.clear();
    }

    /** A point that need not be computed any more. */
    void known(Recipe recipe) {
        done.add(recipe);
    }

    void pause() {
        if (running != null) {
            running.cancel();
            running = null;
        }
    }

    void resume() {
        Original original = owner.original();
        Recipe next = original == null || original.pixels() > MOST_PIXELS ? null : next();
        if (running != null || next == null) {
            return;
        }
        Coder coder = owner.coder(next.coder());
        running = background.start(
                Lane.CODING,
                job -> {
                    Result result = coder.code(original, next, share -> {});
                    double psnr = Psnr.of(
                            original.picture().flat().rgb(),
                            result.picture().flat().rgb());
                    job.publish(() -> {
                        owner.point(result, psnr);
                        ended(next);
                    });
                },
                e -> ended(next)); // the curve has a point less; the side itself says what is wrong with a coder
    }

    private void ended(Recipe recipe) {
        known(recipe);
        running = null;
        resume();
    }

    private Recipe next() {
        for (double quality : QUALITIES) {
            for (SideModel side : new SideModel[] {owner.right(), owner.left()}) {
                if (side.recipe() != null && side.state() == SideModel.State.DONE) {
                    Recipe recipe = new Recipe(
                            side.recipe().coder(), new EncodeTarget.Quality(quality), EncodeOptions.MIN_EFFORT);
                    if (!done.contains(recipe)) {
                        return recipe;
                    }
                }
            }
        }
        return null;
    }
}
