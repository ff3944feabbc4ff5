package io.nacre.models;

import static org.bytedeco.onnxruntime.global.onnxruntime.ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT;
import static org.bytedeco.onnxruntime.global.onnxruntime.OrtArenaAllocator;
import static org.bytedeco.onnxruntime.global.onnxruntime.OrtMemTypeDefault;

import java.util.Map;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.onnxruntime.IoBinding;
import org.bytedeco.onnxruntime.MemoryInfo;
import org.bytedeco.onnxruntime.RunOptions;
import org.bytedeco.onnxruntime.Session;
import org.bytedeco.onnxruntime.Value;

/** A graph in ONNX Runtime's C++ interface: inputs and outputs are bound to the tensors' own memory. */
final class OnnxGraph implements Graph {
    private final Session session;

    OnnxGraph(Session session) {
        this.session = session;
    }

    @Override
    public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
        // Whatever is made inside the scope is freed at its end; the tensors' memory was made outside.
        try (PointerScope scope = new PointerScope()) {
            MemoryInfo cpu = MemoryInfo.CreateCpu(OrtArenaAllocator, OrtMemTypeDefault);
            IoBinding binding = new IoBinding(session);
            inputs.forEach((name, tensor) -> binding.BindInput(new BytePointer(name), value(cpu, tensor)));
            outputs.forEach((name, tensor) -> binding.BindOutput(new BytePointer(name), value(cpu, tensor)));
            session.Run(new RunOptions(), binding);
        } catch (RuntimeException e) {
            throw new IllegalStateException("ONNX Runtime: " + e.getMessage(), e);
        }
    }

    private static Value value(MemoryInfo cpu, Tensor tensor) {
        long[] shape = tensor.shape();
        return Value.CreateTensor(
                cpu.asOrtMemoryInfo(),
                tensor.memory(),
                4L * tensor.count(),
                new LongPointer(shape),
                shape.length,
                ONNX_TENSOR_ELEMENT_DATA_TYPE_FLOAT);
    }

    @Override
    public void close() {
        session.close();
    }
}
