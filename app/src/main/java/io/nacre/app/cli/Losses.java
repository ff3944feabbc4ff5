package io.nacre.app.cli;

import com.grack.nanojson.JsonStringWriter;
import io.nacre.app.file.FileNames;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * What could not be decoded of an input and was made up.
 *
 * @param whole what parts of it are lost: the picture, the sound
 * @param share of it that is lost, above 0 to 1; 0 if nothing is
 * @param made what was put in their place
 * @param parts that are lost, in their order
 */
record Losses(String whole, double share, String made, List<Part> parts) {
    static final Losses NONE = new Losses("", 0, "", List.of());

    /** Lines about parts before the rest is only counted. */
    private static final int MAX_LINES = 20;

    /**
     * One tile or group.
     *
     * @param place in words
     * @param problem why it is lost
     * @param fields the same for programs
     */
    record Part(String place, String problem, Consumer<JsonStringWriter> fields) {}

    boolean isEmpty() {
        return parts.isEmpty();
    }

    void report(Reporter reporter, String input) {
        if (isEmpty()) {
            return;
        }
        reporter.warning(String.format(
                Locale.ROOT, "nacre: %s: salvaged: %.1f %% of the %s is lost, %s", input, 100 * share, whole, made));
        parts.stream()
                .limit(MAX_LINES)
                .forEach(part -> reporter.warning(
                        "nacre: " + input + ": " + part.place() + ": " + FileNames.oneLine(part.problem())));
        if (parts.size() > MAX_LINES) {
            reporter.warning("nacre: " + input + ": and " + (parts.size() - MAX_LINES) + " more");
        }
    }

    void write(JsonStringWriter json) {
        if (isEmpty()) {
            return;
        }
        json.value("lostShare", share).array("lost");
        for (Part part : parts) {
            json.object();
            part.fields().accept(json);
            json.value("problem", part.problem()).end();
        }
        json.end();
    }
}
