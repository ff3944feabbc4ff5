package io.nacre.peers.lyra;

import static org.bytedeco.tensorflowlite.global.tensorflowlite.kTfLiteOk;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.tensorflowlite.BuiltinOpResolver;
import org.bytedeco.tensorflowlite.FlatBufferModel;
import org.bytedeco.tensorflowlite.Interpreter;
import org.bytedeco.tensorflowlite.InterpreterBuilder;

/**
 * A model with its interpreter. The fields keep alive what the interpreter points to: the garbage collector would free it
 * otherwise, and crash the process.
 */
final class TfLiteModel {
    private final FlatBufferModel model;
    private final BuiltinOpResolver resolver;
    private final InterpreterBuilder builder;
    private final Interpreter interpreter = new Interpreter((Pointer) null);

    /** @param resolver says which kernels run */
    TfLiteModel(Path file, BuiltinOpResolver resolver) throws IOException {
        if (!Files.isReadable(file)) {
            throw new NoSuchFileException(file.toString());
        }
        this.resolver = resolver;
        model = FlatBufferModel.BuildFromFile(file.toString());
        if (model == null || model.isNull()) {
            throw new IOException(file + " is no TensorFlow Lite model");
        }
        builder = new InterpreterBuilder(model, this.resolver);
        check(builder.apply(interpreter, 1));
    }

    Interpreter interpreter() {
        return interpreter;
    }

    static void check(int status) throws IOException {
        if (status != kTfLiteOk) {
            throw new IOException("TensorFlow Lite failed with status " + status);
        }
    }
}
