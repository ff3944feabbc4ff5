package io.nacre.app.encode;

import java.io.IOException;
import java.nio.file.Path;

/** How inputs of one kind become Nacre files. Implementations are thread-safe if their inputs are. */
public interface Encoding {
    /**
     * Encodes an input.
     *
     * @throws java.io.InterruptedIOException if the thread is interrupted
     * @throws IOException if the input can't be read or not be encoded as it is wanted
     */
    Encoded encode(Path input, EncodeListener listener) throws IOException;
}
