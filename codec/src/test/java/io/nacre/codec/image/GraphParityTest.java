package io.nacre.codec.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.models.Device;
import io.nacre.models.Graph;
import io.nacre.models.GraphRuntime;
import io.nacre.models.ModelPack;
import io.nacre.models.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What Java computes is what the training code computes: its exporter wrote inputs and outputs of a picture. */
class GraphParityTest {
    @ParameterizedTest
    @ValueSource(strings = {"analysis", "hyper_analysis", "hyper_mean", "context", "synthesis"})
    void graphsGiveWhatTheExporterSaw(String name) throws Exception {
        assertParity(Fixture.tinyPack(), name, Fixture.arrays());
    }

    /** Here the exporter wrote what PyTorch's automatic differentiation of the receiver's graphs gives. */
    @ParameterizedTest
    @ValueSource(strings = {"refine", "refine_context"})
    void gradientGraphsAreTheDerivativesOfTheReceiversGraphs(String name) throws Exception {
        assertParity(Fixture.tinyRefinePack(), name, Fixture.arrays("image-tiny-refine.fixtures"));
    }

    private static void assertParity(ModelPack pack, String name, Map<String, Fixture.Values> arrays) throws Exception {
        Map<String, Tensor> inputs = new HashMap<>();
        Map<String, Tensor> outputs = new HashMap<>();
        for (Map.Entry<String, Fixture.Values> e : arrays.entrySet()) {
            String[] parts = e.getKey().split("/");
            if (parts[0].equals(name)) {
                long[] shape =
                        Arrays.stream(e.getValue().shape()).asLongStream().toArray();
                Tensor tensor = Tensor.allocate(shape);
                if (parts[1].equals("in")) {
                    tensor.floats().put(e.getValue().values());
                    inputs.put(parts[2], tensor);
                } else {
                    outputs.put(parts[2], tensor);
                }
            }
        }
        assertTrue(!inputs.isEmpty() && !outputs.isEmpty());
        try (Graph graph = GraphRuntime.on(Device.CPU).open(pack.graph(name + ".onnx"), 1)) {
            graph.run(inputs, outputs);
        }
        for (Map.Entry<String, Tensor> e : outputs.entrySet()) {
            float[] expected = arrays.get(name + "/out/" + e.getKey()).values();
            float scale = 0;
            for (float v : expected) {
                scale = Math.max(scale, Math.abs(v));
            }
            for (int i = 0; i < expected.length; i++) {
                // The exporter's ONNX Runtime is another release on, perhaps, another processor: last bits differ.
                assertEquals(expected[i], e.getValue().floats().get(i), 1e-4 * scale, e.getKey() + " at " + i);
            }
        }
        inputs.values().forEach(Tensor::close);
        outputs.values().forEach(Tensor::close);
    }

    @Test
    void rowsAndTheirContextAreTheExportersToTheLastInteger() throws Exception {
        Map<String, Fixture.Values> arrays = Fixture.arrays();
        ModelPack pack = Fixture.tinyPack();
        ReceiverSpec spec = ReceiverSpec.parse(pack.entry("receiver.json"));
        Fixture.Values z = arrays.get("integers/z");
        int zHeight = z.shape()[1];
        int zWidth = z.shape()[2];
        TileGeometry geometry = new TileGeometry(64 * zWidth, 64 * zHeight);
        byte[] hyperlatents = new byte[z.values().length];
        short[] positionMajor = interleave(z);
        for (int i = 0; i < hyperlatents.length; i++) {
            hyperlatents[i] = (byte) positionMajor[i];
        }
        byte[] rows = RowPredictor.parse(spec, pack.entry("row_predictor.bin")).rows(hyperlatents, zHeight, zWidth, 27);
        short[] expectedRows = interleave(arrays.get("integers/row"));
        for (int i = 0; i < rows.length; i++) {
            assertEquals(expectedRows[i], rows[i], "row " + i);
        }
        CodingTables tables = CodingTables.parse(spec, pack.entry("tables.bin"));
        short[] given = interleave(arrays.get("integers/s"));
        short[] corrected = interleave(arrays.get("integers/row2"));
        TileSymbols symbols = new TileSymbols(geometry, hyperlatents, spec.latentChannels());
        int skipBelow = tables.skipBelow(27);
        for (int i = 0; i < given.length; i++) {
            if (corrected[i] < skipBelow) {
                assertEquals(0, given[i], "the fixture's symbols must be 0 where nothing is coded, or contexts differ");
            }
        }
        LatentScan scan = new LatentScan(spec, tables, symbols, rows, 27) {
            @Override
            protected int symbol(int index, int row) {
                assertEquals(corrected[index], row, "corrected row of symbol " + index);
                return given[index];
            }
        };
        scan.run(0);
        scan.run(1);
        assertArrayEquals(given, symbols.s);
    }

    /** [channel][position] to [position][channel]. */
    private static short[] interleave(Fixture.Values v) {
        int channels = v.shape()[0];
        int plane = v.values().length / channels;
        short[] out = new short[v.values().length];
        for (int i = 0; i < out.length; i++) {
            out[i] = (short) v.values()[i % channels * plane + i / channels];
        }
        return out;
    }
}
