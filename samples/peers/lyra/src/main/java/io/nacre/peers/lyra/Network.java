package io.nacre.peers.lyra;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;

/** A network from one vector to another, frame by frame. It remembers the frames before: one object for each sound. */
final class Network {
    private final TfLiteModel model;
    private final int outputs;

    /** @param outputs length of its output */
    Network(Path file, int outputs) throws IOException {
        this.outputs = outputs;
        model = new TfLiteModel(file, new BuiltinOpResolver());
        TfLiteModel.check(model.interpreter().AllocateTensors());
    }

    float[] run(float[] frame) throws IOException {
        model.interpreter().typed_input_tensor_float(0).put(frame, 0, frame.length);
        TfLiteModel.check(model.interpreter().Invoke());
        float[] output = new float[outputs];
        model.interpreter().typed_output_tensor_float(0).get(output, 0, outputs);
        return output;
    }
}
