package io.nacre.codec.container;

import io.nacre.models.PackId;
import java.util.Objects;

/**
 * What a sound file says of itself before its data.
 *
 * @param sampleRate of the samples on input and output, in Hz, 1 to {@value #MAX_SAMPLE_RATE}
 * @param samples of each channel, 1 to 2^40: a file always holds some
 * @param channels 1 to {@value #MAX_CHANNELS}
 * @param alike whether all channels are the same and coded once; only where there are several
 * @param format of the samples on output
 * @param packId the model pack that decodes the tiles
 * @param quality sixteenths of a trained quality step, 0 to {@value ImageHeader#MAX_QUALITY}
 * @param groupSeconds length of a coding group, 1 to {@value #MAX_GROUP_SECONDS}; the last one may be shorter
 */
public record SoundHeader(
        int sampleRate,
        long samples,
        int channels,
        boolean alike,
        SampleFormat format,
        PackId packId,
        int quality,
        int groupSeconds)
        implements Header {
    public static final int MAX_SAMPLE_RATE = 768_000;
    public static final long MAX_SAMPLES = 1L << 40;
    public static final int MAX_CHANNELS = 255;
    public static final int MAX_GROUP_SECONDS = 256;

    /** Throws {@link IllegalArgumentException} if a value is outside its range. */
    public SoundHeader {
        Objects.requireNonNull(format, "format");
        Objects.requireNonNull(packId, "packId");
        require("sample rate", sampleRate, 1, MAX_SAMPLE_RATE);
        require("number of samples", samples, 1, MAX_SAMPLES);
        require("number of channels", channels, 1, MAX_CHANNELS);
        require("quality", quality, 0, ImageHeader.MAX_QUALITY);
        require("group of seconds", groupSeconds, 1, MAX_GROUP_SECONDS);
        if (alike && channels == 1) {
            throw new IllegalArgumentException("a single channel is said to be like the others");
        }
    }

    static void require(String what, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(what + " " + value + " is outside " + least + " to " + most);
        }
    }

    /** Channels that the tiles hold. */
    public int codedChannels() {
        return alike ? 1 : channels;
    }

    /** Length of the sound. */
    public double seconds() {
        return (double) samples / sampleRate;
    }

    /** Coding groups of the sound; in a file they stand in the order of time. */
    @Override
    public long tileCount() {
        return (samples - 1) / ((long) sampleRate * groupSeconds) + 1;
    }

    /** Sounds have none. */
    @Override
    public boolean iccKept() {
        return false;
    }
}
