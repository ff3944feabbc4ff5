package io.nacre.models;

import java.io.IOException;

/** A pack is missing, damaged or not understood, or a device that was asked for is not there. The message is one sentence. */
public class ModelException extends IOException {
    private static final long serialVersionUID = 1;

    public ModelException(String message) {
        super(message);
    }

    public ModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
