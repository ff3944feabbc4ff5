package io.nacre.codec;

import java.util.Objects;

/**
 * A sound in memory: interleaved samples of full scale -1..1. It is a view of the array that it was made from, which
 * must not be changed while the sound is in use. Safe for concurrent use.
 *
 * <pre>{@code
 * float[] second = new float[16000];
 * for (int i = 0; i < second.length; i++) {
 *     second[i] = (float) (0.5 * Math.sin(2 * Math.PI * 440 * i / 16000));
 * }
 * byte[] file = codec.encode(Sound.of(16000, 1, second), SoundSettings.DEFAULT);
 * float[] decoded = codec.openSound(file).decode().samples();
 * }</pre>
 */
public final class Sound {
    private static final float FULL_SCALE = 32768;

    private final int sampleRate;
    private final int channels;
    private final float[] samples;
    private final SampleType type;

    private Sound(int sampleRate, int channels, float[] samples, SampleType type) {
        if (sampleRate < 1 || channels < 1 || samples.length < channels || samples.length % channels != 0) {
            throw new IllegalArgumentException(
                    "no sound of " + sampleRate + " Hz, " + channels + " channels and " + samples.length + " samples");
        }
        this.sampleRate = sampleRate;
        this.channels = channels;
        this.samples = samples;
        this.type = type;
    }

    /**
     * A sound of floating-point samples.
     *
     * @param sampleRate in Hz
     * @param samples those of all channels by turns
     * @throws IllegalArgumentException if a number is below 1, or the channels differ in length
     */
    public static Sound of(int sampleRate, int channels, float[] samples) {
        return new Sound(sampleRate, channels, Objects.requireNonNull(samples, "samples"), SampleType.FLOAT_32);
    }

    /**
     * A sound of 16-bit samples, which are copied.
     *
     * @param sampleRate in Hz
     * @param samples those of all channels by turns
     * @throws IllegalArgumentException if a number is below 1, or the channels differ in length
     */
    public static Sound of(int sampleRate, int channels, short[] samples) {
        float[] floats = new float[samples.length];
        for (int i = 0; i < floats.length; i++) {
            floats[i] = samples[i] / FULL_SCALE;
        }
        return new Sound(sampleRate, channels, floats, SampleType.INT_16);
    }

    static Sound of(SoundInfo info, float[] samples) {
        return new Sound(info.sampleRate(), info.channels(), samples, info.sampleType());
    }

    /** Samples a second of each channel, Hz. */
    public int sampleRate() {
        return sampleRate;
    }

    public int channels() {
        return channels;
    }

    /** Samples of each channel. */
    public int frames() {
        return samples.length / channels;
    }

    /** The samples of all channels by turns, not a copy; they may lie somewhat beyond full scale. */
    public float[] samples() {
        return samples;
    }

    /** A copy of the samples as integers of 16 bits, rounded and clipped. */
    public short[] shorts() {
        short[] shorts = new short[samples.length];
        for (int i = 0; i < shorts.length; i++) {
            int value = Math.round(samples[i] * FULL_SCALE);
            shorts[i] = (short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value));
        }
        return shorts;
    }

    /** What the samples came as. */
    SampleType type() {
        return type;
    }
}
