package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A codec that can be measured. Safe for concurrent use.
 *
 * @param <M> what it codes, in memory
 */
public interface Codec<M> {
    /** What it is; {@link CodecInfo#missing} is null. */
    CodecInfo info();

    /**
     * Encodes an item to a file and decodes that file.
     *
     * @param setting one of {@link CodecInfo#settings}, or another number of the same parameter
     * @param work an empty folder for this call, removed by the caller
     * @throws CodecException if the codec crashes, hangs or returns something else than an item of the same size
     * @throws IOException if the item can't be handed to it, as when the disk is full
     */
    Coded<M> code(Source<M> source, String setting, Path work) throws CodecException, IOException, InterruptedException;
}
