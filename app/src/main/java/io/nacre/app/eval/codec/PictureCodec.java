package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Path;

/** A codec that can be measured on pictures. Safe for concurrent use. */
public interface PictureCodec {
    /** What it is; {@link CodecInfo#missing} is null. */
    CodecInfo info();

    /**
     * Encodes a picture to a file and decodes that file.
     *
     * @param setting one of {@link CodecInfo#settings}
     * @param work an empty folder for this call, removed by the caller
     * @throws CodecException if the codec crashes, hangs or returns something else than a picture of the same size
     * @throws IOException if the picture can't be handed to it, as when the disk is full
     */
    Coded code(SourcePicture picture, String setting, Path work)
            throws CodecException, IOException, InterruptedException;
}
