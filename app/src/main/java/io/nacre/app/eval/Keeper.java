package io.nacre.app.eval;

import java.io.IOException;
import java.nio.file.Path;

/**
 * Keeps some of the decoded items for the report. Thread-safe.
 *
 * @param <M> what they are in memory
 */
public interface Keeper<M> {
    /**
     * Takes a result of this run.
     *
     * @param rate above 0
     */
    void add(Item item, String codec, String setting, double rate, M decoded) throws IOException;

    /** Takes a result of an earlier run, which was kept then if it was needed. */
    void addEarlier(Item item, String codec, String setting, double rate);

    /** The item's file, or null if it is not kept. */
    Path find(Item item, String codec, String setting);
}
