package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import java.util.function.Consumer;

/**
 * What came of an input.
 *
 * @param text for people, in one line
 * @param fields the same for programs, written into an object that is open
 * @param losses what had to be made up
 */
record Outcome(String text, Consumer<JsonStringWriter> fields, Losses losses) {
    /** Nothing was lost. */
    Outcome(String text, Consumer<JsonStringWriter> fields) {
        this(text, fields, Losses.NONE);
    }
}
