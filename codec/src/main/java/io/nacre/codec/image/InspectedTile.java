package io.nacre.codec.image;

import io.nacre.entropy.CorruptStreamException;
import java.util.Arrays;

/**
 * The integers of a tile and what they cost.
 *
 * @param payload bytes of the tile
 * @param rows corrected row of every symbol, or {@link TrialScan#SKIPPED}; positions raster, channels inside
 * @param bits of each position, its share of the hyperlatents included
 * @param channelBits of each channel's symbols
 * @param hyperBits of all hyperlatents
 * @param latentBits of all symbols
 */
record InspectedTile(
        int payload,
        TileSymbols symbols,
        byte[] rows,
        float[] bits,
        double[] channelBits,
        double hyperBits,
        double latentBits) {
    private static final double COST_UNIT = 1.0 / (1 << 16);

    /** Goes through the symbols of a parsed tile once more, in the order in which they were coded. */
    static InspectedTile of(Receiver receiver, int quality, int payload, TileParser.Parsed parsed)
            throws CorruptStreamException {
        TileSymbols symbols = parsed.symbols();
        TileGeometry geometry = symbols.geometry;
        int step = receiver.step(quality);
        byte[] predicted = receiver.rowPredictor.rows(symbols.z, geometry.zHeight(), geometry.zWidth(), step);
        Replay replay = new Replay(receiver, symbols, predicted, step);
        replay.run(0);
        replay.run(1);
        double latentBits = Arrays.stream(replay.channelBits).sum();
        double hyperBits = spreadHyperlatents(receiver, quality, symbols, replay.bits);
        return new InspectedTile(payload, symbols, replay.rows, replay.bits, replay.channelBits, hyperBits, latentBits);
    }

    /** A hyperlatent cell's bits fall evenly on the positions that it describes. */
    private static double spreadHyperlatents(Receiver receiver, int quality, TileSymbols symbols, float[] bits) {
        TileGeometry geometry = symbols.geometry;
        int hyper = receiver.spec.hyperChannels();
        double total = 0;
        for (int cell = 0; cell < geometry.zWidth() * geometry.zHeight(); cell++) {
            double cost = 0;
            for (int i = 0; i < hyper; i++) {
                cost += receiver.tables.z(quality, i).costOf(symbols.z[cell * hyper + i]) * COST_UNIT;
            }
            total += cost;
            int left = 4 * (cell % geometry.zWidth());
            int top = 4 * (cell / geometry.zWidth());
            int right = Math.min(left + 4, geometry.codedWidth());
            int bottom = Math.min(top + 4, geometry.codedHeight());
            float share = (float) (cost / ((right - left) * (bottom - top)));
            for (int y = top; y < bottom; y++) {
                for (int x = left; x < right; x++) {
                    bits[y * geometry.latentWidth() + x] += share;
                }
            }
        }
        return total;
    }

    /** Runs over symbols that are known and adds their costs up. */
    private static final class Replay extends LatentScan {
        private final CodingTables tables;
        private final short[] known;
        private final int channels;
        private final byte[] rows;
        private final float[] bits;
        private final double[] channelBits;

        Replay(Receiver receiver, TileSymbols symbols, byte[] predicted, int step) {
            super(
                    receiver.spec,
                    receiver.tables,
                    new TileSymbols(symbols.geometry, symbols.z, receiver.spec.latentChannels()),
                    predicted,
                    step);
            tables = receiver.tables;
            known = symbols.s;
            channels = receiver.spec.latentChannels();
            rows = new byte[known.length];
            Arrays.fill(rows, TrialScan.SKIPPED);
            bits = new float[symbols.geometry.latents()];
            channelBits = new double[channels];
        }

        @Override
        protected int symbol(int index, int row) {
            int s = known[index];
            double cost = tables.row(row).costOf(s) * COST_UNIT;
            rows[index] = (byte) row;
            bits[index / channels] += (float) cost;
            channelBits[index % channels] += cost;
            return s;
        }
    }
}
