package io.nacre.codec.image;

import io.nacre.models.ModelException;

/** The search of the higher efforts for better hyperlatents and latents of a tile, at one quality. Thread-safe. */
final class TileSearch {
    private final Receiver receiver;
    /** Null if the effort has no gradient steps. */
    private final Gradients gradients;

    private final int quality;
    private final Effort effort;
    private final float[] gains;
    private final RateDistortion costs;

    /** @throws ModelException if the pack's sender lacks what a search needs */
    TileSearch(Receiver receiver, Sender sender, int quality, Effort effort) throws ModelException {
        this.receiver = receiver;
        this.gradients = effort.steps() > 0 ? sender.gradients() : null;
        this.quality = quality;
        this.effort = effort;
        gains = receiver.gains.at(receiver.share(quality));
        double bits = sender.searchSpec().bitsPerSquaredError(receiver.share(quality));
        costs = new RateDistortion(receiver.tables, quality, bits, gains);
    }

    /**
     * What is to be coded.
     *
     * @param latents u, [channel][latentHeight][latentWidth]
     * @param z [zHeight][zWidth][hyper]
     */
    record Found(float[] latents, byte[] z) {}

    /** By which the symbols of what was found are to be chosen. */
    SymbolRule rule() {
        return costs;
    }

    /**
     * Searches.
     *
     * @param latents u, [channel][latentHeight][latentWidth], is not changed
     * @param exact what the hyper analysis gave, [zHeight][zWidth][hyper]
     * @param z the same, rounded
     * @param target samples, for efforts that refine latents
     * @throws InterruptedException if the thread is interrupted
     */
    Found search(TileGeometry geometry, float[] latents, float[] exact, byte[] z, TileTarget target)
            throws InterruptedException {
        try (LatentMeans means = new LatentMeans(receiver, geometry)) {
            TileTrials trials = new TileTrials(receiver, costs, geometry, quality, means, latents);
            int step = receiver.step(quality);
            HyperlatentMoves moves = new HyperlatentMoves(receiver, costs, geometry, step, exact);
            byte[] better = new HyperlatentSearch(trials, moves, geometry).search(z, effort.hyperRounds());
            if (effort.steps() == 0) {
                return new Found(latents, better);
            }
            double before = exactCost(trials, better, means, target);
            float[] refined = new LatentRefinement(receiver, gradients, costs, geometry, means, gains, step)
                    .refine(latents, better, target, effort.steps());
            TileTrials after = new TileTrials(receiver, costs, geometry, quality, means, refined);
            boolean pays = exactCost(after, better, means, target) < before;
            return new Found(pays ? refined : latents, better);
        }
    }

    /** Bits and squared error of the samples themselves. */
    private double exactCost(TileTrials trials, byte[] z, LatentMeans means, TileTarget target) {
        TileTrials.Trial trial = trials.run(z);
        float[] rebuilt = means.rebuild(trial.symbols(), gains);
        double error = gradients.synthesis.compute(target, rebuilt, new float[rebuilt.length]);
        return trial.bits() + costs.bitsPerSquaredError() * error;
    }
}
