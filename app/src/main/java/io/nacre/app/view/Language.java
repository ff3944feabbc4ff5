package io.nacre.app.view;

import java.util.Locale;

/** The languages of the window. */
public enum Language {
    SYSTEM(null),
    ENGLISH(Locale.ENGLISH),
    GERMAN(Locale.GERMAN);

    private final Locale locale;

    Language(Locale locale) {
        this.locale = locale;
    }

    /** Makes it the language of texts and numbers of the whole program; before the first text is asked for. */
    public void use() {
        if (locale != null) {
            Locale.setDefault(locale);
        }
    }
}
