package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Consumer;

/** How two inputs of one kind are measured against each other. */
interface Comparison {
    /**
     * What was measured.
     *
     * @param text for people
     * @param fields for programs, written into an object that is open
     * @param decibels the figure that a threshold is held against; infinite for equal inputs, NaN if there is none
     */
    record Result(String text, Consumer<JsonStringWriter> fields, double decibels) {}

    /**
     * Measures.
     *
     * @throws CommandException if an input can't be read, naming it, or if they can't be compared
     */
    Result compare(Path first, Path second) throws IOException;
}
