package io.nacre.models;

import java.io.ByteArrayOutputStream;

/**
 * Graphs that use the weights of another graph of their pack, such as a gradient and the network it belongs to: the ONNX
 * property {@code weights} names the other entry, whose initializers the graph's nodes name. By the merge rules of
 * Protocol Buffers a serialised model is completed by appending one that holds what is missing.
 */
final class SharedWeights {
    private static final String PROPERTY = "weights";
    private static final int GRAPH = 7;
    private static final int PROPERTIES = 14;
    private static final int INITIALIZER = 5;
    private static final int LENGTH_DELIMITED = 2;

    private SharedWeights() {}

    /**
     * The entry whose weights a graph uses.
     *
     * @return its name, or null where the graph has all of its weights
     * @throws ModelException if it is no ONNX file
     */
    static String lender(byte[] onnx) throws ModelException {
        ProtoReader model = new ProtoReader(onnx);
        String lender = null;
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == PROPERTIES) {
                String value = property(model.message());
                lender = value != null ? value : lender;
            } else {
                model.skip();
            }
        }
        return lender;
    }

    /** The value of the property, or null if the message is another one. */
    private static String property(ProtoReader in) throws ModelException {
        String key = "";
        String value = "";
        for (int field = in.next(); field != 0; field = in.next()) {
            switch (field) {
                case 1 -> key = in.text();
                case 2 -> value = in.text();
                default -> in.skip();
            }
        }
        return key.equals(PROPERTY) ? value : null;
    }

    /** A graph together with the weights of its lender; names must not be in both. */
    static byte[] join(byte[] onnx, byte[] lender) throws ModelException {
        ByteArrayOutputStream weights = new ByteArrayOutputStream(lender.length);
        ProtoReader model = new ProtoReader(lender);
        for (int field = model.next(); field != 0; field = model.next()) {
            if (field == GRAPH) {
                initializers(model.message(), weights);
            } else {
                model.skip();
            }
        }
        ByteArrayOutputStream joined = new ByteArrayOutputStream(onnx.length + weights.size() + 10);
        joined.writeBytes(onnx);
        append(GRAPH, weights.toByteArray(), joined);
        return joined.toByteArray();
    }

    private static void initializers(ProtoReader graph, ByteArrayOutputStream out) throws ModelException {
        for (int field = graph.next(); field != 0; field = graph.next()) {
            if (field == INITIALIZER) {
                append(INITIALIZER, graph.message().rest(), out);
            } else {
                graph.skip();
            }
        }
    }

    private static void append(int field, byte[] message, ByteArrayOutputStream out) {
        out.write(field << 3 | LENGTH_DELIMITED);
        int length = message.length;
        while (length > 0x7F) {
            out.write(length & 0x7F | 0x80);
            length >>>= 7;
        }
        out.write(length);
        out.writeBytes(message);
    }
}
