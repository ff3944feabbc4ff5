package io.nacre.codec.imageio;

import java.util.Objects;

/** What both service providers call themselves and their format. */
final class Formats {
    static final String VENDOR = "Nacre";
    static final String VERSION =
            Objects.requireNonNullElse(Formats.class.getPackage().getImplementationVersion(), "unpackaged");
    static final String[] NAMES = {"nacre", "NACRE"};
    static final String[] SUFFIXES = {"nacre"};
    static final String[] MEDIA_TYPES = {"image/x-nacre"};

    private Formats() {}
}
