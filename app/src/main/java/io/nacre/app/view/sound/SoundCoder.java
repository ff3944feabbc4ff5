package io.nacre.app.view.sound;

import io.nacre.app.sound.SoundSamples;
import io.nacre.codec.audio.SoundTarget;
import java.io.IOException;
import java.nio.file.Path;
import java.util.function.DoubleConsumer;

/** Reads sounds and codes them. An interruption of the thread ends either with an {@link IOException}. Thread-safe. */
public interface SoundCoder {
    /** Reads a sound of any other kind. */
    SoundSamples read(Path file) throws IOException;

    /** Reads and decodes a Nacre file. */
    CodedSound decode(Path file) throws IOException;

    /**
     * Encodes and decodes.
     *
     * @param progress hears 0..1
     */
    CodedSound code(SoundSamples original, SoundTarget target, DoubleConsumer progress) throws IOException;
}
