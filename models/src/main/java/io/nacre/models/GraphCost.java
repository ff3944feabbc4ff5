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
import java.util.TreeMap;

/**
 * Multiply-accumulates of a pack's graphs, counted from their ONNX files: one for each weight and place of convolutions
 * and matrix products, padding included, nothing for other operators, as papers on learned compression count them.
 * Thread-safe.
 */
public final class GraphCost {
    private static final String EXTENSION = ".onnx";

    /** Side of the picture that costs are counted on: a whole number of every stride. */
    private static final int SIDE = 512;

    private GraphCost() {}

    /**
     * Costs of all graphs of a picture pack.
     *
     * @return multiply-accumulates per picture pixel, rounded, by the graph's name without extension; halos and rings are
     *     not counted
     * @throws ModelException if the pack or a graph is damaged, or an operator is not known
     */
    public static Map<String, Long> perPixel(ModelPack pack) throws ModelException {
        int stride;
        int hyperStride;
        try {
            JsonObject receiver =
                    JsonParser.object().from(new String(pack.entry("receiver.json"), StandardCharsets.UTF_8));
            stride = receiver.getInt("stride");
            hyperStride = receiver.getInt("hyperStride");
        } catch (JsonParserException e) {
            throw new ModelException("receiver.json is damaged: " + e.getMessage(), e);
        }
        Map<String, Long> costs = new TreeMap<>();
        for (String entry : pack.manifest().sha256().keySet()) {
            if (entry.endsWith(EXTENSION)) {
                OnnxStructure graph = OnnxStructure.parse(pack.entry(entry));
                Map<String, List<Long>> shapes = new HashMap<>();
                for (Map.Entry<String, List<Long>> input : graph.inputs().entrySet()) {
                    int step = input.getKey().equals("x") ? 1 : input.getKey().equals("z") ? hyperStride : stride;
                    shapes.put(input.getKey(), filled(input.getValue(), step));
                }
                long cost = multiplyAccumulates(graph, shapes);
                String name = entry.substring(0, entry.length() - EXTENSION.length());
                costs.put(name, (long) Math.rint((double) cost / SIDE / SIDE)); // half to even, as the manifest
            }
        }
        return costs;
    }

    private static List<Long> filled(List<Long> shape, int step) throws ModelException {
        if (step < 1 || SIDE % step != 0) {
            throw new ModelException("receiver.json has a stride of " + step);
        }
        List<Long> whole = new ArrayList<>(shape);
        whole.replaceAll(side -> side == OnnxStructure.SYMBOLIC ? (Long) (long) (SIDE / step) : side);
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
