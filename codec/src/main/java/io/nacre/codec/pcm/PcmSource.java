package io.nacre.codec.pcm;

import java.io.Closeable;
import java.io.IOException;
import java.util.OptionalLong;

/** The frames of a sound behind its header, from first to last. For one thread at a time. */
public interface PcmSource extends Closeable {
    /** What the sound is made of. */
    SoundFormat format();

    /** Name of the container in lower case. */
    String container();

    /** Frames that the header declares, true or not. */
    OptionalLong declaredFrames();

    /**
     * Reads interleaved frames, full scale being -1..1.
     *
     * @param target receives {@code frames * channels} samples from {@code offset} on
     * @return frames read; fewer than asked, which are at least 1, only before the end, and 0 at the end
     * @throws IOException if the file is damaged or cannot be read
     */
    int read(float[] target, int offset, int frames) throws IOException;

    /** Frees what the reader holds; the file stays open. */
    @Override
    default void close() throws IOException {}
}
