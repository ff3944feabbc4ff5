package io.nacre.codec.audio;

import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.Tensor;
import java.nio.FloatBuffer;
import java.util.Map;

/** Runs the sender's graph on chunks of frames. Thread-safe. */
final class ChunkAnalyser {
    private final Graph analysis;
    private final int context;
    private final int channels;
    private final int hop;

    ChunkAnalyser(SoundModel model) throws ModelException {
        analysis = model.sender().analysis;
        context = model.receiver().spec.analysisContext();
        channels = model.receiver().spec.channels();
        hop = model.receiver().spec.framing().hop();
    }

    /** Frames on each side of a chunk that are to be given with it, where the sound has them. */
    int context() {
        return context;
    }

    /**
     * Analyses a chunk.
     *
     * @param samples levelled: the blocks of all frames, one more than these
     * @param frames of which these are samples, context included
     * @param first frame that is wanted
     * @param count frames that are wanted
     * @return latents [frame][latent], binary16: what is kept of a sound while a size is searched, and so used always
     */
    short[] analyse(float[] samples, int frames, int first, int count) {
        int blocks = frames + 1;
        short[] latents = new short[count * channels];
        try (Tensor x = Tensor.allocate(1, hop, blocks);
                Tensor y = Tensor.allocate(1, channels, frames)) {
            FloatBuffer in = x.floats();
            for (int j = 0; j < hop; j++) {
                for (int b = 0; b < blocks; b++) {
                    in.put(j * blocks + b, samples[b * hop + j]);
                }
            }
            analysis.run(Map.of("x", x), Map.of("y", y));
            FloatBuffer values = y.floats();
            for (int c = 0; c < channels; c++) {
                for (int t = 0; t < count; t++) {
                    latents[t * channels + c] = HalfFloat.fromFloat(values.get(c * frames + first + t));
                }
            }
        }
        return latents;
    }
}
