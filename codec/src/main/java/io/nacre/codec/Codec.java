package io.nacre.codec;

import io.nacre.codec.audio.LimitedSource;
import io.nacre.codec.audio.SoundEncoder;
import io.nacre.codec.audio.SoundModel;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.FormatException;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.image.ImageEncoder;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.codec.raster.Metadata;
import io.nacre.codec.raster.Pixels;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import javax.sound.sampled.AudioInputStream;

/**
 * Encodes and decodes pictures and sounds. One codec serves a whole program: it is thread-safe, its models are opened
 * when they are first needed and shared by all calls, and its threads are daemons. {@link #close} frees their native
 * memory.
 *
 * <pre>{@code
 * try (Codec codec = Codec.open()) {
 *     BufferedImage image = ImageIO.read(new File("photo.png"));
 *     byte[] file = codec.encode(Picture.of(image), PictureSettings.ofQuality(60));
 *     BufferedImage decoded = codec.openPicture(file).decode().image();
 *
 *     codec.encodeSound(Path.of("talk.wav"), Path.of("talk.nacre"), SoundSettings.ofKbps(6), new Monitor());
 *     codec.openSound(Path.of("talk.nacre")).write(Path.of("decoded.wav"), new Monitor());
 * }
 * }</pre>
 *
 * <p>Files are checked against limits before anything of what they declare is allocated; {@link CodecBuilder} names them and
 * their defaults. What is wrong with a file is thrown as a {@link CodecException}. After {@link #close} every call throws
 * {@link IllegalStateException}.
 */
public final class Codec implements AutoCloseable {
    private final Models models;
    private final Limits limits;
    private final Memory memory;
    private final int maxFileSize;
    private final Duration timeLimit;
    private final boolean shared;
    /** Read by calls, so that none of them uses a model that {@link #close} has freed. */
    private final ReentrantReadWriteLock open = new ReentrantReadWriteLock();

    private boolean closed;

    private static final class Shared {
        static final Codec CODEC = new Codec(builder(), true);
    }

    Codec(CodecBuilder builder, boolean shared) {
        this.models = builder.models();
        this.limits = builder.limits();
        this.memory = builder.memory();
        this.maxFileSize = builder.maxFileSize();
        this.timeLimit = builder.timeLimit();
        this.shared = shared;
    }

    /** A codec with the defaults of {@link CodecBuilder}. */
    public static Codec open() {
        return builder().build();
    }

    /**
     * The codec that the plug-ins for ImageIO and Java Sound use, with the defaults of {@link CodecBuilder}, for programs that
     * have no place to close one: it lives as long as the program, and closing it does nothing.
     */
    public static Codec shared() {
        return Shared.CODEC;
    }

    /** Begins the choice of devices, threads and limits. */
    public static CodecBuilder builder() {
        return new CodecBuilder();
    }

    /**
     * Encodes a picture.
     *
     * @return the file
     * @throws UnreachableTargetException if no quality meets the settings' size or PSNR
     * @throws CodecException if the picture's kind can't be coded, it is too large, or the model isn't there
     */
    public byte[] encode(Picture picture, PictureSettings settings) throws IOException {
        return encode(picture, settings, new Monitor());
    }

    /**
     * Encodes a picture.
     *
     * @return the file
     * @throws UnreachableTargetException if no quality meets the settings' size or PSNR
     * @throws CodecException if the picture's kind can't be coded, it is too large, or the model isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public byte[] encode(Picture picture, PictureSettings settings, Monitor monitor) throws IOException {
        return call(monitor, null, work -> {
            limits.checkSize(picture.width(), picture.height());
            ImageInput.Loaded loaded = ImageInput.of(picture.image(), settings.profileKept());
            Metadata metadata = new Metadata(
                    picture.exif().orElse(null),
                    loaded.metadata().icc(),
                    picture.xmp().orElse(null));
            return encode(loaded.pixels(), metadata, settings, work);
        });
    }

    /**
     * Encodes a picture's file: PNG, JPEG, TIFF, WebP, GIF, BMP and others. The target appears whole or not at all and
     * replaces what was there.
     *
     * @throws UnreachableTargetException if no quality meets the settings' size or PSNR
     * @throws CodecException if the picture's kind can't be coded, it is too large, or the model isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     * @throws IOException if a file can't be read or written, or the picture is damaged
     */
    public void encodePicture(Path source, Path target, PictureSettings settings, Monitor monitor) throws IOException {
        byte[] file = call(monitor, null, work -> {
            ImageInputOptions options = new ImageInputOptions(settings.profileKept(), limits.pixels(), limits.side());
            ImageInput.Loaded loaded = ImageInput.load(source, options);
            return encode(loaded.pixels(), loaded.metadata(), settings, work);
        });
        FileBytes.write(target, out -> out.write(file));
    }

