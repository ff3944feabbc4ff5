package io.nacre.codec.image;

import io.nacre.codec.alpha.AlphaCoder;
import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeDecoder;

/**
 * Parses a tile's payload into symbols, in integers alone: two bytes of {@link TileSymbols#check}, then one range-coder
 * stream of z, half A, half B and alpha. Thread-safe.
 */
final class TileParser {
    private final Receiver receiver;
    private final int quality;
    private final boolean alpha;

    TileParser(Receiver receiver, int quality, boolean alpha) {
        this.receiver = receiver;
        this.quality = quality;
        this.alpha = alpha;
    }

    /**
     * What a tile's payload says.
     *
     * @param alpha 8-bit alpha of the tile's pixels, or null
     */
    record Parsed(TileSymbols symbols, byte[] alpha) {}

    /**
     * Parses a payload.
     *
     * @throws CorruptStreamException if the payload is not what a sender with this pack would have written
     */
    Parsed parse(byte[] payload, TileGeometry geometry) throws CorruptStreamException {
        if (payload.length < 2) {
            throw new CorruptStreamException("a tile of " + payload.length + " bytes");
        }
        RangeDecoder decoder = new RangeDecoder(payload, 2, payload.length - 2);
        ReceiverSpec spec = receiver.spec;
        byte[] z = new byte[geometry.zWidth() * geometry.zHeight() * spec.hyperChannels()];
        for (int i = 0; i < z.length; i++) {
            z[i] = (byte) receiver.tables.z(quality, i % spec.hyperChannels()).decode(decoder);
        }
        TileSymbols symbols = new TileSymbols(geometry, z, spec.latentChannels());
        int step = receiver.step(quality);
        byte[] rows = receiver.rowPredictor.rows(z, geometry.zHeight(), geometry.zWidth(), step);
        LatentScan scan = new Decoding(spec, receiver.tables, symbols, rows, step, decoder);
        scan.run(0);
        scan.run(1);
        byte[] plane = alpha ? AlphaCoder.decode(decoder, geometry.width(), geometry.height()) : null;
        decoder.finish();
        int check = (payload[0] & 0xFF) << 8 | payload[1] & 0xFF;
        if (check != symbols.check()) {
            throw new CorruptStreamException("the decoded symbols are not those that were encoded");
        }
        return new Parsed(symbols, plane);
    }

    private static final class Decoding extends LatentScan {
        private final CodingTables tables;
        private final RangeDecoder decoder;
        private final ExpGolomb escape = RowTables.escapeCode();

        Decoding(
                ReceiverSpec spec,
                CodingTables tables,
                TileSymbols symbols,
                byte[] rows,
                int step,
                RangeDecoder decoder) {
            super(spec, tables, symbols, rows, step);
            this.tables = tables;
            this.decoder = decoder;
        }

        @Override
        protected int symbol(int index, int row) throws CorruptStreamException {
            return tables.row(row).decode(decoder, escape);
        }
    }
}
