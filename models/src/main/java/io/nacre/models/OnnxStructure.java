package io.nacre.models;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an ONNX file says of its graph's shape: nodes in their order, inputs, and the shapes of the constants. Weights are
 * passed over. Field numbers are those of {@code onnx.proto} (ONNX IR version 10). Immutable.
 *
 * @param inputs sides of each input, {@link #SYMBOLIC} where the file gives a name or nothing
 * @param constants of each initializer
 */
record OnnxStructure(List<Node> nodes, Map<String, List<Long>> inputs, Map<String, Constant> constants) {
    static final long SYMBOLIC = -1;
    private static final int INT64 = 7;

    /** @param integers values of an attribute by name: one, or those of a list; other kinds are left out */
    record Node(String op, List<String> inputs, List<String> outputs, Map<String, List<Long>> integers) {
        /** A single integer, or the default of the operator's specification. */
        long integer(String name, long otherwise) {
            return integers.getOrDefault(name, List.of(otherwise)).get(0);
        }
    }

    /** @param values of a constant of 64-bit integers, else empty */
    record Constant(List<Long> shape, List<Long> values) {}

    /** @throws ModelException if it is no ONNX file */
    static OnnxStructure parse(byte[] onnx) throws ModelException {
        ProtoReader model = new ProtoReader(onnx);
        OnnxStructure structure = new OnnxStructure(new ArrayList<>(), new HashMap<>(), new HashMap<>());
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == 7) {
                structure.graph(model.message());
            } else {
                model.skip();
            }
        }
        return new OnnxStructure(
                List.copyOf(structure.nodes), Map.copyOf(structure.inputs), Map.copyOf(structure.constants));
    }

    private void graph(ProtoReader graph) throws ModelException {
        for (int field = graph.next(); field != 0; field = graph.next()) {
            switch (field) {
                case 1 -> nodes.add(node(graph.message()));
                case 5 -> constant(graph.message());
                case 11 -> input(graph.message());
                default -> graph.skip();
            }
        }
    }

    private static Node node(ProtoReader in) throws ModelException {
        List<String> inputs = new ArrayList<>();
        List<String> outputs = new ArrayList<>();
        Map<String, List<Long>> attributes = new HashMap<>();
        String op = "";
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> inputs.add(in.text());
                case 2 -> outputs.add(in.text());
                case 4 -> op = in.text();
                case 5 -> attribute(in.message(), attributes);
                default -> in.skip();
            }
        }
        return new Node(op, List.copyOf(inputs), List.copyOf(outputs), Map.copyOf(attributes));
    }

    private static void attribute(ProtoReader in, Map<String, List<Long>> attributes) throws ModelException {
        String name = "";
        List<Long> values = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> name = in.text();
                case 3, 8 -> values.addAll(in.integers());
                default -> in.skip();
            }
        }
        if (!values.isEmpty()) {
            attributes.put(name, List.copyOf(values));
        }
    }

    private void constant(ProtoReader in) throws ModelException {
        String name = "";
        long type = 0;
        List<Long> shape = new ArrayList<>();
        List<Long> values = new ArrayList<>();
        ProtoReader raw = null;
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> shape.addAll(in.integers());
                case 2 -> type = in.integer();
                case 7 -> values.addAll(in.integers());
                case 8 -> name = in.text();
                case 9 -> raw = in.message();
                default -> in.skip();
            }
        }
        if (type == INT64 && raw != null) {
            values.addAll(raw.rawIntegers());
        }
        constants.put(name, new Constant(List.copyOf(shape), List.copyOf(values)));
    }

    private void input(ProtoReader in) throws ModelException {
        String name = "";
        List<Long> shape = new ArrayList<>();
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> name = in.text();
                case 2 -> shape.addAll(tensorShape(in.message()));
                default -> in.skip();
            }
        }
        inputs.put(name, List.copyOf(shape));
    }

    /** TypeProto, in it the tensor's type, in that TensorShapeProto. */
    private static List<Long> tensorShape(ProtoReader type) throws ModelException {
        List<Long> shape = new ArrayList<>();
        for (int field = type.next(); field != 0; field = type.next()) {
            if (field != 1) {
                type.skip();
                continue;
            }
            ProtoReader tensor = type.message();
            for (int part = tensor.next(); part != 0; part = tensor.next()) {
                if (part == 2) {
                    dimensions(tensor.message(), shape);
                } else {
                    tensor.skip();
                }
            }
        }
        return shape;
    }

    private static void dimensions(ProtoReader in, List<Long> shape) throws ModelException {
        for (int field = in.next(); field != 0; field = in.next()) {
            if (field != 1) {
                in.skip();
                continue;
            }
            ProtoReader dimension = in.message();
            long size = SYMBOLIC;
            for (int part = dimension.next(); part != 0; part = dimension.next()) {
                if (part == 1) {
                    size = dimension.integer();
                } else {
                    dimension.skip();
                }
            }
            shape.add(size);
        }
    }
}
