package io.nacre.codec.pcm;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import javax.sound.sampled.AudioInputStream;

/**
 * Reads sound from start to end: WAV (RIFF, RIFX, RF64, BW64), Wave64, AIFF, AIFF-C, AU and FLAC, whatever the file's
 * name. Samples are integers of up to 64 bits, floating point of 32 or 64 bits, A-law or mu-law. MP3, Ogg, M4A and other
 * formats are recognised; a {@link ForeignSoundReader} reads them where there is one, else they are refused with advice.
 *
 * <p>Integers become -1..1, one divided by half their range; floating-point samples beyond that are kept, subnormal
 * ones become 0, and NaN and infinities are refused. No length in a header is trusted: a file that ends early gives
 * what it holds, with a warning. Metadata (names, markers, channel positions) is passed over.
 *
 * <p>Memory: some 100 KiB, for FLAC up to 7 MiB, for a foreign format what its reader takes, however long the sound. For
 * one thread at a time.
 */
public final class SoundInput implements Closeable {
    private static final int ID3_HEADER = 10;

    private final ByteInput in;
    private final String name;
    private final List<String> warnings = new ArrayList<>();
    private final PcmSource source;
    private final FiniteSamples finite; // null for integers

    private SoundInput(AudioInputStream stream, String name) throws IOException {
        this.in = new ByteInput(stream);
        this.name = name;
        try {
            source = JavaSoundReader.open(stream, in, warnings);
        } catch (IOException e) {
            throw named(e);
        }
        finite = finite();
    }

    private SoundInput(ByteInput in, String name) throws IOException {
        this.in = in;
        this.name = name;
        try {
            source = source();
        } catch (IOException e) {
            throw named(e);
        }
        finite = finite();
    }

    private FiniteSamples finite() {
        return format().encoding().floating() ? new FiniteSamples(format().channels()) : null;
    }

