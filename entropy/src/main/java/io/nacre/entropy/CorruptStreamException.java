package io.nacre.entropy;

import java.io.IOException;

/** The bytes handed to a decoder cannot have come from the matching encoder: they are damaged, cut or extended. */
public class CorruptStreamException extends IOException {
    private static final long serialVersionUID = 1L;

    /** Makes an exception whose message says what was found, for a person to read. */
    public CorruptStreamException(String message) {
        super(message);
    }
}
