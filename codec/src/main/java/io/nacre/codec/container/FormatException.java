package io.nacre.codec.container;

import java.io.IOException;

/**
 * A file that is damaged, cut short, not a Nacre file, or needs a newer version. The message is one line that begins
 * with the place where there is one: {@code byte 1234, TILE 3: checksum differs}; bytes and tiles are counted from 0.
 */
public class FormatException extends IOException {
    private static final long serialVersionUID = 1L;

    public FormatException(String message) {
        super(message);
    }

    /** A problem at the byte {@code offset} of the file, in a box called {@code box}. */
    FormatException(long offset, String box, String problem) {
        super("byte " + offset + ", " + box + ": " + problem);
    }
}
