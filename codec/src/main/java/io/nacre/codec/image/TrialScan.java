package io.nacre.codec.image;

import java.util.Arrays;

/** Chooses the symbols of a tile by cost and adds the costs up. Not thread-safe. */
final class TrialScan extends ResidualScan {
    /** Where nothing is coded. */
    static final byte SKIPPED = -1;

    /** Corrected row of every symbol, or {@link #SKIPPED}. */
    final byte[] rows;

    private final TileSymbols symbols;
    private final RateDistortion costs;
    private final int channels;
    private double bits;

    TrialScan(Receiver receiver, RateDistortion costs, TileSymbols symbols, byte[] predicted, int step) {
        super(receiver.spec, receiver.tables, symbols, predicted, step);
        this.symbols = symbols;
        this.costs = costs;
        channels = receiver.spec.latentChannels();
        rows = new byte[symbols.s.length];
        Arrays.fill(rows, SKIPPED);
    }

    @Override
    protected int symbol(int index, int row) {
        rows[index] = (byte) row;
        int s = costs.symbol(residual(index), index % channels, row);
        bits += costs.bits(s, row);
        return s;
    }

    /** Bits of all symbols so far. */
    double bits() {
        return bits;
    }

    /** Bits and weighted squared errors of the latents under each hyperlatent cell, after both halves. */
    float[] cellCosts() {
        TileGeometry geometry = symbols.geometry;
        float[] cells = new float[geometry.zHeight() * geometry.zWidth()];
        for (int y = 0; y < geometry.codedHeight(); y++) {
            for (int x = 0; x < geometry.codedWidth(); x++) {
                int from = (y * geometry.latentWidth() + x) * channels;
                float sum = 0;
                for (int c = 0; c < channels; c++) {
                    float residual = residual(from + c);
                    int row = rows[from + c];
                    sum += row == SKIPPED
                            ? costs.weight(c) * residual * residual
                            : costs.cost(residual, c, row, symbols.s[from + c]);
                }
                cells[y / 4 * geometry.zWidth() + x / 4] += sum;
            }
        }
        return cells;
    }
}
