package io.nacre.app.view.queue;

import io.nacre.app.encode.EncodeListener;
import io.nacre.app.encode.Encoded;
import io.nacre.codec.container.Kind;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.nio.file.Path;

/** Encodes single files for a queue. Thread-safe. */
public interface FileEncoder {
    /** Opens what inputs of a kind need, which takes long only the first time. */
    void prepare(Kind kind) throws ModelException;

    /**
     * Encodes a file into memory.
     *
     * @throws IOException if it can't be read or not be encoded as it is wanted, or the thread is interrupted
     */
    Encoded encode(Path input, Kind kind, QueueSettings settings, EncodeListener listener) throws IOException;
}
