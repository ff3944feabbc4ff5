package io.nacre.codec.audio;

import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import java.util.Objects;

/**
 * How to encode a sound.
 *
 * @param target what to aim at
 * @param groupSeconds length of a coding group, 1..256; longer ones save some bytes, shorter ones seek better
 * @param format in which decoders offer the samples
 */
public record SoundOptions(SoundTarget target, int groupSeconds, SampleFormat format) {
    public static final double DEFAULT_QUALITY = 50;
    public static final int DEFAULT_GROUP_SECONDS = 10;
    public static final SoundOptions DEFAULT =
            new SoundOptions(new SoundTarget.Quality(DEFAULT_QUALITY), DEFAULT_GROUP_SECONDS, SampleFormat.PCM_16);

    public SoundOptions {
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(format, "format");
        if (groupSeconds < 1 || groupSeconds > SoundHeader.MAX_GROUP_SECONDS) {
            throw new IllegalArgumentException(
                    "a group of " + groupSeconds + " s is not within 1.." + SoundHeader.MAX_GROUP_SECONDS);
        }
    }

    /** The same with another target. */
    public SoundOptions withTarget(SoundTarget other) {
        return new SoundOptions(other, groupSeconds, format);
    }

    /** The same with groups of another length. */
    public SoundOptions withGroupSeconds(int other) {
        return new SoundOptions(target, other, format);
    }

    /** The same with samples in another format. */
    public SoundOptions withFormat(SampleFormat other) {
        return new SoundOptions(target, groupSeconds, other);
    }
}
