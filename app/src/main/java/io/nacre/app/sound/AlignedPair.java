package io.nacre.app.sound;

import java.util.Arrays;

/**
 * An original and what a codec made of it, ready to be measured: both at the same rate, with the same channels, in time
 * with each other and equally long.
 *
 * @param rate of both, in Hz: 16000, 44100 or 48000
 * @param delay by which the decoded one came later, in seconds, and which was taken away
 */
public record AlignedPair(int rate, SoundSamples reference, SoundSamples decoded, double delay) {
    private static final int WIDE_BAND_RATE = 16_000;

    /**
     * Brings two sounds together. The rate is that of the reference where it is 44.1 or 48 kHz, 16 kHz for lower ones and
     * 48 kHz for higher ones; sounds with different numbers of channels are mixed to one. A delay of up to 80 ms either
     * way is sought for in the first 20 s and taken away, to an eighth of a sample.
     */
    public static AlignedPair of(SoundSamples reference, SoundSamples decoded) {
        int rate = commonRate(reference.rate());
        boolean alike = reference.channels().length == decoded.channels().length;
        SoundSamples x = (alike ? reference : reference.mixed()).atRate(rate);
        SoundSamples y = (alike ? decoded : decoded.mixed()).atRate(rate);
        double delay = Delay.between(x.mixed().channels()[0], y.mixed().channels()[0], rate);
        // A sound that comes later by more than its length is none that is compared: at least one sample is common.
        float[][] shifted = new float[y.channels().length][];
        for (int c = 0; c < shifted.length; c++) {
            shifted[c] = Delay.removed(y.channels()[c], delay);
        }
        int length = Math.min(x.length(), shifted[0].length);
        return new AlignedPair(rate, cut(rate, x.channels(), length), cut(rate, shifted, length), delay / rate);
    }

    private static int commonRate(int rate) {
        if (rate < 44_100) {
            return WIDE_BAND_RATE;
        }
        return rate < 48_000 ? 44_100 : 48_000;
    }

    private static SoundSamples cut(int rate, float[][] channels, int length) {
        float[][] cut = new float[channels.length][];
        for (int c = 0; c < cut.length; c++) {
            cut[c] = channels[c].length == length ? channels[c] : Arrays.copyOf(channels[c], length);
        }
        return new SoundSamples(rate, cut);
    }
}
