package io.nacre.codec.image;

import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/** The gradient graphs of a pack's sender, opened: one thread a run, since tiles are refined side by side. Thread-safe. */
final class Gradients implements AutoCloseable {
    final Graph refine;
    final Graph context;
    final SynthesisGradient synthesis;

    Gradients(ReceiverSpec spec, ModelPack pack, GraphOpener graphs) throws ModelException {
        refine = graphs.open(pack.graph("refine.onnx"), 1);
        context = graphs.open(pack.graph("refine_context.onnx"), 1);
        synthesis = new SynthesisGradient(refine, spec);
    }

    @Override
    public void close() {
        context.close();
        refine.close();
    }
}
