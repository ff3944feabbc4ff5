package io.nacre.models;

import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import io.nacre.models.OnnxStructure.Node;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Multiply-accumulates of a pack's graphs, counted from their ONNX files: one for each weight and place of convolutions
 * and matrix products, padding included, nothing for other operators, as papers on learned compression count them.
 * Thread-safe.
 */
public final class GraphCost {
    private static final String EXTENSION = ".onnx";

    /** Inputs with a value for each pixel. */
    private static final Set<String> PIXELS = Set.of("x", "weight");

    /** Side of the picture that costs are counted on: a whole number of every stride. */
    private static final int SIDE = 512;
    /** Blocks or frames of the sound that costs are counted on; one of either is lost in the overlap. */
    private static final int BLOCKS = 101;

    private GraphCost() {}

    /**
     * Costs of all graphs of a pack.
     *
     * @return multiply-accumulates per pixel of a picture pack, per sample of a sound pack, rounded, by the graph's name
     *     without extension; halos, rings and contexts are not counted
     * @throws ModelException if the pack or a graph is damaged, or an operator is not known
     */
    public static Map<String, Long> perUnit(ModelPack pack) throws ModelException {
        JsonObject receiver;
        try {
            receiver = JsonParser.object().from(new String(pack.entry("receiver.json"), StandardCharsets.UTF_8));
        } catch (JsonParserException e) {
            throw new ModelException("receiver.json is damaged: " + e.getMessage(), e);
        }
        boolean sound = pack.manifest().kind() == PackKind.SOUND;
        long units = sound ? (BLOCKS - 1L) * receiver.getInt("hop") : (long) SIDE * SIDE;
        if (units < 1) {
            throw new ModelException("receiver.json has a hop of " + receiver.getInt("hop"));
        }
        Map<String, Long> costs = new TreeMap<>();
        for (String entry : pack.manifest().sha256().keySet()) {
            if (entry.endsWith(EXTENSION)) {
                OnnxStructure graph = OnnxStructure.parse(pack.graph(entry));
                Map<String, List<Long>> shapes = new HashMap<>();
                for (Map.Entry<String, List<Long>> input : graph.inputs().entrySet()) {
                    long side = sound ? BLOCKS : pictureSide(input.getKey(), receiver);
                    shapes.put(input.getKey(), filled(input.getValue(), side));
                }
                long cost = multiplyAccumulates(graph, shapes);
                String name = entry.substring(0, entry.length() - EXTENSION.length());
                costs.put(name, (long) Math.rint((double) cost / units)); // half to even, as the manifest
            }
        }
        return costs;
    }

    private static long pictureSide(String input, JsonObject receiver) throws ModelException {
        int step = PIXELS.contains(input) ? 1 : receiver.getInt(input.equals("z") ? "hyperStride" : "stride");
        if (step < 1 || SIDE % step != 0) {
            throw new ModelException("receiver.json has a stride of " + step);
        }
        return SIDE / step;
    }

    private static List<Long> filled(List<Long> shape, long side) {
        List<Long> whole = new ArrayList<>(shape);
        whole.replaceAll(given -> given == OnnxStructure.SYMBOLIC ? (Long) side : given);
        return whole;
    }

    /**
     * Cost of one run.
     *
     * @param onnx the model's bytes
     * @param inputs shapes of the graph's inputs by name
     * @return multiply-accumulates
     * @throws ModelException if the graph is damaged, the shapes do not fit it, or an operator is not known
     */
    public static long multiplyAccumulates(byte[] onnx, Map<String, List<Long>> inputs) throws ModelException {
        return multiplyAccumulates(OnnxStructure.parse(onnx), inputs);
    }

    private static long multiplyAccumulates(OnnxStructure graph, Map<String, List<Long>> inputs) throws ModelException {
        ShapeInference shapes = new ShapeInference(graph, inputs);
        long sum = 0;
        try {
            for (Node node : graph.nodes()) {
                sum = Math.addExact(sum, shapes.apply(node));
            }
        } catch (ArithmeticException e) {
            throw new ModelException("the cost of a graph is beyond 64 bits", e);
        }
        return sum;
    }
}
