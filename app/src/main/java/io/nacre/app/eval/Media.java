package io.nacre.app.eval;

import io.nacre.app.eval.codec.Medium;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What an evaluation does with items of one kind. Thread-safe.
 *
 * @param <M> what they are in memory
 */
public interface Media<M> {
    /** How items are exchanged with tools. */
    Medium<M> medium();

    /**
     * Brings a file into the form in which all codecs get it.
     *
     * @param name path below the folder, with slashes
     * @param originals folder below which the item may get one of its own
     * @param warnings receives a sentence if the file is not taken as it is
     * @throws IOException if it is none of the kind or can't be read
     */
    Item prepare(Path file, String name, Path originals, List<String> warnings) throws IOException;

    /** Reads an item that was prepared. */
    M load(Item item) throws IOException;

    /**
     * Measures.
     *
     * @return values by {@link Metric#id}, without those that the item is too small for
     */
    Map<String, Double> measure(List<Metric> metrics, M original, M decoded);

    /** Where decoded items are kept for the report. */
    Keeper<M> keeper();
}
