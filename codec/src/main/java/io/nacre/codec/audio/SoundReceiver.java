package io.nacre.codec.audio;

import io.nacre.codec.latent.Gains;
import io.nacre.codec.latent.PackBytes;
import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/** The half of a sound pack that a decoder needs, opened. Thread-safe. Chunks run side by side, graphs on one thread each. */
final class SoundReceiver implements AutoCloseable {
    final SoundSpec spec;
    final RowContext rowContext;
    final SoundTables tables;
    final Gains gains;
    final MeanPredictor means;
    final Graph synthesis;

    SoundReceiver(ModelPack pack, GraphOpener graphs) throws ModelException {
        spec = SoundSpec.parse(pack.entry("receiver.json"));
        rowContext = RowContext.parse(spec, pack.entry("row_context.bin"));
        tables = SoundTables.parse(pack.entry("tables.bin"));
        PackBytes in = new PackBytes("recv_gains.bin", pack.entry("recv_gains.bin"));
        gains = Gains.parse(spec.channels(), in);
        in.end();
        means = MeanPredictor.parse(spec, pack.entry("means.bin"));
        synthesis = graphs.open(pack.entry("synthesis.onnx"));
    }

    @Override
    public void close() {
        synthesis.close();
    }
}
