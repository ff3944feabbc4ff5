package io.nacre.codec.image;

/** Codes the latents of one tile, without a stream, for hyperlatents that are tried. Not thread-safe. */
final class TileTrials {
    private final Receiver receiver;
    private final RateDistortion costs;
    private final TileGeometry geometry;
    private final int quality;
    private final LatentMeans means;
    private final float[] latents;

    /**
     * Prepares trials.
     *
     * @param means of the tile; every trial leaves those of its hyperlatents there
     * @param latents u, [channel][latentHeight][latentWidth]
     */
    TileTrials(
            Receiver receiver,
            RateDistortion costs,
            TileGeometry geometry,
            int quality,
            LatentMeans means,
            float[] latents) {
        this.receiver = receiver;
        this.costs = costs;
        this.geometry = geometry;
        this.quality = quality;
        this.means = means;
        this.latents = latents;
    }

    /**
     * What came of a trial.
     *
     * @param predicted rows by the row predictor
     * @param rows corrected rows, {@link TrialScan#SKIPPED} where nothing is coded
     * @param cells bits and weighted squared errors of the latents by hyperlatent cell, hyperlatents included
     * @param bits of symbols and hyperlatents
     */
    record Trial(TileSymbols symbols, byte[] predicted, byte[] rows, float[] cells, double bits) {
        /** Bits and weighted squared errors of the tile. */
        double total() {
            double sum = 0;
            for (float cell : cells) {
                sum += cell;
            }
            return sum;
        }
    }

    /** Codes the tile with hyperlatents, [zHeight][zWidth][hyper]. */
    Trial run(byte[] z) {
        int step = receiver.step(quality);
        TileSymbols symbols = new TileSymbols(geometry, z, receiver.spec.latentChannels());
        byte[] predicted = receiver.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        TrialScan scan = new TrialScan(receiver, costs, symbols, predicted, step);
        means.predict(z, quality);
        scan.half(0, latents, means.means(0));
        means.refine(symbols);
        scan.half(1, latents, means.means(1));
        float[] cells = scan.cellCosts();
        int hyper = receiver.spec.hyperChannels();
        double bits = scan.bits();
        for (int i = 0; i < z.length; i++) {
            float own = costs.hyperBits(z[i], i % hyper);
            cells[i / hyper] += own;
            bits += own;
        }
        return new Trial(symbols, predicted, scan.rows, cells, bits);
    }
}
