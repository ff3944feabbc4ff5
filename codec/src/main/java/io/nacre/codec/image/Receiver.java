package io.nacre.codec.image;

import io.nacre.codec.latent.Gains;
import io.nacre.codec.latent.PackBytes;
import io.nacre.codec.latent.QualityScale;
import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/**
 * The half of a picture pack that a decoder needs, opened. Thread-safe.
 *
 * <p>Tiles are worked on by several threads at once, so their graphs run on one thread each; synthesis works on one large
 * window at a time and shares it among all threads.
 */
final class Receiver implements AutoCloseable {
    final ReceiverSpec spec;
    final RowPredictor rowPredictor;
    final CodingTables tables;
    final Gains gains;
    final Graph hyperMean;
    final Graph context;
    final Graph synthesis;
    private final QualityScale qualities;

    Receiver(ModelPack pack, GraphOpener graphs, int threads) throws ModelException {
        spec = ReceiverSpec.parse(pack.entry("receiver.json"));
        qualities = new QualityScale(spec.qualities());
        rowPredictor = RowPredictor.parse(spec, pack.entry("row_predictor.bin"));
        tables = CodingTables.parse(spec, pack.entry("tables.bin"));
        PackBytes in = new PackBytes("recv_gains.bin", pack.entry("recv_gains.bin"));
        gains = Gains.parse(spec.latentChannels(), in);
        in.end();
        hyperMean = graphs.open(pack.entry("hyper_mean.onnx"), 1);
        context = graphs.open(pack.entry("context.onnx"), 1);
        synthesis = graphs.open(pack.entry("synthesis.onnx"), threads);
    }

    /** Where a header's quality lies in the trained range, 0..1. */
    double share(int quality) {
        return qualities.share(quality);
    }

    /** The whole quality step at or below a header's quality: the one whose integers steer the parse. */
    int step(int quality) {
        return qualities.step(quality);
    }

    @Override
    public void close() {
        synthesis.close();
        context.close();
        hyperMean.close();
    }
}
