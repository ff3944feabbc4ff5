package io.nacre.app.view.sound;

/** Sound can't be played on this machine, or not now. */
public final class AudioUnavailableException extends Exception {
    private static final long serialVersionUID = 1L;

    public AudioUnavailableException(Throwable cause) {
        super(cause);
    }
}
