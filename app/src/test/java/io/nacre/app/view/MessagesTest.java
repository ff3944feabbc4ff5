package io.nacre.app.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** English and German say the same. */
class MessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d[^}]*}");

    private static Properties bundle(String name) throws IOException {
        try (InputStream in = MessagesTest.class.getResourceAsStream(name)) {
            Properties properties = new Properties();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return properties;
        }
    }

    private static Set<String> places(String text) {
        return PLACE.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"messages", "compare/messages"})
    void bundlesHaveTheSameTexts(String name) throws IOException {
        Properties english = bundle(name + ".properties");
        Properties german = bundle(name + "_de.properties");
        assertFalse(english.isEmpty());
        assertEquals(english.keySet(), german.keySet());
        english.forEach((key, text) -> {
            String translated = german.getProperty((String) key);
            assertEquals(places((String) text), places(translated), key.toString());
            // MessageFormat takes an apostrophe for a quote.
            assertTrue(places(translated).isEmpty() || !(text + translated).contains("'"), key.toString());
        });
    }
}
