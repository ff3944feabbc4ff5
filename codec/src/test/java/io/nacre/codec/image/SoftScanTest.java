package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.ModelException;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoftScanTest {
    private static final int STEP = 30;

    private static ImageModel model;

    @BeforeAll
    static void open() throws ModelException {
        model = Fixture.tinyRefine(1);
    }

    @AfterAll
    static void close() {
        model.close();
    }

    /** Scans one latent position. */
    private static <T extends ResidualScan> T scanned(T scan, float[] latents) {
        int plane = new TileGeometry(16, 16).latents();
        float[] planes = new float[latents.length * plane];
        for (int c = 0; c < latents.length; c++) {
            planes[c * plane] = latents[c];
        }
        scan.half(0, planes, FloatBuffer.wrap(new float[planes.length]));
        return scan;
    }

    private static TileSymbols symbols() {
        ReceiverSpec spec = model.receiver().spec;
        return new TileSymbols(new TileGeometry(16, 16), new byte[spec.hyperChannels()], spec.latentChannels());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void slopesAreDerivatives(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Receiver receiver = model.receiver();
        int channels = receiver.spec.latentChannels();
        float[] gains = new float[channels];
        Arrays.fill(gains, 1);
        float apart = 1e-3f;
        int steep = 0;
        for (int i = 0; i < 300; i++) {
            RateDistortion costs = new RateDistortion(receiver.tables, 16 * STEP, random.nextDouble(1, 12), gains);
            byte[] rows = new byte[16 * channels];
            float[] latents = new float[channels];
            for (int c = 0; c < channels; c++) {
                rows[c] = (byte) random.nextInt(20, 40);
                latents[c] = (float) random.nextDouble(-3, 3);
            }
            float middle = latents[0];
            if (Math.floor(middle - 2 * apart) != Math.floor(middle + 2 * apart)) {
                continue; // the two symbols around it change there
            }
            int row = scanned(new TrialScan(receiver, costs, symbols(), rows, STEP), latents).rows[0];
            SoftScan scan = scanned(new SoftScan(receiver, costs, symbols(), rows, STEP), latents);
            latents[0] = middle + apart;
            SoftScan above = scanned(new SoftScan(receiver, costs, symbols(), rows, STEP), latents);
            latents[0] = middle - apart;
            SoftScan below = scanned(new SoftScan(receiver, costs, symbols(), rows, STEP), latents);
            String what = "seed " + seed + ", case " + i;
            double slope = (above.values[0] - below.values[0]) / (2 * apart);
            assertEquals(slope, scan.slopes[0], 2e-3 * Math.max(1, Math.abs(slope)), what);
            double costSlope =
                    (expectedCost(costs, middle + apart, row) - expectedCost(costs, middle - apart, row)) / (2 * apart);
            assertEquals(costSlope, scan.costSlopes[0], 1e-2 * Math.max(1, Math.abs(costSlope)), what);
            steep += Math.abs(costSlope) > 0.5 ? 1 : 0;
            double mean = probability(costs, middle, row) * apart(middle, row);
            assertEquals(value((int) middle, row) + mean, scan.values[0], 1e-4, what);
        }
        assertTrue(steep > 20, "seed " + seed + ": only " + steep + " slopes that differ from 0");
    }

    private static double value(int s, int row) {
        return model.receiver().tables.value(s, row);
    }

    private static int beyond(double latent) {
        return (int) latent + (latent < 0 ? -1 : 1);
    }

    private static double apart(double latent, int row) {
        return value(beyond(latent), row) - value((int) latent, row);
    }

    /** Of the symbol farther from 0. */
    private static double probability(RateDistortion costs, double latent, int row) {
        double dearer = costs.bits(beyond(latent), row) - costs.bits((int) latent, row);
        dearer += costs.weight(0) * Math.pow(latent - value(beyond(latent), row), 2);
        dearer -= costs.weight(0) * Math.pow(latent - value((int) latent, row), 2);
        return 1 / (1 + Math.exp(dearer));
    }

    /** Expected bits and the weighted variance. */
    private static double expectedCost(RateDistortion costs, double latent, int row) {
        double p = probability(costs, latent, row);
        double bits = p * costs.bits(beyond(latent), row) + (1 - p) * costs.bits((int) latent, row);
        return bits + costs.weight(0) * p * (1 - p) * Math.pow(apart(latent, row), 2);
    }
}
