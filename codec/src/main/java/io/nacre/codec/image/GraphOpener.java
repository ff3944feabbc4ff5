package io.nacre.codec.image;

import io.nacre.models.Graph;
import io.nacre.models.ModelException;

/** Makes a graph of a pack ready to run; {@link io.nacre.models.GraphRuntime#open} in earnest, something worse in tests. */
@FunctionalInterface
interface GraphOpener {
    Graph open(byte[] onnx, int threads) throws ModelException;
}
