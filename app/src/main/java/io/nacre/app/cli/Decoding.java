package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import java.io.IOException;
import java.io.OutputStream;

/** How Nacre files of one kind become what they were made of. */
interface Decoding {
    /**
     * Finds what can be found without computing anything, before the output is touched.
     *
     * @throws IOException if the file is damaged, which is no reason while salvaging, or has no such part as is asked for
     */
    void check(ContainerReader file) throws IOException;

    /** Decodes a file that passed the check. */
    Outcome decode(Job job, ContainerReader file, OutputStream out) throws IOException;
}
