package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Path;

/**
 * How items of one kind are exchanged with tools. Thread-safe.
 *
 * @param <M> what they are in memory
 */
public interface Medium<M> {
    MediaKind kind();

    /**
     * Writes an item for a tool, without metadata.
     *
     * @param format one of {@link MediaKind#formats}
     */
    void write(M content, String format, Path file) throws IOException;

    /**
     * Reads what a decoder wrote.
     *
     * @param file whose extension tells the format
     * @throws IOException if it can't be read; the message may begin with the file's name
     */
    M read(Path file) throws IOException;

    /** In what the size of a decoded item differs from its source's, after "gave back"; null if it doesn't. */
    String mismatch(M source, M decoded);
}
