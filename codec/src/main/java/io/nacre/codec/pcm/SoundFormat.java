package io.nacre.codec.pcm;

/**
 * What a sound is made of, its length apart.
 *
 * @param sampleRate frames a second, 1 to {@link #MAX_RATE}
 * @param channels samples of a frame, 1 to {@link #MAX_CHANNELS}
 * @param encoding of the samples in the file
 */
public record SoundFormat(int sampleRate, int channels, SampleEncoding encoding) {
    /** The highest sample rate, Hz. */
    public static final int MAX_RATE = 768_000;

    /** The most channels. */
    public static final int MAX_CHANNELS = 255;

    /** @throws IllegalArgumentException if a number is out of range */
    public SoundFormat {
        if (sampleRate < 1 || sampleRate > MAX_RATE || channels < 1 || channels > MAX_CHANNELS) {
            throw new IllegalArgumentException("No sound of " + sampleRate + " Hz and " + channels + " channels");
        }
    }

    /**
     * The format that a header declares.
     *
     * @throws UnsupportedSoundException if a number is out of range
     */
    static SoundFormat declared(long rate, long channels, SampleEncoding encoding) throws UnsupportedSoundException {
        if (rate < 1 || rate > MAX_RATE) {
            throw new UnsupportedSoundException(
                    "the header says " + rate + " Hz; sample rates from 1 to " + MAX_RATE + " Hz can be read");
        }
        if (channels < 1 || channels > MAX_CHANNELS) {
            throw new UnsupportedSoundException(
                    "the header says " + channels + " channels; 1 to " + MAX_CHANNELS + " can be read");
        }
        return new SoundFormat((int) rate, (int) channels, encoding);
    }
}
