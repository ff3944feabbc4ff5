package io.nacre.models;

import java.util.Map;

/** A network that is ready to run. May be run by several threads at once, each with tensors of its own. */
public interface Graph extends AutoCloseable {
    /**
     * Runs the graph.
     *
     * @param inputs by name, of the shapes that the graph asks for
     * @param outputs by name, of the shapes that the graph gives for these inputs; their values are overwritten
     * @throws IllegalStateException if the runtime refuses names or shapes
     */
    void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs);

    @Override
    void close();
}
