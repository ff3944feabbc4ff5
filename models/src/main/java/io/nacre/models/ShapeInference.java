package io.nacre.models;

import io.nacre.models.OnnxStructure.Constant;
import io.nacre.models.OnnxStructure.Node;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Shapes of a graph's values for given shapes of its inputs, and the multiply-accumulates of its nodes, for the operators
 * that packs use (ONNX operator set 20). Not thread-safe.
 */
final class ShapeInference {
    private final Map<String, List<Long>> shapes = new HashMap<>();
    private final Map<String, Constant> constants;

    /** @param inputs whole shapes */
    ShapeInference(OnnxStructure graph, Map<String, List<Long>> inputs) {
        constants = graph.constants();
        constants.forEach((name, constant) -> shapes.put(name, constant.shape()));
        shapes.putAll(inputs);
    }

    /**
     * Works out the shape of a node's output; nodes come in the graph's order.
     *
     * @return multiply-accumulates of the node: those of convolutions and matrix products, 0 for all others
     * @throws ModelException if the operator is unknown, its inputs do not fit it, or a size is beyond 64 bits
     */
    long apply(Node node) throws ModelException {
        try {
            return infer(node);
        } catch (IndexOutOfBoundsException | ArithmeticException e) {
            throw unfit(node, e);
        }
    }

    private long infer(Node node) throws ModelException {
        List<Long> shape;
        long cost = 0;
        switch (node.op()) {
            case "Identity",
                    "Cast",
                    "Gelu",
                    "Relu",
                    "Sigmoid",
                    "Tanh",
                    "Abs",
                    "Log",
                    "Exp",
                    "Sqrt",
                    "Neg",
                    "Sign",
                    "Erf" -> shape = input(node, 0);
            case "Floor", "Round", "Clip", "Softmax", "LayerNormalization", "Sin", "Cos", "Sinh", "Asinh" ->
                shape = input(node, 0);
            case "Add", "Sub", "Mul", "Div", "Mod", "Min", "Max" -> shape = elementwise(node);
            case "Transpose" -> shape = transpose(node);
            case "Slice" -> shape = slice(node);
            case "ReduceSum" -> shape = Collections.nCopies(input(node, 0).size(), 1L); // packs sum over all axes
            case "Concat" -> shape = concat(node);
            case "Gather" -> shape = gather(node);
            case "Reshape" -> shape = reshape(node);
            case "DepthToSpace", "SpaceToDepth" -> shape = blocks(node);
            case "Conv" -> {
                shape = convolution(node);
                cost = Math.multiplyExact(product(input(node, 1)), product(shape.subList(2, shape.size())));
                cost = Math.multiplyExact(cost, shape.get(0));
            }
            case "MatMul" -> {
                shape = matrixProduct(node);
                cost = Math.multiplyExact(product(shape), last(input(node, 0)));
            }
            case "Gemm" -> {
                int inner = node.integer("transA", 0) == 0 ? 1 : 0;
                int outer = node.integer("transB", 0) == 0 ? 1 : 0;
                shape = List.of(input(node, 0).get(1 - inner), input(node, 1).get(outer));
                cost = Math.multiplyExact(product(shape), input(node, 0).get(inner));
            }
            default -> throw new ModelException("the cost of the operator " + node.op() + " is not known");
        }
        shapes.put(node.outputs().get(0), shape);
        return cost;
    }

    private List<Long> input(Node node, int index) throws ModelException {
        List<Long> shape = shapes.get(node.inputs().get(index));
        if (shape == null) {
            throw unfit(node, null);
        }
        return shape;
    }

    private List<Long> elementwise(Node node) throws ModelException {
        List<Long> shape = input(node, 0);
        for (int i = 1; i < node.inputs().size(); i++) {
            shape = broadcast(shape, input(node, i), node);
        }
        return shape;
    }

    private List<Long> transpose(Node node) throws ModelException {
        List<Long> in = input(node, 0);
        List<Long> order = node.integers().get("perm");
        if (order == null || order.size() != in.size()) {
            throw unfit(node, null); // the order is always written in packs
        }
        List<Long> shape = new ArrayList<>();
        for (long axis : order) {
            shape.add(in.get(axis(axis, in)));
        }
        return shape;
    }

    /** A part along some axes, whose bounds are constants; steps are not used in packs. */
    private List<Long> slice(Node node) throws ModelException {
        List<Long> shape = new ArrayList<>(input(node, 0));
        List<Long> starts = integers(node, 1);
        List<Long> ends = integers(node, 2);
        List<Long> axes = integers(node, 3);
        if (node.inputs().size() != 4 || ends.size() != starts.size() || axes.size() != starts.size()) {
            throw unfit(node, null);
        }
        for (int i = 0; i < axes.size(); i++) {
            int axis = axis(axes.get(i), shape);
            long size = shape.get(axis);
            shape.set(axis, Math.max(0, bound(ends.get(i), size) - bound(starts.get(i), size)));
        }
        return shape;
    }

