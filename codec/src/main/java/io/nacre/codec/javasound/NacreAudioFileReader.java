package io.nacre.codec.javasound;

import io.nacre.codec.Codec;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Limits;
import io.nacre.codec.container.SampleFormat;
import io.nacre.codec.container.SoundHeader;
import java.io.BufferedInputStream;
import java.io.File;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Objects;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import javax.sound.sampled.UnsupportedAudioFileException;
import javax.sound.sampled.spi.AudioFileReader;

/**
 * Opens Nacre sounds. Java Sound finds it by itself.
 *
 * <pre>{@code
 * try (AudioInputStream pcm = AudioSystem.getAudioInputStream(new File("talk.nacre"))) {
 *     pcm.skip(60L * (long) pcm.getFormat().getFrameRate() * pcm.getFormat().getFrameSize()); // decodes nothing
 *     byte[] second = pcm.readNBytes((int) pcm.getFormat().getFrameRate() * pcm.getFormat().getFrameSize());
 * }
 * }</pre>
 *
 * <p>Samples come as the file offers them, integers of 16 or 24 bits or 32-bit floats, little-endian. The file, which is
 * small, is read whole; its samples are decoded as they are read, in bounded memory. Streams share {@link
 * Codec#shared()}, with its limits.
 */
public final class NacreAudioFileReader extends AudioFileReader {
    /** Holds HEAD of this version and of those to come. */
    private static final int HEAD_BYTES = 1024;

    /** The codec has its own: this asks for the header alone. */
    private static final Limits ANY = Limits.DEFAULT.withSeconds(Long.MAX_VALUE).withChannels(Integer.MAX_VALUE);

    private final Codec codec;

    /** For Java Sound: with the shared codec. */
    public NacreAudioFileReader() {
        this(Codec.shared());
    }

    /** @param codec that streams are to decode with; left open */
    public NacreAudioFileReader(Codec codec) {
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    /**
     * What a stream holds; it is left where it stood.
     *
     * @throws UnsupportedAudioFileException if that is no Nacre sound, or if the stream can't be marked
     * @throws IOException if the stream fails, or the sound's header is damaged
     */
    @Override
    public AudioFileFormat getAudioFileFormat(InputStream stream) throws UnsupportedAudioFileException, IOException {
        return format(header(head(stream)), AudioSystem.NOT_SPECIFIED);
    }

    /** As of a stream. */
    @Override
    public AudioFileFormat getAudioFileFormat(URL url) throws UnsupportedAudioFileException, IOException {
        try (InputStream in = url.openStream()) {
            return format(header(in.readNBytes(HEAD_BYTES)), AudioSystem.NOT_SPECIFIED);
        }
    }

    /** As of a stream. */
    @Override
    public AudioFileFormat getAudioFileFormat(File file) throws UnsupportedAudioFileException, IOException {
        try (InputStream in = new FileInputStream(file)) {
            return format(header(in.readNBytes(HEAD_BYTES)), file.length());
        }
    }

    /**
     * Opens the sound that a stream holds.
     *
     * @return to be closed, which closes the stream; its {@code skip} seeks
     * @throws UnsupportedAudioFileException if the stream holds no Nacre sound, and is left where it stood, or if it
     *     can't be marked
     * @throws io.nacre.codec.CodecException if the sound is damaged, too large, or needs a model that isn't there
     */
    @Override
    public AudioInputStream getAudioInputStream(InputStream stream) throws UnsupportedAudioFileException, IOException {
        header(head(stream));
        AudioInputStream pcm = open(stream);
        return new AudioInputStream(pcm, pcm.getFormat(), pcm.getFrameLength()) {
            @Override
            public void close() throws IOException {
                try {
                    super.close();
                } finally {
                    stream.close();
                }
            }
        };
    }

    /** As of a stream. */
    @Override
    public AudioInputStream getAudioInputStream(URL url) throws UnsupportedAudioFileException, IOException {
        try (InputStream in = new BufferedInputStream(url.openStream())) {
            header(head(in));
            return open(in);
        }
    }

    /** As of a stream. */
    @Override
    public AudioInputStream getAudioInputStream(File file) throws UnsupportedAudioFileException, IOException {
        try (InputStream in = new BufferedInputStream(new FileInputStream(file))) {
            header(head(in));
            return open(in);
        }
    }

    private AudioInputStream open(InputStream in) throws IOException {
        return codec.openSound(in).stream().toAudioInputStream();
    }

    /** The first bytes of a stream, which stay to be read. */
    private static byte[] head(InputStream stream) throws IOException, UnsupportedAudioFileException {
        if (!stream.markSupported()) {
            // Not an IOException, which would keep Java Sound from asking other readers.
            throw new UnsupportedAudioFileException("the stream does not support mark and reset");
        }
        stream.mark(HEAD_BYTES);
        try {
            return stream.readNBytes(HEAD_BYTES);
        } finally {
            stream.reset();
        }
    }

    private static SoundHeader header(byte[] head) throws UnsupportedAudioFileException, IOException {
        if (ContainerReader.recognises(head)
                && ContainerReader.header(ByteBuffer.wrap(head), ANY) instanceof SoundHeader sound) {
            return sound;
        }
        throw new UnsupportedAudioFileException("not a Nacre sound");
    }

    private static AudioFileFormat format(SoundHeader header, long bytes) {
        boolean floating = header.format() == SampleFormat.FLOAT;
        int bits = floating ? 32 : header.format() == SampleFormat.PCM_24 ? 24 : 16;
        AudioFormat format = new AudioFormat(
                floating ? Encoding.PCM_FLOAT : Encoding.PCM_SIGNED,
                header.sampleRate(),
                bits,
                header.channels(),
                bits / 8 * header.channels(),
                header.sampleRate(),
                false);
        Map<String, Object> properties = Map.of(
                "duration",
                Math.round(header.seconds() * 1e6),
                "nacre.pack",
                header.packId().toString());
        // No constructor takes both properties and a length in bytes.
        return new AudioFileFormat(NacreFileType.DEFAULT, format, length(header.samples()), properties) {
            @Override
            public int getByteLength() {
                return length(bytes);
            }
        };
    }

    private static int length(long count) {
        return count > Integer.MAX_VALUE ? AudioSystem.NOT_SPECIFIED : (int) count;
    }
}
