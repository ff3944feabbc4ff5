package io.nacre.codec.audio;

import io.nacre.codec.pcm.SoundInput;
import java.io.IOException;

/** Sound as a stream of samples that is pulled. Not thread-safe. */
public interface SoundSource {
    /** Samples a second of each channel, in Hz. */
    int sampleRate();

    /** At least 1. */
    int channels();

    /**
     * Reads on.
     *
     * @param interleaved receives the samples of all channels by turns; finite, full scale at 1
     * @param offset where the first sample goes
     * @param frames samples of each channel that are wanted at most, at least 1
     * @return samples of each channel that were read, at least 1; or -1 at the end
     */
    int read(float[] interleaved, int offset, int frames) throws IOException;

    /** The sound of a file, which the caller closes. */
    static SoundSource of(SoundInput input) {
        return new SoundSource() {
            @Override
            public int sampleRate() {
                return input.format().sampleRate();
            }

            @Override
            public int channels() {
                return input.format().channels();
            }

            @Override
            public int read(float[] interleaved, int offset, int frames) throws IOException {
                return input.read(interleaved, offset, frames);
            }
        };
    }
}