    /** A bound of a slice: counted from the end if below 0, and cut to the side. */
    private static long bound(long bound, long size) {
        return Math.max(0, Math.min(size, bound < 0 ? bound + size : bound));
    }

    private List<Long> integers(Node node, int index) throws ModelException {
        Constant constant = constants.get(node.inputs().get(index));
        if (constant == null) {
            throw unfit(node, null);
        }
        return constant.values();
    }

    private static List<Long> broadcast(List<Long> a, List<Long> b, Node node) throws ModelException {
        List<Long> longer = a.size() >= b.size() ? a : b;
        List<Long> shorter = longer == a ? b : a;
        List<Long> shape = new ArrayList<>(longer);
        int offset = longer.size() - shorter.size();
        for (int i = 0; i < shorter.size(); i++) {
            long x = longer.get(offset + i);
            long y = shorter.get(i);
            if (x != y && x != 1 && y != 1) {
                throw unfit(node, null);
            }
            shape.set(offset + i, x == 1 ? y : x);
        }
        return shape;
    }

    private List<Long> concat(Node node) throws ModelException {
        List<Long> shape = new ArrayList<>(input(node, 0));
        int axis = axis(node.integer("axis", 0), shape);
        for (int i = 1; i < node.inputs().size(); i++) {
            shape.set(axis, Math.addExact(shape.get(axis), input(node, i).get(axis)));
        }
        return shape;
    }

    private List<Long> gather(Node node) throws ModelException {
        List<Long> data = input(node, 0);
        int axis = axis(node.integer("axis", 0), data);
        List<Long> shape = new ArrayList<>(data.subList(0, axis));
        shape.addAll(input(node, 1));
        shape.addAll(data.subList(axis + 1, data.size()));
        return shape;
    }

    private List<Long> reshape(Node node) throws ModelException {
        Constant wanted = constants.get(node.inputs().get(1));
        if (wanted == null || wanted.values().stream().anyMatch(side -> side < 1)) {
            throw unfit(node, null); // sides to be inferred are not used in packs
        }
        return wanted.values();
    }

    private List<Long> blocks(Node node) throws ModelException {
        List<Long> in = input(node, 0);
        long side = node.integer("blocksize", 1);
        long area = Math.multiplyExact(side, side);
        return node.op().equals("DepthToSpace")
                ? List.of(
                        in.get(0),
                        in.get(1) / area,
                        Math.multiplyExact(in.get(2), side),
                        Math.multiplyExact(in.get(3), side))
                : List.of(in.get(0), Math.multiplyExact(in.get(1), area), in.get(2) / side, in.get(3) / side);
    }

    private List<Long> convolution(Node node) throws ModelException {
        List<Long> in = input(node, 0);
        List<Long> weights = input(node, 1);
        if (in.size() != weights.size() || in.get(1) != weights.get(1) * node.integer("group", 1)) {
            throw unfit(node, null);
        }
        List<Long> shape = new ArrayList<>(List.of(in.get(0), weights.get(0)));
        int axes = in.size() - 2;
        List<Long> strides = node.integers().get("strides");
        List<Long> pads = node.integers().get("pads");
        List<Long> dilations = node.integers().get("dilations");
        for (int i = 0; i < axes; i++) {
            long padding = pads == null ? 0 : Math.addExact(pads.get(i), pads.get(axes + i));
            long dilation = dilations == null ? 1 : dilations.get(i);
            long reach = Math.addExact(Math.multiplyExact(dilation, weights.get(2 + i) - 1), 1);
            long room = Math.subtractExact(Math.addExact(in.get(2 + i), padding), reach);
            shape.add(room / (strides == null ? 1 : strides.get(i)) + 1);
        }
        return shape;
    }

    private List<Long> matrixProduct(Node node) throws ModelException {
        List<Long> a = input(node, 0);
        List<Long> b = input(node, 1);
        if (!last(a).equals(b.get(b.size() - 2))) {
            throw unfit(node, null);
        }
        List<Long> shape = new ArrayList<>(broadcast(a.subList(0, a.size() - 2), b.subList(0, b.size() - 2), node));
        shape.add(a.get(a.size() - 2));
        shape.add(last(b));
        return shape;
    }

    private static int axis(long axis, List<Long> shape) {
        return Math.toIntExact(axis < 0 ? axis + shape.size() : axis);
    }

    private static Long last(List<Long> shape) {
        return shape.get(shape.size() - 1);
    }

    private static long product(List<Long> shape) {
        long product = 1;
        for (long side : shape) {
            product = Math.multiplyExact(product, side);
        }
        return product;
    }

    private static ModelException unfit(Node node, Exception cause) {
        return new ModelException("the inputs of an operator " + node.op() + " do not fit it", cause);
    }
}
