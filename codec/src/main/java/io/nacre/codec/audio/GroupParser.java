package io.nacre.codec.audio;

import io.nacre.codec.latent.RowTables;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.entropy.ExpGolomb;
import io.nacre.entropy.RangeDecoder;

/**
 * Parses a group's payload into symbols, in integers alone: two bytes of {@link ChannelSymbols#check}, then one
 * range-coder stream of all coded channels. Thread-safe.
 */
final class GroupParser {
    private final SoundReceiver receiver;
    private final int channels;
    private final int quality;

    /**
     * Makes the parser of a file's groups.
     *
     * @param channels those that are coded
     * @param quality of the header, 0..1008
     */
    GroupParser(SoundReceiver receiver, int channels, int quality) {
        this.receiver = receiver;
        this.channels = channels;
        this.quality = quality;
    }

    /**
     * Parses a payload.
     *
     * @param frames of the group
     * @throws CorruptStreamException if the payload is not what a sender with this pack would have written
     */
    ChannelSymbols[] parse(byte[] payload, int frames) throws CorruptStreamException {
        if (payload.length < 2) {
            throw new CorruptStreamException("a group of " + payload.length + " bytes");
        }
        RangeDecoder decoder = new RangeDecoder(payload, 2, payload.length - 2);
        ExpGolomb escape = RowTables.escapeCode();
        ChannelSymbols[] symbols = new ChannelSymbols[channels];
        for (int c = 0; c < channels; c++) {
            symbols[c] = new ChannelSymbols(receiver.spec.channels(), frames);
            symbols[c].level = decoder.decodeBits(8);
            new Decoding(symbols[c], decoder, escape).run();
        }
        decoder.finish();
        int check = ((payload[0] & 0xFF) << 8) | (payload[1] & 0xFF);
        if (check != ChannelSymbols.check(symbols)) {
            throw new CorruptStreamException("the decoded symbols are not those that were encoded");
        }
        return symbols;
    }

    private final class Decoding extends FrameScan {
        private final RowTables tables;
        private final RangeDecoder decoder;
        private final ExpGolomb escape;

        Decoding(ChannelSymbols symbols, RangeDecoder decoder, ExpGolomb escape) {
            super(receiver, symbols, quality);
            tables = receiver.tables.rows();
            this.decoder = decoder;
            this.escape = escape;
        }

        @Override
        protected int symbol(int index, int row) throws CorruptStreamException {
            return tables.table(row).decode(decoder, escape);
        }
    }
}
