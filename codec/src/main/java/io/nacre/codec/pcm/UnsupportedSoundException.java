package io.nacre.codec.pcm;

import java.io.IOException;

/** A sound that is not damaged as far as can be seen, but of a kind that cannot be read or written here. */
public final class UnsupportedSoundException extends IOException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence: what it is and what to do */
    public UnsupportedSoundException(String message) {
        super(message);
    }
}
