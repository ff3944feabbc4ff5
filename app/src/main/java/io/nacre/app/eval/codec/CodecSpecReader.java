package io.nacre.app.eval.codec;

import com.grack.nanojson.JsonArray;
import com.grack.nanojson.JsonObject;
import com.grack.nanojson.JsonParser;
import com.grack.nanojson.JsonParserException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads descriptions of external codecs: {@code {"codecs": [{"id": ..., "encode": [...], ...}]}}. Every error names the
 * file, the codec and the key. Not thread-safe.
 */
final class CodecSpecReader {
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9.-]{0,40}");
    private static final Pattern LABEL = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,40}");
    private static final int MAX_TEXT = 1000;
    private static final int MAX_WORDS = 200;
    private static final Set<String> KEYS = Set.of(
            "id",
            "family",
            "kind",
            "title",
            "preset",
            "package",
            "input",
            "output",
            "extension",
            "parameter",
            "values",
            "version",
            "encode",
            "decode");

    private final String file;
    private String where;

    /** @param file what to call the source in messages */
    CodecSpecReader(String file) {
        this.file = file;
        this.where = file;
    }

    /** @throws IOException if it is not as it should be; the message is one sentence */
    List<CodecSpec> read(String json) throws IOException {
        JsonObject root;
        try {
            root = JsonParser.object().from(json);
        } catch (JsonParserException e) {
            throw new IOException(file + " is no JSON object: " + e.getMessage(), e);
        }
        requireKeys(root, Set.of("codecs"));
        if (!(root.get("codecs") instanceof JsonArray entries) || entries.isEmpty()) {
            throw wrong("\"codecs\" must be an array of at least one codec");
        }
        List<CodecSpec> specs = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < entries.size(); i++) {
            where = file + ", codec " + (i + 1);
            if (!(entries.get(i) instanceof JsonObject entry)) {
                throw wrong("it must be an object");
            }
            CodecSpec spec = codec(entry);
            if (!ids.add(spec.id())) {
                throw wrong("there is another one of that id");
            }
            specs.add(spec);
        }
        return specs;
    }

    private CodecSpec codec(JsonObject entry) throws IOException {
        String id = matching(entry, "id", ID, null);
        where = file + ", codec " + id;
        requireKeys(entry, KEYS);
        MediaKind kind = kind(text(entry, "kind", MediaKind.PICTURE.noun()));
        String usual = kind.formats().get(0);
        String input = text(entry, "input", usual);
        if (!kind.formats().contains(input)) {
            throw wrong("\"input\" must be \"" + String.join("\" or \"", kind.formats()) + "\"");
        }
        CommandTemplate encode = command(entry, "encode", Set.of("in", "out", "q"));
        CommandTemplate decode = command(entry, "decode", Set.of("in", "out"));
        return new CodecSpec(
                id,
                matching(entry, "family", ID, id),
                kind,
                text(entry, "title", id),
                text(entry, "preset", String.join(" ", encode.words())),
                entry.has("package") ? text(entry, "package", null) : null,
                input,
                matching(entry, "output", LABEL, usual),
                matching(entry, "extension", LABEL, "bin"),
                matching(entry, "parameter", LABEL, "q"),
                values(entry),
                entry.has("version") ? command(entry, "version", Set.of()) : null,
                encode,
                decode);
    }

    private MediaKind kind(String noun) throws IOException {
        return MediaKind.of(noun).orElseThrow(() -> wrong("\"kind\" must be \"picture\" or \"sound\""));
    }

    private List<String> values(JsonObject entry) throws IOException {
        List<String> values = new ArrayList<>();
        for (String value : words(entry, "values")) {
            if (!LABEL.matcher(value).matches() || values.contains(value)) {
                throw wrong("\"values\" must be different strings of letters, digits and _.+-");
            }
            values.add(value);
        }
        return values;
    }

    private CommandTemplate command(JsonObject entry, String key, Set<String> places) throws IOException {
        CommandTemplate command = new CommandTemplate(words(entry, key));
        Set<String> found = command.places();
        if (command.program().isBlank() || !found.equals(places)) {
            String wanted = places.isEmpty() ? "no place" : "{" + String.join("}, {", new TreeSet<>(places)) + "}";
            throw wrong("\"" + key + "\" must name a program and then have " + wanted + " in its arguments");
        }
        return command;
    }

    private List<String> words(JsonObject entry, String key) throws IOException {
        if (!(entry.get(key) instanceof JsonArray array) || array.isEmpty() || array.size() > MAX_WORDS) {
            throw wrong("\"" + key + "\" must be an array of 1 to " + MAX_WORDS + " strings");
        }
        List<String> words = new ArrayList<>();
        for (Object word : array) {
            if (!(word instanceof String text) || text.length() > MAX_TEXT || text.indexOf('\0') >= 0) {
                throw wrong("\"" + key + "\" must hold strings only, each of at most " + MAX_TEXT + " characters");
            }
            words.add(text);
        }
        return words;
    }

    private String matching(JsonObject entry, String key, Pattern pattern, String otherwise) throws IOException {
        String text = text(entry, key, otherwise);
        if (!pattern.matcher(text).matches()) {
            throw wrong("\"" + key + "\" must match " + pattern);
        }
        return text;
    }

    /** @param otherwise taken if the key is absent; null if it must be there */
    private String text(JsonObject entry, String key, String otherwise) throws IOException {
        if (!entry.has(key) && otherwise != null) {
            return otherwise;
        }
        if (!(entry.get(key) instanceof String text) || text.isBlank() || text.length() > MAX_TEXT) {
            throw wrong("\"" + key + "\" must be a string of 1 to " + MAX_TEXT + " characters");
        }
        return text;
    }

    private void requireKeys(JsonObject object, Set<String> known) throws IOException {
        for (String key : object.keySet()) {
            if (!known.contains(key)) {
                throw wrong("\"" + key + "\" is not known; known are " + String.join(", ", new TreeSet<>(known)));
            }
        }
    }

    private IOException wrong(String what) {
        return new IOException(where + ": " + what);
    }
}
