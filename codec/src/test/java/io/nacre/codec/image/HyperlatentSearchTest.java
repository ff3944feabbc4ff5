package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HyperlatentSearchTest {
    private static final int QUALITY = 400;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void costsNeverRiseAndAreThoseOfTheSymbols(long seed) throws Exception {
        SplittableRandom random = new SplittableRandom(seed);
        TileGeometry geometry = new TileGeometry(random.nextInt(1, 200), random.nextInt(1, 200));
        try (ImageModel model = Fixture.tinyRefine(1);
                LatentMeans means = new LatentMeans(model.receiver(), geometry)) {
            Receiver receiver = model.receiver();
            float[] gains = receiver.gains.at(receiver.share(QUALITY));
            double bits = model.sender().searchSpec().bitsPerSquaredError(receiver.share(QUALITY));
            RateDistortion costs = new RateDistortion(receiver.tables, QUALITY, bits, gains);
            float[] latents = new float[gains.length * geometry.latents()];
            for (int i = 0; i < latents.length; i++) {
                latents[i] = (float) (random.nextGaussian() * random.nextDouble(3));
            }
            float[] exact = new float[geometry.zWidth() * geometry.zHeight() * receiver.spec.hyperChannels()];
            byte[] z = new byte[exact.length];
            for (int i = 0; i < exact.length; i++) {
                exact[i] = (float) random.nextDouble(-4, 4);
                z[i] = (byte) Math.round(exact[i]);
            }
            byte[] start = z.clone();
            TileTrials trials = new TileTrials(receiver, costs, geometry, QUALITY, means, latents);
            HyperlatentMoves moves = new HyperlatentMoves(receiver, costs, geometry, receiver.step(QUALITY), exact);
            byte[] better = new HyperlatentSearch(trials, moves, geometry).search(z, 6);
            assertArrayEquals(start, z);
            TileTrials.Trial before = trials.run(z);
            TileTrials.Trial after = trials.run(better);
            String what = "seed " + seed + ", " + geometry;
            assertTrue(after.total() < before.total(), what + ": " + after.total() + " after " + before.total());
            for (int i = 0; i < better.length; i++) {
                assertTrue(Math.abs(better[i] - exact[i]) < 1.5, what + ": hyperlatent " + i + " went astray");
            }
            assertEquals(bitsOf(after, costs, gains.length), after.bits(), 1e-3 * after.bits(), what);
        }
    }

    private static double bitsOf(TileTrials.Trial trial, RateDistortion costs, int channels) {
        TileSymbols symbols = trial.symbols();
        double bits = 0;
        for (int i = 0; i < symbols.s.length; i++) {
            bits += trial.rows()[i] == TrialScan.SKIPPED ? 0 : costs.bits(symbols.s[i], trial.rows()[i]);
        }
        int hyper = symbols.z.length / symbols.geometry.zWidth() / symbols.geometry.zHeight();
        for (int i = 0; i < symbols.z.length; i++) {
            bits += costs.hyperBits(symbols.z[i], i % hyper);
        }
        return bits;
    }
}
