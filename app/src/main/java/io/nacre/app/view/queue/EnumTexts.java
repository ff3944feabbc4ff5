package io.nacre.app.view.queue;

import io.nacre.app.view.Messages;
import java.util.Arrays;
import java.util.Locale;
import javafx.util.StringConverter;

/**
 * The values of an enumeration in the user's language.
 *
 * @param <E> the enumeration
 */
final class EnumTexts<E extends Enum<E>> extends StringConverter<E> {
    private final Messages messages;
    private final String key;
    private final E[] values;

    /** @param key of the texts, before a point and the value's name in lower case */
    EnumTexts(Messages messages, String key, E[] values) {
        this.messages = messages;
        this.key = key;
        this.values = values.clone();
    }

    @Override
    public String toString(E value) {
        return value == null ? "" : messages.get(key + "." + value.name().toLowerCase(Locale.ROOT));
    }

    @Override
    public E fromString(String text) {
        return Arrays.stream(values)
                .filter(value -> toString(value).equals(text))
                .findFirst()
                .orElse(null);
    }
}
