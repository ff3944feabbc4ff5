package io.nacre.codec.image;

import java.io.IOException;

/** No quality of the pack meets the target for this picture; the message says how near it comes. */
public class TargetException extends IOException {
    private static final long serialVersionUID = 1;

    public TargetException(String message) {
        super(message);
    }
}
