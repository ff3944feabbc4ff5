package io.nacre.codec.audio;

/** One channel of a coding group as synthesis sees it. */
final class DecodedChannel {
    /** Loudness step of the group, 0..255. */
    final int level;
    /** Latents, [frame][latent]. */
    final float[] latents;

    DecodedChannel(int level, float[] latents) {
        this.level = level;
        this.latents = latents;
    }

    /**
     * Makes the latents of symbols.
     *
     * @param gains of the receiver at the quality, one for each latent of a frame
     */
    DecodedChannel(SoundReceiver receiver, float[] gains, ChannelSymbols symbols) {
        level = symbols.level;
        latents = new float[symbols.s.length];
        LatentFrames frames = new LatentFrames(receiver, gains);
        for (int from = 0; from < latents.length; from += gains.length) {
            System.arraycopy(frames.next(symbols, from), 0, latents, from, gains.length);
        }
    }
}