    private byte[] encode(Pixels pixels, Metadata all, PictureSettings settings, Work work) throws IOException {
        Metadata metadata = settings.metadataKept() ? all : new Metadata(null, all.icc(), null);
        return new ImageEncoder(models.image(settings.pack()))
                .encode(pixels, metadata, settings.options(), (done, total) -> work.done((double) done / total));
    }

    /**
     * Encodes a sound.
     *
     * @return the file
     * @throws UnreachableTargetException if no quality meets the settings' size or rate
     * @throws CodecException if a sample is not finite, the sound is too long, or the model isn't there
     */
    public byte[] encode(Sound sound, SoundSettings settings) throws IOException {
        return encode(sound, settings, new Monitor());
    }

    /**
     * Encodes a sound.
     *
     * @return the file
     * @throws UnreachableTargetException if no quality meets the settings' size or rate
     * @throws CodecException if a sample is not finite, the sound is too long, or the model isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public byte[] encode(Sound sound, SoundSettings settings, Monitor monitor) throws IOException {
        return call(monitor, null, work -> encode(new SoundArray(sound), sound.frames(), sound.type(), settings, work));
    }

    /**
     * Encodes a sound from Java Sound as it is read: PCM, A-law or mu-law.
     *
     * @param sound is read to its end and left open
     * @return the file
     * @throws UnreachableTargetException if no quality meets the settings' size or rate
     * @throws CodecException if the sound's kind can't be coded, it is too long, or the model isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public byte[] encode(AudioInputStream sound, SoundSettings settings, Monitor monitor) throws IOException {
        return call(monitor, null, work -> encode(SoundInput.of(sound, "the sound"), settings, work));
    }

    /**
     * Encodes a sound's file: WAV, RF64, Wave64, AIFF, AU or FLAC. The target appears whole or not at all and replaces
     * what was there.
     *
     * @throws UnreachableTargetException if no quality meets the settings' size or rate
     * @throws CodecException if the sound's kind can't be coded, it is too long, or the model isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     * @throws IOException if a file can't be read or written, or the sound is damaged
     */
    public void encodeSound(Path source, Path target, SoundSettings settings, Monitor monitor) throws IOException {
        byte[] file = call(monitor, null, work -> {
            try (SoundInput input = SoundInput.open(source)) {
                return encode(input, settings, work);
            }
        });
        FileBytes.write(target, out -> out.write(file));
    }

    private byte[] encode(SoundInput input, SoundSettings settings, Work work) throws IOException {
        SampleType came = SampleTypes.of(input.format().encoding());
        return encode(SoundSource.of(input), input.declaredFrames().orElse(0), came, settings, work);
    }

    /** @param frames that are expected, 0 if unknown */
    private byte[] encode(SoundSource source, long frames, SampleType came, SoundSettings settings, Work work)
            throws IOException {
        SoundModel model = models.sound(settings.pack());
        return new SoundEncoder(model)
                .encode(
                        new LimitedSource(source, limits),
                        settings.options(came),
                        done -> work.done(frames < done ? Double.NaN : (double) done / frames));
    }

    /**
     * What a Nacre file says of itself; nothing is decoded.
     *
     * @throws CodecException if it is no Nacre file, a damaged one, or beyond the limits
     */
    public FileInfo info(byte[] file) throws IOException {
        Kind kind = call(new Monitor(), null, work -> ContainerReader.kindOf(ByteBuffer.wrap(file)));
        return kind == Kind.PICTURE ? openPicture(file).info() : openSound(file).info();
    }

    /**
     * What a Nacre file says of itself; nothing is decoded.
     *
     * @throws CodecException if it is no Nacre file, a damaged one, or beyond the limits
     * @throws IOException if it can't be read
     */
    public FileInfo info(Path file) throws IOException {
        return info(FileBytes.read(file, maxFileSize));
    }

