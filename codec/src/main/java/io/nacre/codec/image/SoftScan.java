package io.nacre.codec.image;

/**
 * The mean field of a tile's symbols, for optimisers: each value lies between the two symbols around it as a Boltzmann
 * distribution of temperature one bit over their costs has it, so that it has a derivative. Row contexts are those of the
 * likelier symbols. Not thread-safe.
 */
final class SoftScan extends ResidualScan {
    /** Mean values beyond the means of the latents, positions raster, channels inside; 0 where nothing is coded. */
    final float[] values;
    /** Derivative of {@link #values} by the latent. */
    final float[] slopes;
    /** Derivative of bits and variance by the latent, in bits. */
    final float[] costSlopes;

    private final Receiver receiver;
    private final RateDistortion costs;
    private final int channels;

    SoftScan(Receiver receiver, RateDistortion costs, TileSymbols symbols, byte[] predicted, int step) {
        super(receiver.spec, receiver.tables, symbols, predicted, step);
        this.receiver = receiver;
        this.costs = costs;
        channels = receiver.spec.latentChannels();
        values = new float[symbols.s.length];
        slopes = new float[symbols.s.length];
        costSlopes = new float[symbols.s.length];
    }

    @Override
    protected int symbol(int index, int row) {
        float v = residual(index);
        float weight = costs.weight(index % channels);
        int level = (int) Math.min(Math.abs(v), Short.MAX_VALUE - 1);
        int lower = v < 0 ? -level : level;
        int upper = v < 0 ? lower - 1 : lower + 1;
        float low = receiver.tables.value(lower, row);
        float high = receiver.tables.value(upper, row);
        float apart = high - low;
        float bits = costs.bits(upper, row) - costs.bits(lower, row);
        float dearer = bits + weight * ((v - high) * (v - high) - (v - low) * (v - low));
        float p = (float) (1 / (1 + StrictMath.exp(dearer))); // of the upper one; the same in every JVM
        float slope = p * (1 - p) * 2 * weight * apart;
        values[index] = low + p * apart;
        slopes[index] = slope * apart;
        costSlopes[index] = slope * (bits + weight * apart * apart * (1 - 2 * p));
        return p > 0.5f ? upper : lower;
    }
}
