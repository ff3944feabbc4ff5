package io.nacre.app.view.model;

import io.nacre.app.eval.codec.Folders;
import io.nacre.app.eval.codec.PictureMedium;
import io.nacre.app.eval.codec.Source;
import io.nacre.app.picture.RgbPicture;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The open picture as tools get it, written to a temporary folder once for all of them. Thread-safe; {@link #close} removes
 * the folder.
 */
public final class RivalSource implements AutoCloseable {
    private Original original;
    private Source<RgbPicture> source;
    private Path folder;

    /** The files of a picture; those of the one before are removed. */
    @SuppressWarnings("ReferenceEquality") // the very picture
    synchronized Source<RgbPicture> of(Original wanted) throws IOException {
        if (wanted != original) {
            close();
            folder = Files.createTempDirectory("nacre-view");
            source = new Source<>(wanted.picture().flat(), new PictureMedium(), folder);
            original = wanted;
        }
        return source;
    }

    @Override
    public synchronized void close() throws IOException {
        original = null;
        source = null;
        if (folder != null) {
            Folders.delete(folder);
            folder = null;
        }
    }
}
