package io.nacre.app.eval;

import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Originals in memory, each from the first of its tasks to the last. Thread-safe. */
final class SourceCache<M> {
    private final Media<M> media;
    private final Path root;
    private final Map<Item, Integer> tasks = new HashMap<>();
    private final Map<Item, Opened<M>> open = new HashMap<>();

    private record Opened<M>(Source<M> source, Path folder) {}

    /** @param root folder for temporary files */
    SourceCache(Media<M> media, Path root) {
        this.media = media;
        this.root = root;
    }

    /** Says that one more task will acquire the item and release it. */
    synchronized void expect(Item item) {
        tasks.merge(item, 1, Integer::sum);
    }

    synchronized Source<M> acquire(Item item) throws IOException {
        Opened<M> opened = open.get(item);
        if (opened == null) {
            M content = media.load(item);
            Path folder = Files.createTempDirectory(root, "source");
            opened = new Opened<>(new Source<>(content, media.medium(), folder), folder);
            open.put(item, opened);
        }
        return opened.source;
    }

    synchronized void release(Item item) throws IOException {
        if (tasks.merge(item, -1, Integer::sum) == 0) {
            Opened<M> opened = open.remove(item);
            if (opened != null) {
                Folders.delete(opened.folder);
            }
        }
    }
}
