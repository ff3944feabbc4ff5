package io.nacre.codec.pcm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;

/** All frames of a file, read in pieces of a given size. */
final class Frames {
    private static final int MAX_SAMPLES = 1 << 22;

    private final SoundFormat format;
    private final float[] samples;
    private final List<String> warnings;

    private Frames(SoundFormat format, float[] samples, List<String> warnings) {
        this.format = format;
        this.samples = samples;
        this.warnings = warnings;
    }

    static Frames of(byte[] file) throws IOException {
        return of(file, 100);
    }

    static Frames of(byte[] file, int piece) throws IOException {
        try (SoundInput in = SoundInput.open(new ByteArrayInputStream(file), "FILE")) {
            return of(in, piece);
        }
    }

    static Frames of(SoundInput in, int piece) throws IOException {
        int channels = in.format().channels();
        float[] samples = new float[piece * channels];
        int filled = 0;
        int count = in.read(samples, 0, piece);
        while (count > 0) {
            filled += count * channels;
            if (filled > MAX_SAMPLES) {
                throw new AssertionError("no end after " + filled + " samples");
            }
            if (samples.length - filled < piece * channels) {
                samples = Arrays.copyOf(samples, 2 * (filled + piece * channels));
            }
            count = in.read(samples, filled, piece);
        }
        return new Frames(in.format(), Arrays.copyOf(samples, filled), in.warnings());
    }

    SoundFormat format() {
        return format;
    }

    /** Interleaved. */
    float[] samples() {
        return samples;
    }

    /** All that there were at the end. */
    List<String> warnings() {
        return warnings;
    }

    int count() {
        return samples.length / format.channels();
    }
}