    /**
     * Opens a file.
     *
     * @throws NoSuchFileException if there is none
     * @throws AccessDeniedException if it may not be read
     * @throws UnsupportedSoundException if it is no sound or of an unknown kind
     * @throws IOException if its header is damaged or cannot be read. All messages are one sentence after the file's
     *     name
     */
    public static SoundInput open(Path file) throws IOException {
        String name = file.toString();
        if (Files.notExists(file)) {
            throw new NoSuchFileException(name, null, "no such file");
        }
        if (Files.isDirectory(file)) {
            throw new UnsupportedSoundException(name + ": is a folder");
        }
        if (!Files.isReadable(file)) {
            throw new AccessDeniedException(name, null, "not readable");
        }
        ByteInput in = new ByteInput(file);
        try {
            return new SoundInput(in, name);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    /**
     * Opens a stream, which need not end soon: nothing but the header is read.
     *
     * @param stream is closed by {@link #close}, but left open if this fails
     * @param name what to call it in messages
     * @throws UnsupportedSoundException if it is no sound or of an unknown kind
     * @throws IOException if its header is damaged or cannot be read. All messages are one sentence after the name
     */
    public static SoundInput open(InputStream stream, String name) throws IOException {
        return new SoundInput(new ByteInput(Objects.requireNonNull(stream, "stream")), name);
    }

    /**
     * Takes PCM, A-law or mu-law from Java Sound.
     *
     * @param stream is closed by {@link #close}, but left open if this fails
     * @param name what to call it in messages
     * @throws UnsupportedSoundException if its encoding is another one; the message is one sentence after the name
     */
    public static SoundInput of(AudioInputStream stream, String name) throws IOException {
        return new SoundInput(Objects.requireNonNull(stream, "stream"), name);
    }

    /**
     * Tells by a file's first bytes whether it is a sound, be it one that is read here or one that is only known by name.
     *
     * @param head first bytes of a file, some dozens
     */
    public static boolean recognises(byte[] head) {
        return tagged(head)
                || WavReader.accepts(head)
                || Wave64Reader.accepts(head)
                || AiffReader.accepts(head)
                || AuReader.accepts(head)
                || FlacReader.accepts(head)
                || ForeignSound.nameOf(head) != null
                || ForeignSound.notSound(head) != null;
    }

    private static boolean tagged(byte[] head) {
        return head.length >= ID3_HEADER && head[0] == 'I' && head[1] == 'D' && head[2] == '3';
    }

    private PcmSource source() throws IOException {
        byte[] head = in.peek(ForeignSound.HEAD_BYTES);
        if (head.length == 0) {
            throw new IOException("the file is empty");
        }
        boolean tagged = tagged(head);
        if (tagged) {
            skipId3();
            head = in.peek(ForeignSound.HEAD_BYTES);
        }
        if (WavReader.accepts(head)) {
            return WavReader.open(in, warnings);
        }
        if (Wave64Reader.accepts(head)) {
            return Wave64Reader.open(in, warnings);
        }
        if (AiffReader.accepts(head)) {
            return AiffReader.open(in, warnings);
        }
        if (AuReader.accepts(head)) {
            return AuReader.open(in, warnings);
        }
        if (FlacReader.accepts(head)) {
            return FlacReader.open(in, warnings);
        }
        String notSound = ForeignSound.notSound(head);
        if (notSound != null) {
            throw new UnsupportedSoundException(notSound);
        }
        String foreign = ForeignSound.nameOf(head);
        if (foreign == null && !tagged) {
            throw new UnsupportedSoundException("not a sound of a known format; if it is one, " + ForeignSound.CONVERT);
        }
        return ForeignSound.open(foreign == null ? "MP3" : foreign, in.channel(), warnings);
    }

    /** A tag that some programs put before everything else; its size is four bytes of seven bits. */
    private void skipId3() throws IOException {
        byte[] tag = in.header(ID3_HEADER);
        in.skip((tag[6] & 0x7F) << 21 | (tag[7] & 0x7F) << 14 | (tag[8] & 0x7F) << 7 | (tag[9] & 0x7F));
    }

    /** What the sound is made of. */
    public SoundFormat format() {
        return source.format();
    }

    /** Name of the file format: wav, rf64, bw64, w64, aiff, au, flac or a foreign one; javasound for what comes from there. */
    public String container() {
        return source.container();
    }

    /** Frames that the header declares. Good for showing progress, for nothing else: it may be wrong by any amount. */
    public OptionalLong declaredFrames() {
        return source.declaredFrames();
    }

    /**
     * Reads frames.
     *
     * @param interleaved receives {@code frames * channels} samples, frame by frame, from {@code offset} on
     * @param frames how many to read, at least 1
     * @return how many were read: fewer than asked, but at least 1, only before the end, and -1 at the end
     * @throws IndexOutOfBoundsException if they do not fit into the array
     * @throws UnsupportedSoundException if a sample is not finite; the message names frame and channel, from 0 on
     * @throws IOException if the file is damaged or cannot be read. All messages are one sentence after the name
     */
    public int read(float[] interleaved, int offset, int frames) throws IOException {
        if (frames < 1) {
            throw new IllegalArgumentException("Cannot read " + frames + " frames");
        }
        Objects.checkFromIndexSize(offset, Math.multiplyExact(frames, format().channels()), interleaved.length);
        try {
            int count = source.read(interleaved, offset, frames);
            if (finite != null) {
                finite.settle(interleaved, offset, count);
            }
            return count == 0 ? -1 : count;
        } catch (IOException e) {
            throw named(e);
        } catch (RuntimeException e) {
            throw new IOException(name + ": the sound is damaged", e); // from a decoder of others
        }
    }

    /** One sentence for each thing that the user should know so far; complete when the end has been reached. */
    public List<String> warnings() {
        return List.copyOf(warnings);
    }

    @Override
    public void close() throws IOException {
        try (in) {
            source.close();
        }
    }

    private IOException named(IOException e) {
        String message = name + ": " + e.getMessage();
        return e instanceof UnsupportedSoundException
                ? new UnsupportedSoundException(message)
                : new IOException(message, e);
    }
}
