package io.nacre.codec.fuzz;

import io.nacre.models.Graph;
import io.nacre.models.Tensor;
import java.util.Map;

/** A graph that must not be run: what is fuzzed comes before. */
public final class NoGraph implements Graph {
    @Override
    public void run(Map<String, Tensor> inputs, Map<String, Tensor> outputs) {
        throw new AssertionError("a graph is run");
    }

    @Override
    public void close() {}
}
