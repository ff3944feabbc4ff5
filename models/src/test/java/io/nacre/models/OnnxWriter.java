package io.nacre.models;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Writes the few fields of ONNX that tests need. */
final class OnnxWriter {
    private final ByteArrayOutputStream graph = new ByteArrayOutputStream();
    private final ByteArrayOutputStream properties = new ByteArrayOutputStream();

    /** Attributes are names and lists of integers in turn. */
    OnnxWriter node(String op, String[] inputs, String output, Object... attributes) {
        ByteArrayOutputStream node = new ByteArrayOutputStream();
        for (String input : inputs) {
            text(node, 1, input);
        }
        text(node, 2, output);
        text(node, 4, op);
        for (int i = 0; i < attributes.length; i += 2) {
            ByteArrayOutputStream attribute = new ByteArrayOutputStream();
            text(attribute, 1, (String) attributes[i]);
            if (attributes[i + 1] instanceof Integer value) {
                integer(attribute, 3, value);
            } else {
                for (int value : (int[]) attributes[i + 1]) {
                    integer(attribute, 8, value);
                }
            }
            message(node, 5, attribute);
        }
        message(graph, 1, node);
        return this;
    }

    /** An initializer without values. */
    OnnxWriter weights(String name, int... shape) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        for (int side : shape) {
            integer(tensor, 1, side);
        }
        integer(tensor, 2, 1);
        text(tensor, 8, name);
        message(graph, 5, tensor);
        return this;
    }

    /** An initializer of 64-bit integers. */
    OnnxWriter integers(String name, long... values) {
        ByteArrayOutputStream tensor = new ByteArrayOutputStream();
        integer(tensor, 1, values.length);
        integer(tensor, 2, 7);
        text(tensor, 8, name);
        ByteBuffer raw = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (long value : values) {
            raw.putLong(value);
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(raw.array());
        message(tensor, 9, bytes);
        message(graph, 5, tensor);
        return this;
    }

    /** A property of the model. */
    OnnxWriter property(String key, String value) {
        ByteArrayOutputStream property = new ByteArrayOutputStream();
        text(property, 1, key);
        text(property, 2, value);
        message(properties, 14, property);
        return this;
    }

    byte[] done() {
        ByteArrayOutputStream model = new ByteArrayOutputStream();
        integer(model, 1, 10);
        message(model, 7, graph);
        model.writeBytes(properties.toByteArray());
        return model.toByteArray();
    }

    private static void text(ByteArrayOutputStream out, int field, String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        message(out, field, bytes);
    }

    private static void message(ByteArrayOutputStream out, int field, ByteArrayOutputStream message) {
        varint(out, field << 3 | 2);
        varint(out, message.size());
        out.writeBytes(message.toByteArray());
    }

    private static void integer(ByteArrayOutputStream out, int field, int value) {
        varint(out, field << 3);
        varint(out, value);
    }

    private static void varint(ByteArrayOutputStream out, long value) {
        long rest = value;
        for (; (rest & ~127L) != 0; rest >>>= 7) {
            out.write(((int) rest & 127) | 128);
        }
        out.write((int) rest);
    }
}
