package io.nacre.models;

import static org.bytedeco.onnxruntime.global.onnxruntime.ORT_DISABLE_ALL;
import static org.bytedeco.onnxruntime.global.onnxruntime.ORT_ENABLE_ALL;
import static org.bytedeco.onnxruntime.global.onnxruntime.ORT_LOGGING_LEVEL_FATAL;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.onnxruntime.Env;
import org.bytedeco.onnxruntime.OrtCUDAProviderOptions;
import org.bytedeco.onnxruntime.Session;
import org.bytedeco.onnxruntime.SessionOptions;
import org.bytedeco.onnxruntime.StringVector;
import org.bytedeco.onnxruntime.global.onnxruntime;

/**
 * Opens graphs on one device. Thread-safe.
 *
 * <p>Float results differ in their last bits between processors, devices and optimisation levels; nothing that is parsed
 * may depend on them.
 */
public final class GraphRuntime {
    private static final class Environment {
        /** ONNX Runtime wants one environment a process; it lives as long as the process does. */
        static final Env ENV = new Env(ORT_LOGGING_LEVEL_FATAL, "nacre");
    }

    private final Device device;
    private final boolean optimise;

    private GraphRuntime(Device device, boolean optimise) {
        this.device = device;
        this.optimise = optimise;
    }

    /**
     * Chooses the device.
     *
     * @throws ModelException if CUDA is asked for by name and not usable here
     */
    public static GraphRuntime on(Device device) throws ModelException {
        if (device == Device.CPU) {
            return new GraphRuntime(Device.CPU, true);
        }
        String why = cudaProblem();
        if (why == null) {
            return new GraphRuntime(Device.CUDA, true);
        }
        if (device == Device.CUDA) {
            throw new ModelException("CUDA is not usable here: " + why);
        }
        return new GraphRuntime(Device.CPU, true);
    }

    /** The same device with all graph optimisations off: slower, other last bits. For tests of exactness. */
    public GraphRuntime withoutOptimisation() {
        return new GraphRuntime(device, false);
    }

    /** The device in use: CPU or CUDA. */
    public Device device() {
        return device;
    }

    /**
     * Opens a graph.
     *
     * @param onnx the model's bytes, checked by the pack already
     * @param threads threads that share one run
     * @throws ModelException if ONNX Runtime refuses the model
     */
    public Graph open(byte[] onnx, int threads) throws ModelException {
        try (SessionOptions options = options(threads);
                BytePointer bytes = new BytePointer(onnx)) {
            return new OnnxGraph(new Session(Environment.ENV, bytes, onnx.length, options));
        } catch (RuntimeException e) {
            throw new ModelException("ONNX Runtime refuses a graph of the pack: " + e.getMessage(), e);
        }
    }

    private SessionOptions options(int threads) {
        SessionOptions options = new SessionOptions();
        options.SetIntraOpNumThreads(threads);
        options.SetInterOpNumThreads(1);
        options.SetGraphOptimizationLevel(optimise ? ORT_ENABLE_ALL : ORT_DISABLE_ALL);
        // Waiting threads sleep: the cores belong to the threads that parse the next tiles.
        options.AddConfigEntry("session.intra_op.allow_spinning", "0");
        // A pattern is kept for every shape of inputs that ever came: pictures of all sizes would fill the memory.
        options.DisableMemPattern();
        if (device == Device.CUDA) {
            appendCuda(options);
        }
        return options;
    }

    private static void appendCuda(SessionOptions options) {
        try (OrtCUDAProviderOptions cuda = new OrtCUDAProviderOptions()) {
            cuda.device_id(0);
            options.AppendExecutionProvider_CUDA(cuda);
        }
    }

    /** Why CUDA can't be used, or null. Being listed does not mean being usable: the provider's libraries are loaded here. */
    private static String cudaProblem() {
        boolean listed = false;
        try (StringVector providers = onnxruntime.GetAvailableProviders()) {
            for (long i = 0; i < providers.size(); i++) {
                listed |= providers.get(i).getString().equals("CUDAExecutionProvider");
            }
        }
        if (!listed) {
            return "this build has no CUDA provider (build with mvn -Pcuda package, with CUDA and cuDNN installed)";
        }
        try (SessionOptions options = new SessionOptions()) {
            appendCuda(options);
            return null;
        } catch (RuntimeException e) {
            return String.valueOf(e.getMessage()).lines().findFirst().orElse("the provider does not load");
        }
    }
}
