package io.nacre.codec;

import io.nacre.codec.container.Limits;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/**
 * Chooses where a codec works and what it takes from files. For one thread.
 *
 * <pre>{@code
 * Codec codec = Codec.builder()
 *         .threads(2)
 *         .maxPixels(50_000_000)
 *         .timeLimit(Duration.ofSeconds(30))
 *         .build();
 * }</pre>
 *
 * <p>The limits bind encoding as well, so that a codec can read what it wrote.
 */
public final class CodecBuilder {
    /** Java's longest arrays are a few bytes short of 2^31. */
    private static final int MAX_ARRAY = Integer.MAX_VALUE - 8;

    private Path folder;
    private Processor processor = Processor.AUTO;
    private int threads;
    private Limits limits = Limits.DEFAULT;
    private long maxMemory = Runtime.getRuntime().maxMemory();
    private int maxFileSize = MAX_ARRAY;
    private Duration timeLimit = Duration.ofHours(1);

    CodecBuilder() {}

    /** A folder of model packs, searched before those of the user and those that are shipped. */
    public CodecBuilder models(Path packs) {
        folder = packs;
        return this;
    }

    /** Where models run; {@link Processor#AUTO} by default. */
    public CodecBuilder processor(Processor chosen) {
        processor = Objects.requireNonNull(chosen, "chosen");
        return this;
    }

    /** Threads that all calls share; 0, the default, for one a processor. */
    public CodecBuilder threads(int count) {
        requireAtLeast("threads", count, 0);
        threads = count;
        return this;
    }

    /** Most pixels of a picture; 2^28 by default. */
    public CodecBuilder maxPixels(long pixels) {
        limits = limits.withPixels(pixels);
        return this;
    }

    /** Most pixels of a picture's width and of its height; 2^20 by default. */
    public CodecBuilder maxSide(int pixels) {
        limits = limits.withSide(pixels);
        return this;
    }

    /** Longest sound, in seconds; 24 hours by default. */
    public CodecBuilder maxSeconds(long seconds) {
        limits = limits.withSeconds(seconds);
        return this;
    }

    /** Most channels of a sound; 32 by default. */
    public CodecBuilder maxChannels(int channels) {
        limits = limits.withChannels(channels);
        return this;
    }

    /** Longest ICC profile, in bytes; 4 MiB by default. */
    public CodecBuilder maxProfile(int bytes) {
        limits = limits.withProfile(bytes);
        return this;
    }

    /** Longest EXIF block and longest XMP packet, in bytes; 16 MiB by default. */
    public CodecBuilder maxMetadata(int bytes) {
        limits = limits.withMetadata(bytes);
        return this;
    }

    /** Most boxes of a file besides those of tiles and groups; 1024 by default. */
    public CodecBuilder maxBoxes(int boxes) {
        limits = limits.withBoxes(boxes);
        return this;
    }

    /** Longest file that is read, in bytes; 2^31 - 9, which is what an array can hold, by default. */
    public CodecBuilder maxFileSize(int bytes) {
        requireAtLeast("maxFileSize", bytes, 1);
        maxFileSize = Math.min(bytes, MAX_ARRAY);
        return this;
    }

    /**
     * Most bytes that decoding one picture or sound may take, by an estimate that its header allows: what comes out
     * and what is needed meanwhile, models apart. The size of the Java heap by default.
     */
    public CodecBuilder maxMemory(long bytes) {
        requireAtLeast("maxMemory", bytes, 1);
        maxMemory = bytes;
        return this;
    }

    /**
     * The longest that a call may decode; one hour by default. It bounds neither encoding nor a {@link SoundStream},
     * which work as long as their caller wants.
     */
    public CodecBuilder timeLimit(Duration limit) {
        if (limit.isNegative() || limit.isZero()) {
            throw new IllegalArgumentException("a time limit of " + limit);
        }
        timeLimit = limit;
        return this;
    }

    /** The codec; models are opened by its first calls. */
    public Codec build() {
        return new Codec(this, false);
    }

    Models models() {
        int count = threads == 0 ? Runtime.getRuntime().availableProcessors() : threads;
        return new Models(folder, processor.device(), count);
    }

    Limits limits() {
        return limits;
    }

    Memory memory() {
        return new Memory(maxMemory);
    }

    int maxFileSize() {
        return maxFileSize;
    }

    Duration timeLimit() {
        return timeLimit;
    }

    private static void requireAtLeast(String what, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(what + " must be at least " + least + ", not " + value);
        }
    }
}
