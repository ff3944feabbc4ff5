package io.nacre.codec;

import io.nacre.codec.container.FormatException;
import io.nacre.codec.image.TargetException;
import io.nacre.codec.pcm.UnsupportedSoundException;
import io.nacre.codec.raster.UnsupportedImageException;
import io.nacre.entropy.CorruptStreamException;
import io.nacre.models.ModelException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.ClosedByInterruptException;

/** What the parts within throw, in the terms of the public interface. */
final class Failures {
    private Failures() {}

    /** @param cancelled whether the work's monitor was cancelled, and so an interruption is its doing */
    static IOException translate(IOException e, boolean cancelled) {
        if (e instanceof InterruptedIOException || e instanceof ClosedByInterruptException) {
            return cancelled && !(e instanceof CancelledException) ? new CancelledException() : e;
        }
        if (e instanceof FormatException || e instanceof CorruptStreamException) {
            return new InvalidFileException(e.getMessage(), e);
        }
        if (e instanceof UnsupportedImageException || e instanceof UnsupportedSoundException) {
            return new UnsupportedMediaException(e.getMessage(), e);
        }
        if (e instanceof ModelException) {
            return new ModelUnavailableException(e.getMessage(), e);
        }
        return e instanceof TargetException ? new UnreachableTargetException(e.getMessage(), e) : e;
    }
}
