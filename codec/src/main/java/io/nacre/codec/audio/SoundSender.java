package io.nacre.codec.audio;

import io.nacre.codec.latent.Deadzone;
import io.nacre.codec.latent.Gains;
import io.nacre.codec.latent.PackBytes;
import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/** The half of a sound pack that only an encoder needs, opened. Thread-safe. */
final class SoundSender implements AutoCloseable {
    final Gains gains;
    final Deadzone deadzone;
    final Graph analysis;

    SoundSender(SoundSpec spec, ModelPack pack, GraphOpener graphs) throws ModelException {
        PackBytes in = new PackBytes("send_gains.bin", pack.entry("send_gains.bin"));
        gains = Gains.parse(spec.channels(), in);
        deadzone = Deadzone.parse(in);
        in.end();
        analysis = graphs.open(pack.entry("analysis.onnx"));
    }

    @Override
    public void close() {
        analysis.close();
    }
}
