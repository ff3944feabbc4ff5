package io.nacre.app.view.model;

import io.nacre.app.view.render.Layer;
import java.awt.Rectangle;
import java.io.IOException;
import java.util.Optional;
import java.util.function.DoubleConsumer;

/** A codec that makes results. Thread-safe. */
public interface Coder {
    /** Unique, such as {@code nacre} or {@code jpeg-420}. */
    String id();

    /** For people. */
    String title();

    /** Whether {@link Recipe#effort} changes anything. */
    boolean hasEffort();

    /**
     * Encodes and decodes a picture.
     *
     * @param progress hears shares of 1 now and then, on the calling thread
     * @throws java.io.InterruptedIOException if the thread is interrupted
     * @throws IOException if the coder fails or can't meet the target
     */
    Result code(Original original, Recipe recipe, DoubleConsumer progress) throws IOException, InterruptedException;

    /**
     * Encodes and decodes only a part, to be looked at while the whole is not there.
     *
     * @param part inside the picture
     * @param base what is shown around the part
     * @return empty if the coder or the recipe has no quick way to do that
     */
    Optional<Layer> preview(Original original, Recipe recipe, Rectangle part, Layer base)
            throws IOException, InterruptedException;
}
