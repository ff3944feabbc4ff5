package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import java.util.function.Consumer;

/**
 * What came of an input.
 *
 * @param text for people, in one line
 * @param fields the same for programs, written into an object that is open
 */
record Outcome(String text, Consumer<JsonStringWriter> fields) {}
