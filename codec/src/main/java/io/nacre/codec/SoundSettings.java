package io.nacre.codec;

import io.nacre.codec.audio.SoundOptions;
import io.nacre.codec.audio.SoundTarget;
import java.util.Objects;
import java.util.Optional;

/**
 * How to encode a sound: what to aim at and how decoders offer it. Immutable; the methods give changed copies.
 *
 * <pre>{@code
 * SoundSettings talk = SoundSettings.ofKbps(4).withGroupSeconds(5);
 * Files.write(Path.of("talk.nacre"), codec.encode(sound, talk));
 * }</pre>
 */
public final class SoundSettings {
    /** Quality 50, groups of 10 seconds, samples offered as precisely as they came. */
    public static final SoundSettings DEFAULT = new SoundSettings(SoundOptions.DEFAULT, "audio-speech", null);

    private final SoundOptions options;
    private final String pack;
    private final SampleType sampleType;

    private SoundSettings(SoundOptions options, String pack, SampleType sampleType) {
        this.options = options;
        this.pack = pack;
        this.sampleType = sampleType;
    }

    /**
     * A quality.
     *
     * @param quality 0..100
     * @throws IllegalArgumentException if it is outside
     */
    public static SoundSettings ofQuality(double quality) {
        return DEFAULT.with(SoundOptions.DEFAULT.withTarget(new SoundTarget.Quality(quality)));
    }

    /**
     * The best quality whose file has no more bits a second than this, the whole file counted.
     *
     * @param kbps thousands of bits a second of all channels together, above 0
     * @throws IllegalArgumentException if it is not
     */
    public static SoundSettings ofKbps(double kbps) {
        return DEFAULT.with(SoundOptions.DEFAULT.withTarget(new SoundTarget.Kbps(kbps)));
    }

    /**
     * The best quality whose file is not larger than this.
     *
     * @param bytes at least 1
     * @throws IllegalArgumentException if it is less
     */
    public static SoundSettings ofBytes(long bytes) {
        return DEFAULT.with(SoundOptions.DEFAULT.withTarget(new SoundTarget.Bytes(bytes)));
    }

    /**
     * Length of the groups that are coded apart: longer ones save some bytes, shorter ones seek better.
     *
     * @param seconds 1..256; 10 by default
     * @throws IllegalArgumentException if it is outside
     */
    public SoundSettings withGroupSeconds(int seconds) {
        return with(options.withGroupSeconds(seconds));
    }

    /** With the model pack of that name; {@code audio-speech} by default. */
    public SoundSettings withPack(String name) {
        return new SoundSettings(options, name, sampleType);
    }

    /** In which decoders offer the samples; by default as precisely as they came. */
    public SoundSettings withSampleType(SampleType type) {
        return new SoundSettings(options, pack, Objects.requireNonNull(type, "type"));
    }

    private SoundSettings with(SoundOptions other) {
        return new SoundSettings(other, pack, sampleType);
    }

    /** For samples that came in a type. */
    SoundOptions options(SampleType came) {
        return options.withFormat(
                SampleTypes.format(Optional.ofNullable(sampleType).orElse(came)));
    }

    String pack() {
        return pack;
    }
}
