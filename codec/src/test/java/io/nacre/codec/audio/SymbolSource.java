package io.nacre.codec.audio;

import io.nacre.entropy.CorruptStreamException;
import java.util.SplittableRandom;

/** Made-up symbols with the rows that they have. */
final class SymbolSource {
    private SymbolSource() {}

    /** Mostly small symbols, some as large as there are. */
    static ChannelSymbols random(SoundReceiver receiver, SplittableRandom random, int frames, int quality)
            throws CorruptStreamException {
        ChannelSymbols symbols = new ChannelSymbols(receiver.spec.channels(), frames);
        symbols.level = random.nextInt(256);
        new FrameScan(receiver, symbols, quality) {
            @Override
            protected int symbol(int index, int row) {
                int magnitude = random.nextInt(1 << random.nextInt(1, 16));
                return random.nextBoolean() ? magnitude : -magnitude;
            }
        }.run();
        return symbols;
    }
}