    /**
     * Opens a picture.
     *
     * @param file must not be changed while the result is in use
     * @throws CodecException if it is no Nacre picture, a damaged one, or beyond the limits
     */
    public PictureFile openPicture(byte[] file) throws IOException {
        return call(
                new Monitor(),
                null,
                work -> new PictureFile(this, ContainerReader.open(ByteBuffer.wrap(file), limits), file.length, false));
    }

    /**
     * Opens a picture.
     *
     * @throws CodecException if it is no Nacre picture, a damaged one, or beyond the limits
     * @throws IOException if it can't be read
     */
    public PictureFile openPicture(Path file) throws IOException {
        return openPicture(FileBytes.read(file, maxFileSize));
    }

    /**
     * Opens a picture.
     *
     * @param file is read to its end and left open
     * @throws CodecException if it is no Nacre picture, a damaged one, or beyond the limits
     * @throws IOException if it can't be read
     */
    public PictureFile openPicture(InputStream file) throws IOException {
        return openPicture(FileBytes.read(file, maxFileSize));
    }

    /**
     * Opens a sound.
     *
     * @param file must not be changed while the result is in use
     * @throws CodecException if it is no Nacre sound, a damaged one, or beyond the limits
     */
    public SoundFile openSound(byte[] file) throws IOException {
        return call(
                new Monitor(),
                null,
                work -> new SoundFile(
                        this, ContainerReader.openSound(ByteBuffer.wrap(file), limits), file.length, false));
    }

    /**
     * Opens a sound.
     *
     * @throws CodecException if it is no Nacre sound, a damaged one, or beyond the limits
     * @throws IOException if it can't be read
     */
    public SoundFile openSound(Path file) throws IOException {
        return openSound(FileBytes.read(file, maxFileSize));
    }

    /**
     * Opens a sound.
     *
     * @param file is read to its end and left open
     * @throws CodecException if it is no Nacre sound, a damaged one, or beyond the limits
     * @throws IOException if it can't be read
     */
    public SoundFile openSound(InputStream file) throws IOException {
        return openSound(FileBytes.read(file, maxFileSize));
    }

    /**
     * Opens whatever is left of a damaged picture: tiles that are lost are filled smoothly from their neighbours.
     * {@link PictureFile#problems} tells what is wrong. An intact file opens as ever.
     *
     * @param file must not be changed while the result is in use
     * @throws CodecException if it is no Nacre picture, too little is left of it, or it is beyond the limits
     */
    public PictureFile salvagePicture(byte[] file) throws IOException {
        return call(new Monitor(), null, work -> new PictureFile(this, salvage(file, Kind.PICTURE), file.length, true));
    }

    /**
     * Opens whatever is left of a damaged sound: groups that are lost are faded and concealed, and its length stays.
     * {@link SoundFile#problems} tells what is wrong. An intact file opens as ever.
     *
     * @param file must not be changed while the result is in use
     * @throws CodecException if it is no Nacre sound, too little is left of it, or it is beyond the limits
     */
    public SoundFile salvageSound(byte[] file) throws IOException {
        return call(new Monitor(), null, work -> new SoundFile(this, salvage(file, Kind.SOUND), file.length, true));
    }

    private ContainerReader salvage(byte[] file, Kind wanted) throws IOException {
        ContainerReader left = ContainerReader.salvage(ByteBuffer.wrap(file), limits);
        if (left.kind() != wanted) {
            throw new FormatException("this is a " + left.kind() + ", not a " + wanted);
        }
        return left;
    }

    /** Runs a decoder's task, which has a time limit. */
    <T> T decode(Monitor monitor, Work.Task<T> task) throws IOException {
        return call(monitor, timeLimit, task);
    }

    /**
     * Runs a task while the models are open.
     *
     * @param limit the longest that it may take, or null
     */
    <T> T call(Monitor monitor, Duration limit, Work.Task<T> task) throws IOException {
        open.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the codec is closed");
            }
            return Work.run(monitor, limit, task);
        } finally {
            open.readLock().unlock();
        }
    }

    Models models() {
        return models;
    }

    Memory memory() {
        return memory;
    }

    /**
     * Frees the models once the calls that are at work have returned; cancel their monitors to hurry them.
     *
     * @throws IllegalStateException if called from within a call, as by a monitor
     */
    @Override
    public void close() {
        if (shared) {
            return;
        }
        if (open.getReadHoldCount() > 0) {
            throw new IllegalStateException("a codec cannot be closed from within one of its calls");
        }
        open.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                models.close();
            }
        } finally {
            open.writeLock().unlock();
        }
    }
}
