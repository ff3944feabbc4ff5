package io.nacre.app.eval.codec;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * An item to be coded, and its files for tools. A file is written when it is first asked for. Thread-safe.
 *
 * @param <M> what it is in memory
 */
public final class Source<M> {
    private final M content;
    private final Medium<M> medium;
    private final Path folder;
    private final Map<String, Path> files = new HashMap<>();

    /** @param folder where files are written; the caller removes it */
    public Source(M content, Medium<M> medium, Path folder) {
        this.content = content;
        this.medium = medium;
        this.folder = folder;
    }

    public M content() {
        return content;
    }

    /** @param format one of those of the kind */
    synchronized Path file(String format) throws IOException {
        Path file = files.get(format);
        if (file == null) {
            file = folder.resolve("source." + format);
            try {
                medium.write(content, format, file);
            } catch (IOException e) {
                Files.deleteIfExists(file);
                throw e;
            }
            files.put(format, file);
        }
        return file;
    }
}
