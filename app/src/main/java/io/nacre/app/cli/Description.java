package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import java.util.List;

/** What the header of a Nacre file of one kind says. */
interface Description {
    /** Bits for what is coded, with their unit. */
    String rate();

    /** A title and a value each. */
    List<String> lines();

    /** Writes the same into an object that is open. */
    void write(JsonStringWriter json);
}
