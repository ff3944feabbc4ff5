package io.nacre.peers.lyra;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import org.bytedeco.tensorflowlite.BuiltinOpResolverWithoutDefaultDelegates;
import org.bytedeco.tensorflowlite.SignatureRunner;

/** Residual vector quantizer of 46 stages, each with 16 entries. */
final class Quantizer {
    private static final int STAGES = 46;
    private static final int FEATURES = 64;
    private static final int UNUSED = -1;

    private final TfLiteModel model;
    private final SignatureRunner encoder;
    private final SignatureRunner decoder;

    Quantizer(Path file) throws IOException {
        model = new TfLiteModel(file, new BuiltinOpResolverWithoutDefaultDelegates());
        encoder = runner("encode");
        decoder = runner("decode");
    }

    private SignatureRunner runner(String signature) throws IOException {
        SignatureRunner runner = model.interpreter().GetSignatureRunner(signature);
        if (runner == null) {
            throw new IOException("the quantizer has no signature " + signature);
        }
        TfLiteModel.check(runner.AllocateTensors());
        return runner;
    }

    /** Indices of the stages that are used, and what is left of the others. */
    int[] encode(float[] features, int stages) throws IOException {
        encoder.input_tensor("input_frames").data().f().put(features, 0, FEATURES);
        encoder.input_tensor("num_quantizers").data().i32().put(stages);
        TfLiteModel.check(encoder.Invoke());
        int[] indices = new int[STAGES];
        encoder.output_tensor("output_0").data().i32().get(indices, 0, STAGES);
        return indices;
    }

    float[] decode(int[] indices) throws IOException {
        int[] all = Arrays.copyOf(indices, STAGES);
        Arrays.fill(all, indices.length, STAGES, UNUSED);
        decoder.input_tensor("encoding_indices").data().i32().put(all, 0, STAGES);
        TfLiteModel.check(decoder.Invoke());
        float[] features = new float[FEATURES];
        decoder.output_tensor("output_0").data().f().get(features, 0, FEATURES);
        return features;
    }
}
