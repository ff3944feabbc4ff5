package io.nacre.models;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

class OnnxGraphTest {
    /** y = x + x for x of [1, n], written by the onnx package. */
    private static final byte[] DOUBLE = Base64.getDecoder()
            .decode(
                    "CAg6PwoOCgF4CgF4EgF5IgNBZGQSAWdaFAoBeBIPCg0IARIJCgIIAQoDEgFuYhQKAXkSDwoNCAESCQoCCAEKAxIBbkIECgAQDQ==");

    @Test
    void runsOnTheTensorsOwnMemory() throws ModelException {
        try (Graph graph = GraphRuntime.on(Device.CPU).open(DOUBLE, 1);
                Tensor x = Tensor.allocate(1, 1000);
                Tensor y = Tensor.allocate(1, 1000)) {
            for (int i = 0; i < 1000; i++) {
                x.floats().put(i, i - 500);
            }
            graph.run(Map.of("x", x), Map.of("y", y));
            for (int i = 0; i < 1000; i++) {
                assertEquals(2 * (i - 500), y.floats().get(i));
            }
        }
    }

    @Test
    void oneGraphServesManyThreads() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try (Graph graph = GraphRuntime.on(Device.CPU).open(DOUBLE, 1)) {
            var tasks = IntStream.range(0, 64)
                    .mapToObj(k -> (Callable<Boolean>) () -> {
                        try (Tensor x = Tensor.allocate(1, 10 + k);
                                Tensor y = Tensor.allocate(1, 10 + k)) {
                            for (int i = 0; i < 10 + k; i++) {
                                x.floats().put(i, k * i);
                            }
                            graph.run(Map.of("x", x), Map.of("y", y));
                            return IntStream.range(0, 10 + k)
                                    .allMatch(i -> y.floats().get(i) == 2f * k * i);
                        }
                    })
                    .toList();
            for (var result : threads.invokeAll(tasks)) {
                assertTrue(result.get());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void freesWhatItAllocates() throws ModelException {
        try (Graph graph = GraphRuntime.on(Device.CPU).open(DOUBLE, 1)) {
            runOnce(graph);
            long before = Pointer.totalBytes();
            for (int i = 0; i < 200; i++) {
                runOnce(graph);
            }
            assertEquals(before, Pointer.totalBytes());
        }
    }

    private static void runOnce(Graph graph) {
        try (Tensor x = Tensor.allocate(1, 4096);
                Tensor y = Tensor.allocate(1, 4096)) {
            graph.run(Map.of("x", x), Map.of("y", y));
        }
    }

    @Test
    void refusesGarbageShapesAndNames() throws ModelException {
        GraphRuntime runtime = GraphRuntime.on(Device.CPU);
        assertThrows(ModelException.class, () -> runtime.open(new byte[] {1, 2, 3, 4}, 1));
        try (Graph graph = runtime.open(DOUBLE, 1);
                Tensor x = Tensor.allocate(1, 8);
                Tensor wrong = Tensor.allocate(1, 9)) {
            assertThrows(IllegalStateException.class, () -> graph.run(Map.of("x", x), Map.of("y", wrong)));
            assertThrows(IllegalStateException.class, () -> graph.run(Map.of("z", x), Map.of("y", x)));
        }
        assertThrows(IllegalArgumentException.class, () -> Tensor.allocate(1 << 16, 1 << 16));
        assertThrows(IllegalArgumentException.class, () -> Tensor.allocate(3, 0));
    }

    @Test
    void cudaIsUsedOrRefusedInASentence() throws ModelException {
        if (GraphRuntime.on(Device.AUTO).device() == Device.CUDA) {
            assertEquals(Device.CUDA, GraphRuntime.on(Device.CUDA).device());
        } else {
            ModelException e = assertThrows(ModelException.class, () -> GraphRuntime.on(Device.CUDA));
            assertTrue(e.getMessage().startsWith("CUDA is not usable here: "), e.getMessage());
        }
    }
}
