package io.nacre.app.sound;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.pcm.Resampler;
import java.io.IOException;
import java.util.Arrays;

/**
 * A whole sound in memory.
 *
 * @param rate samples a second of each channel, in Hz
 * @param channels samples of each, nominally -1..1, all of the same length of at least 1; not copied, not to be changed
 */
@SuppressWarnings("ArrayRecordComponent") // handed to the measures, compared by nobody
public record SoundSamples(int rate, float[][] channels) {
    private static final int BLOCK = 1 << 14;
    private static final int MAX_SAMPLES = Integer.MAX_VALUE - 8;

    /**
     * Reads a sound to its end.
     *
     * @throws LimitExceededException if a channel has more samples than an array holds
     * @throws IOException if it has no samples or can't be read
     */
    public static SoundSamples read(SoundSource source) throws IOException {
        int count = source.channels();
        float[] interleaved = new float[BLOCK * count];
        float[][] channels = new float[count][BLOCK];
        int length = 0;
        for (int n = source.read(interleaved, 0, BLOCK); n >= 0; n = source.read(interleaved, 0, BLOCK)) {
            if (n > MAX_SAMPLES - length) {
                throw new LimitExceededException("sounds of more than 2147 million samples can't be compared");
            }
            for (int c = 0; c < count; c++) {
                if (length + n > channels[c].length) {
                    long room = Math.max(length + (long) n, 2L * channels[c].length);
                    channels[c] = Arrays.copyOf(channels[c], (int) Math.min(room, MAX_SAMPLES));
                }
                for (int i = 0; i < n; i++) {
                    channels[c][length + i] = interleaved[i * count + c];
                }
            }
            length += n;
        }
        if (length == 0) {
            throw new IOException("the sound has no samples");
        }
        for (int c = 0; c < count; c++) {
            channels[c] = Arrays.copyOf(channels[c], length);
        }
        return new SoundSamples(source.sampleRate(), channels);
    }

    /** A view of the sound for encoders, from its start on. */
    public SoundSource source() {
        return new SamplesSource(this);
    }

    /** All samples, those of the channels by turns. */
    public float[] interleaved() {
        float[] all = new float[Math.multiplyExact(length(), channels.length)];
        for (int i = 0; i < all.length; i++) {
            all[i] = channels[i % channels.length][i / channels.length];
        }
        return all;
    }

    /** Samples of each channel. */
    public int length() {
        return channels[0].length;
    }

    /** Length of the sound. */
    public double seconds() {
        return (double) length() / rate;
    }

    /** The same sound at another rate; itself if it has that rate. */
    public SoundSamples atRate(int other) {
        if (other == rate) {
            return this;
        }
        Resampler resampler = new Resampler(rate, other);
        float[][] resampled = new float[channels.length][];
        for (int c = 0; c < channels.length; c++) {
            float[] out = new float[resampler.maxOutput(length()) + resampler.maxOutput(resampler.lookahead())];
            int count = resampler.process(channels[c], 0, length(), out, 0);
            count += resampler.flush(out, count);
            resampled[c] = Arrays.copyOf(out, count);
        }
        return new SoundSamples(other, resampled);
    }

    /** The mean of the channels as the only one; itself if there is only one. */
    public SoundSamples mixed() {
        return channels.length == 1 ? this : new SoundSamples(rate, new float[][] {mean()});
    }

    private float[] mean() {
        float[] mean = new float[length()];
        for (int i = 0; i < mean.length; i++) {
            double sum = 0;
            for (float[] channel : channels) {
                sum += channel[i];
            }
            mean[i] = (float) (sum / channels.length);
        }
        return mean;
    }
}
