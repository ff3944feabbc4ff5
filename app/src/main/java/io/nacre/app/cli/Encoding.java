package io.nacre.app.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** How inputs of one kind become Nacre files. */
interface Encoding {
    /**
     * Encodes an input.
     *
     * @param out receives the file
     */
    Outcome encode(Path input, OutputStream out) throws IOException;
}
