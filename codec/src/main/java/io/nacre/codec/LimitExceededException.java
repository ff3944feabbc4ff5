package io.nacre.codec;

import java.io.IOException;

/**
 * Input asks for more than the caller allows, although it may be perfectly valid. The message says what was asked, what
 * is allowed and what raises it.
 */
public class LimitExceededException extends IOException {
    private static final long serialVersionUID = 1L;

    public LimitExceededException(String message) {
        super(message);
    }
}
