package io.nacre.codec.image;

import io.nacre.models.Graph;
import io.nacre.models.ModelException;
import io.nacre.models.ModelPack;

/** The half of a picture pack that only an encoder needs, opened. Thread-safe. */
final class Sender implements AutoCloseable {
    final Gains gains;
    final Graph analysis;
    final Graph hyperAnalysis;
    /** Deadzones, [row][2]: how far beyond one half the edge between 0 and 1, and between higher levels, lies. */
    private final float[] deadzone;

    Sender(ReceiverSpec spec, ModelPack pack, GraphOpener graphs, int threads) throws ModelException {
        PackBytes in = new PackBytes("send_gains.bin", pack.entry("send_gains.bin"));
        gains = Gains.parse(spec, in);
        deadzone = in.reals(2 * ReceiverSpec.ROWS);
        in.end();
        analysis = graphs.open(pack.entry("analysis.onnx"), threads);
        hyperAnalysis = graphs.open(pack.entry("hyper_analysis.onnx"), 1);
    }

    /** The symbol of a value less its mean: rounding with the deadzone of the row. */
    int quantize(float v, int row) {
        float a = Math.abs(v);
        int s = (int) (a + 0.5f - deadzone[2 * row + 1]);
        if (s <= 1) {
            s = a > 0.5f + deadzone[2 * row] ? 1 : 0;
        }
        s = Math.min(s, Short.MAX_VALUE);
        return v < 0 ? -s : s;
    }

    @Override
    public void close() {
        hyperAnalysis.close();
        analysis.close();
    }
}
