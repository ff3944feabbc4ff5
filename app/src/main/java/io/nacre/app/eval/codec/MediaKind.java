package io.nacre.app.eval.codec;

/** What kind of item a codec takes. */
public enum MediaKind {
    PICTURE
}
