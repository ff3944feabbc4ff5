package io.nacre.entropy;

/**
 * Tables of zero-mean Gaussians, rounded to integers, on a logarithmic grid of scales: the start from which the stored
 * histograms of a model pack are fitted, and the reference in tests. Made with {@link StrictMath}; still a receiver
 * takes stored integers, so that no float ever steers a decoder.
 *
 * <p>Row r has {@code sigma = sigmaMin * (sigmaMax / sigmaMin)^(r / (rows - 1))}; integer s weighs the normal
 * distribution's mass in {@code s-1/2..s+1/2}, and what lies beyond the reach goes to the escape.
 *
 * <p>Immutable and safe for use by many threads.
 */
public final class GaussianTables {
    /** The escape of a row weighs less than this, unless {@code maxLevel} cuts its reach short. */
    private static final double ESCAPE_MASS = 0x1p-10;

    private static final int LEVEL_LIMIT = 255;

    private final double[] sigmas;
    private final SignedTable[] tables;

    private GaussianTables(double[] sigmas, SignedTable[] tables) {
        this.sigmas = sigmas;
        this.tables = tables;
    }

    /**
     * Makes the tables.
     *
     * @param rows their number, 2 or more
     * @param sigmaMin standard deviation of row 0, in quantisation steps, above 0
     * @param sigmaMax that of the last row, finite and above {@code sigmaMin}
     * @param maxLevel largest reach, 0..255
     * @throws IllegalArgumentException if a parameter is outside its bounds
     */
    public static GaussianTables logGrid(int rows, double sigmaMin, double sigmaMax, int maxLevel) {
        if (rows < 2 || maxLevel < 0 || maxLevel > LEVEL_LIMIT) {
            throw new IllegalArgumentException(rows + " rows, levels up to " + maxLevel);
        }
        if (!(sigmaMin > 0 && sigmaMax > sigmaMin && sigmaMax < Double.POSITIVE_INFINITY)) {
            throw new IllegalArgumentException("sigma from " + sigmaMin + " to " + sigmaMax);
        }
        double[] sigmas = new double[rows];
        SignedTable[] tables = new SignedTable[rows];
        for (int row = 0; row < rows; row++) {
            sigmas[row] = sigmaMin * StrictMath.pow(sigmaMax / sigmaMin, (double) row / (rows - 1));
            tables[row] = tableOf(sigmas[row], maxLevel);
        }
        return new GaussianTables(sigmas, tables);
    }

    /** The number of rows. */
    public int rows() {
        return tables.length;
    }

    /** The table of {@code row}. */
    public SignedTable table(int row) {
        return tables[row];
    }

    /** S, the largest magnitude that needs no escape in {@code row}. */
    public int reach(int row) {
        return tables[row].reach();
    }

    /** The standard deviation of {@code row}, in quantisation steps. */
    public double sigma(int row) {
        return sigmas[row];
    }

    private static SignedTable tableOf(double sigma, int maxLevel) {
        int reach = 0;
        while (reach < maxLevel && massBeyond(reach, sigma) >= ESCAPE_MASS) {
            reach++;
        }
        double[] weights = new double[2 * reach + 2];
        weights[reach] = 1 - massBeyond(0, sigma);
        for (int level = 1; level <= reach; level++) {
            double mass = (massBeyond(level - 1, sigma) - massBeyond(level, sigma)) / 2;
            weights[reach - level] = mass;
            weights[reach + level] = mass;
        }
        weights[2 * reach + 1] = massBeyond(reach, sigma);
        return new SignedTable(symmetric(FrequencyTable.apportion(weights), reach));
    }

    /** The probability that a normal variable rounds to a magnitude above {@code level}. */
    private static double massBeyond(int level, double sigma) {
        return NormalTail.erfc((level + 0.5) / (sigma * StrictMath.sqrt(2)));
    }

    /** Makes -s as likely as s: rounding may have left them one apart, and the odd ones go to zero. */
    private static int[] symmetric(int[] frequencies, int reach) {
        for (int level = 1; level <= reach; level++) {
            int lower = Math.min(frequencies[reach - level], frequencies[reach + level]);
            frequencies[reach] += frequencies[reach - level] + frequencies[reach + level] - 2 * lower;
            frequencies[reach - level] = lower;
            frequencies[reach + level] = lower;
        }
        return frequencies;
    }
}
