package io.nacre.codec.pcm;

import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/**
 * Reads the formats that {@link SoundInput} only recognises. It is found as a service ({@link java.util.ServiceLoader}),
 * so that readers that need large libraries stay optional. Thread-safe.
 */
public interface ForeignSoundReader {
    /**
     * Opens a sound.
     *
     * @param format what its first bytes say, such as "Ogg Vorbis", for messages
     * @param file the bytes from where the sound begins; a {@link SeekableByteChannel} may be read in any order. Stays open
     * @param warnings receives what the user should know, one sentence each, until the last frame has been read
     * @throws UnsupportedSoundException if it cannot be read; this and other messages are one sentence
     * @throws IOException if it is damaged or cannot be read
     */
    PcmSource open(String format, ReadableByteChannel file, List<String> warnings) throws IOException;
}
