package io.nacre.codec.audio;

import io.nacre.codec.latent.Deadzone;
import io.nacre.entropy.CorruptStreamException;
import java.io.IOException;

/**
 * Latents of a group to symbols at one quality. A deadzone follows from a row and a row from the symbols before, so it
 * goes symbol by symbol; means follow from the frame before. Thread-safe.
 */
final class GroupQuantizer {
    private final SoundReceiver receiver;
    private final Deadzone deadzone;
    private final int quality;
    private final float[] gains;
    private final float[] receiverGains;

    /** @param quality of the header, 0..1008 */
    GroupQuantizer(SoundReceiver receiver, SoundSender sender, int quality) {
        this.receiver = receiver;
        this.quality = quality;
        deadzone = sender.deadzone;
        double share = receiver.spec.qualities().share(quality);
        gains = sender.gains.at(share);
        receiverGains = receiver.gains.at(share);
    }

    /**
     * The symbols of all channels of a group.
     *
     * @throws IOException if waiting for the latents was interrupted
     */
    ChannelSymbols[] quantize(AnalysedGroup group) throws IOException {
        ChannelSymbols[] symbols = new ChannelSymbols[group.channels().size()];
        for (int c = 0; c < symbols.length; c++) {
            symbols[c] = quantize(group.channels().get(c));
        }
        return symbols;
    }

    /** The symbols and the level of a channel of a group. */
    ChannelSymbols quantize(AnalysedChannel channel) throws IOException {
        ChannelSymbols symbols = quantize(channel.latents());
        symbols.level = channel.level();
        return symbols;
    }

    /**
     * The symbols of a channel's frames in a group.
     *
     * @param latents [frame][channel of y], binary16, before gains
     */
    ChannelSymbols quantize(short[] latents) {
        ChannelSymbols symbols = new ChannelSymbols(gains.length, latents.length / gains.length);
        try {
            new Rounding(symbols, latents).run();
        } catch (CorruptStreamException e) {
            throw new IllegalStateException(e); // only a decoder's symbol() reads a stream
        }
        return symbols;
    }

    private final class Rounding extends FrameScan {
        private final ChannelSymbols symbols;
        private final short[] latents;
        private final LatentFrames decoded = new LatentFrames(receiver, receiverGains);

        Rounding(ChannelSymbols symbols, short[] latents) {
            super(receiver, symbols, quality);
            this.symbols = symbols;
            this.latents = latents;
        }

        @Override
        protected int symbol(int index, int row) {
            int c = index % gains.length;
            return deadzone.quantize(decoded.residual(HalfFloat.toFloat(latents[index]), c) * gains[c], row);
        }

        @Override
        protected void frameEnded(int from) {
            decoded.next(symbols, from);
        }
    }
}
