package io.nacre.codec.raster;

import java.io.IOException;

/** A picture that is not damaged as far as can be seen, but of a kind that cannot be read or written here. */
public final class UnsupportedImageException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence: what it is and what to do */
    public UnsupportedImageException(String message) {
        super(message);
    }
}
