package io.nacre.codec.audio;

import io.nacre.models.Graph;
import io.nacre.models.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs the receiver's graph on chunks of frames. Thread-safe. */
final class ChunkSynthesiser {
    private final Graph synthesis;
    private final int context;
    private final int channels;
    private final int hop;

    ChunkSynthesiser(SoundReceiver receiver) {
        synthesis = receiver.synthesis;
        context = receiver.spec.synthesisContext();
        channels = receiver.spec.channels();
        hop = receiver.spec.framing().hop();
    }

    /** Frames that are to be given with a chunk before its first block and from the one behind its last on. */
    int context() {
        return context;
    }

    /**
     * Makes the samples of a chunk, still levelled.
     *
     * @param latents of the chunk's frames with their context, [frame][channel]
     * @param first block that is wanted, counted from the first frame
     * @param count blocks that are wanted
     * @return {@link Framing#hop} samples a block
     */
    float[] synthesise(float[] latents, int first, int count) {
        int frames = latents.length / channels;
        int blocks = frames - 1;
        float[] samples = new float[count * hop];
        try (Tensor y = Tensor.allocate(1, channels, frames);
                Tensor sound = Tensor.allocate(1, hop, blocks)) {
            FloatBuffer to = y.floats();
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < frames; t++) {
                    to.put(c * frames + t, latents[t * channels + c]);
                }
            }
            synthesis.run(Map.of("y", y), Map.of("sound", sound));
            FloatBuffer values = sound.floats();
            for (int j = 0; j < hop; j++) {
                for (int b = 0; b < count; b++) {
                    samples[b * hop + j] = values.get(j * blocks + first + b);
                }
            }
        }
        return samples;
    }
}
