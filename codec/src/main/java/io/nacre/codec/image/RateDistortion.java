package io.nacre.codec.image;

/**
 * What symbols cost at one quality: bits of the pack's tables plus weighted squared error. An error of one latent costs
 * what it does to the samples; synthesis begins as an orthonormal transform and stays near enough to one that the
 * squared gain of the channel is its curvature within a fifth, and that neighbours can be treated apart. Thread-safe.
 */
final class RateDistortion implements SymbolRule {
    /** Symbols up to this magnitude have their bits in a table. */
    private static final int LEVELS = 127;

    private static final float FRACTION = 1f / 65536;

    private final CodingTables tables;
    private final int quality;
    /** [row][s + LEVELS]. */
    private final float[] bits = new float[ReceiverSpec.ROWS * (2 * LEVELS + 1)];
    /** Bits of a squared error of one in each channel. */
    private final float[] weights;

    private final double bitsPerSquaredError;

    /**
     * Costs at a quality.
     *
     * @param bitsPerSquaredError of samples
     * @param gains from latents as coded to the latents that synthesis takes, by channel
     */
    RateDistortion(CodingTables tables, int quality, double bitsPerSquaredError, float[] gains) {
        this.tables = tables;
        this.quality = quality;
        this.bitsPerSquaredError = bitsPerSquaredError;
        for (int row = 0; row < ReceiverSpec.ROWS; row++) {
            for (int s = -LEVELS; s <= LEVELS; s++) {
                bits[row * (2 * LEVELS + 1) + s + LEVELS] = tables.row(row).costOf(s) * FRACTION;
            }
        }
        weights = new float[gains.length];
        for (int c = 0; c < gains.length; c++) {
            weights[c] = (float) (bitsPerSquaredError * gains[c] * gains[c]);
        }
    }

    /** Bits of a symbol of a table row. */
    float bits(int s, int row) {
        return s >= -LEVELS && s <= LEVELS
                ? bits[row * (2 * LEVELS + 1) + s + LEVELS]
                : tables.row(row).costOf(s) * FRACTION;
    }

    /** Bits of a hyperlatent. */
    float hyperBits(int value, int channel) {
        return tables.z(quality, channel).costOf(value) * FRACTION;
    }

    /** Bits that a squared error of one in a sample is worth. */
    double bitsPerSquaredError() {
        return bitsPerSquaredError;
    }

    /** Bits that a squared error of one in a latent of a channel is worth. */
    float weight(int channel) {
        return weights[channel];
    }

    /** Bits and squared error of coding a residual as s. */
    float cost(float residual, int channel, int row, int s) {
        float error = residual - tables.value(s, row);
        return bits(s, row) + weights[channel] * error * error;
    }

    /** The cheapest of the two symbols around the residual and 0. */
    @Override
    public int symbol(float residual, int channel, int row) {
        int below = (int) Math.min(Math.abs(residual), Short.MAX_VALUE - 1);
        int sign = residual < 0 ? -1 : 1;
        int best = 0;
        float least = cost(residual, channel, row, 0);
        for (int level = Math.max(1, below); level <= below + 1; level++) {
            float cost = cost(residual, channel, row, sign * level);
            if (cost < least) {
                least = cost;
                best = sign * level;
            }
        }
        return best;
    }
}
