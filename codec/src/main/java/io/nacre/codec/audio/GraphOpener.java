package io.nacre.codec.audio;

import io.nacre.models.Graph;
import io.nacre.models.ModelException;

/** Makes a graph of a pack ready to run; {@link io.nacre.models.GraphRuntime#open} in earnest, something worse in tests. */
@FunctionalInterface
interface GraphOpener {
    /** Opens a graph that runs on the caller's thread alone. */
    Graph open(byte[] onnx) throws ModelException;
}
