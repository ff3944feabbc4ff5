package io.nacre.codec.javasound;

import io.nacre.codec.Codec;
import io.nacre.codec.Monitor;
import io.nacre.codec.SoundSettings;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.Objects;
import java.util.Set;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.spi.AudioFileWriter;

/**
 * Makes Nacre sounds of PCM, A-law or mu-law. Java Sound finds it by itself.
 *
 * <pre>{@code
 * AudioInputStream wav = AudioSystem.getAudioInputStream(new File("talk.wav"));
 * AudioSystem.write(wav, io.nacre.codec.javasound.NacreFileType.DEFAULT, new File("talk.nacre"));
 * }</pre>
 *
 * <p>Writers share {@link Codec#shared()}, with its limits; {@link NacreFileType#of} takes other settings than the
 * defaults. Nothing is written until all is encoded.
 */
public final class NacreAudioFileWriter extends AudioFileWriter {
    private static final Set<Encoding> ENCODINGS =
            Set.of(Encoding.PCM_SIGNED, Encoding.PCM_UNSIGNED, Encoding.PCM_FLOAT, Encoding.ALAW, Encoding.ULAW);

    private final Codec codec;

    /** For Java Sound: with the shared codec. */
    public NacreAudioFileWriter() {
        this(Codec.shared());
    }

    /** @param codec that is to encode; left open */
    public NacreAudioFileWriter(Codec codec) {
        this.codec = Objects.requireNonNull(codec, "codec");
    }

    @Override
    public AudioFileFormat.Type[] getAudioFileTypes() {
        return new AudioFileFormat.Type[] {NacreFileType.DEFAULT};
    }

    @Override
    public AudioFileFormat.Type[] getAudioFileTypes(AudioInputStream stream) {
        AudioFormat format = stream.getFormat();
        boolean known = ENCODINGS.contains(format.getEncoding()) && format.getSampleSizeInBits() >= 8;
        return known ? getAudioFileTypes() : new AudioFileFormat.Type[0];
    }

    /**
     * Encodes the rest of a stream.
     *
     * @return bytes that were written
     * @throws IllegalArgumentException if the type is another one, or the stream is of another encoding
     * @throws io.nacre.codec.CodecException if the sound can't be coded, is too long, or the model isn't there
     */
    @Override
    public int write(AudioInputStream stream, AudioFileFormat.Type type, OutputStream out) throws IOException {
        byte[] file = encode(stream, type);
        out.write(file);
        return file.length;
    }

    /** As to a stream; a file that exists is replaced. */
    @Override
    public int write(AudioInputStream stream, AudioFileFormat.Type type, File out) throws IOException {
        byte[] file = encode(stream, type);
        Files.write(out.toPath(), file);
        return file.length;
    }

    private byte[] encode(AudioInputStream stream, AudioFileFormat.Type type) throws IOException {
        if (!isFileTypeSupported(type, stream)) {
            throw new IllegalArgumentException("no " + type + " of " + stream.getFormat() + " is written");
        }
        SoundSettings settings = type instanceof NacreFileType own ? own.settings() : SoundSettings.DEFAULT;
        return codec.encode(stream, settings, new Monitor());
    }
}
