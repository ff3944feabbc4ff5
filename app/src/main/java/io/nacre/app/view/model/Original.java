package io.nacre.app.view.model;

import io.nacre.app.view.render.Picture;
import io.nacre.codec.raster.Metadata;
import java.nio.file.Path;
import java.util.List;

/**
 * A picture that was opened.
 *
 * @param file it came from, or null if it was pasted
 * @param name to be shown
 * @param picture its samples
 * @param metadata what came with them
 * @param format of the file in lower case, such as {@code png}
 * @param bytes of the file, 0 if there is none
 * @param notes a clause for each thing that the user should know
 * @param coded the file, if it is one of Nacre's; else null
 */
public record Original(
        Path file,
        String name,
        Picture picture,
        Metadata metadata,
        String format,
        long bytes,
        List<String> notes,
        NacreFile coded) {
    /** Copies the notes. */
    public Original {
        notes = List.copyOf(notes);
    }

    public long pixels() {
        return (long) picture.width() * picture.height();
    }
}
