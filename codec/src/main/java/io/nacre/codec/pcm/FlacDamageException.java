package io.nacre.codec.pcm;

import java.io.IOException;

/** Bytes that are no FLAC, or not those that were written. */
final class FlacDamageException extends IOException {
    private static final long serialVersionUID = 1L;

    FlacDamageException(String message) {
        super(message);
    }
}
