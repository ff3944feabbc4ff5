package io.nacre.codec.image;

import io.nacre.codec.latent.Deadzone;
import io.nacre.codec.latent.Gains;
import io.nacre.codec.latent.PackBytes;
import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/** The half of a picture pack that only an encoder needs, opened. Thread-safe. */
final class Sender implements SymbolRule, AutoCloseable {
    final Gains gains;
    final Graph analysis;
    final Graph hyperAnalysis;
    private final Deadzone deadzone;
    private final ReceiverSpec spec;
    private final ModelPack pack;
    private final GraphOpener graphs;
    private Gradients gradients;

    Sender(ReceiverSpec spec, ModelPack pack, GraphOpener graphs, int threads) throws ModelException {
        this.spec = spec;
        this.pack = pack;
        this.graphs = graphs;
        PackBytes in = new PackBytes("send_gains.bin", pack.entry("send_gains.bin"));
        gains = Gains.parse(spec.latentChannels(), in);
        deadzone = Deadzone.parse(in);
        in.end();
        analysis = graphs.open(pack.entry("analysis.onnx"), threads);
        hyperAnalysis = graphs.open(pack.entry("hyper_analysis.onnx"), 1);
    }

    /**
     * How training weighed rate against distortion.
     *
     * @throws ModelException if the pack does not say
     */
    SearchSpec searchSpec() throws ModelException {
        if (!pack.has("refine.json")) {
            throw new ModelException("pack " + pack.manifest().name() + " has no refine.json: it encodes with effort "
                    + EncodeOptions.MIN_EFFORT + " only");
        }
        return SearchSpec.parse(pack.entry("refine.json"));
    }

    /**
     * The gradient graphs, opened by the first who asks.
     *
     * @throws ModelException if the pack has none
     */
    synchronized Gradients gradients() throws ModelException {
        if (gradients == null) {
            gradients = new Gradients(spec, pack, graphs);
        }
        return gradients;
    }

    /** Rounding with the deadzone of the row. */
    @Override
    public int symbol(float residual, int channel, int row) {
        return deadzone.quantize(residual, row);
    }

    @Override
    public synchronized void close() {
        if (gradients != null) {
            gradients.close();
        }
        hyperAnalysis.close();
        analysis.close();
    }
}
