package io.nacre.codec.container;

/** What a file holds. */
public enum Kind {
    PICTURE(0, "picture"),
    SOUND(1, "sound");

    private final int code;
    private final String noun;

    Kind(int code, String noun) {
        this.code = code;
        this.noun = noun;
    }

    /** Its number in HEAD. */
    int code() {
        return code;
    }

    @Override
    public String toString() {
        return noun;
    }
}
