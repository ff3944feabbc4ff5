package io.nacre.app.eval.codec;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command whose arguments hold places such as {@code {in}}. It is run without a shell: an argument stays one argument,
 * whatever is put into it.
 *
 * @param words the program and its arguments
 */
record CommandTemplate(List<String> words) {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z]+)}");

    CommandTemplate {
        words = List.copyOf(words);
    }

    String program() {
        return words.get(0);
    }

    /** Names of the places in the arguments. */
    Set<String> places() {
        Set<String> places = new TreeSet<>();
        for (String word : words.subList(1, words.size())) {
            PLACE.matcher(word).results().forEach(match -> places.add(match.group(1)));
        }
        return places;
    }

    /**
     * The command to run.
     *
     * @param program where the program lies
     * @param values for all places
     */
    List<String> fill(Path program, Map<String, String> values) {
        List<String> command = new ArrayList<>();
        command.add(program.toString());
        for (String word : words.subList(1, words.size())) {
            command.add(PLACE.matcher(word).replaceAll(match -> Matcher.quoteReplacement(values.get(match.group(1)))));
        }
        return command;
    }
}
