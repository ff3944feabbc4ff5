package io.nacre.app.view;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/**
 * Texts in the user's language: that of {@link Locale.Category#DISPLAY} where there is a bundle for it, else English.
 * Immutable, thread-safe.
 */
public final class Messages {
    private final ResourceBundle bundle;

    private Messages(ResourceBundle bundle) {
        this.bundle = bundle;
    }

    /** The texts beside a class: {@code messages.properties} in its package and its translations. */
    public static Messages of(Class<?> owner) {
        return new Messages(ResourceBundle.getBundle(
                owner.getPackageName() + ".messages",
                Locale.getDefault(Locale.Category.DISPLAY),
                owner.getClassLoader(),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
    }

    /**
     * A text.
     *
     * @param arguments for its {@link MessageFormat} places; without any the text is taken as it is
     * @throws java.util.MissingResourceException if there is no such text, which is a bug
     */
    public String get(String key, Object... arguments) {
        String text = bundle.getString(key);
        return arguments.length == 0
                ? text
                : new MessageFormat(text, Locale.getDefault(Locale.Category.FORMAT)).format(arguments);
    }
}
