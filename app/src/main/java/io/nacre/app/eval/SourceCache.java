package io.nacre.app.eval;

import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.SourcePicture;
import io.nacre.app.picture.RgbPicture;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.RowSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Originals in memory, each from the first of its tasks to the last. Thread-safe. */
final class SourceCache {
    private final Path root;
    private final Map<Item, Integer> tasks = new HashMap<>();
    private final Map<Item, Opened> open = new HashMap<>();

    private record Opened(SourcePicture picture, Path folder) {}

    /** @param root folder for temporary files */
    SourceCache(Path root) {
        this.root = root;
    }

    /** Says that one more task will acquire the item and release it. */
    synchronized void expect(Item item) {
        tasks.merge(item, 1, Integer::sum);
    }

    synchronized SourcePicture acquire(Item item) throws IOException {
        Opened opened = open.get(item);
        if (opened == null) {
            RowSource rows = RowSource.of(
                    ImageInput.load(item.original(), ImageInputOptions.DEFAULT).pixels());
            Path folder = Files.createTempDirectory(root, "source");
            opened = new Opened(new SourcePicture(RgbPicture.of(rows), folder), folder);
            open.put(item, opened);
        }
        return opened.picture;
    }

    synchronized void release(Item item) throws IOException {
        if (tasks.merge(item, -1, Integer::sum) == 0) {
            Opened opened = open.remove(item);
            if (opened != null) {
                Folders.delete(opened.folder);
            }
        }
    }
}
