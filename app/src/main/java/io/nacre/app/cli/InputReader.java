package io.nacre.app.cli;

import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import io.nacre.models.PackId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Reads inputs, standard input included, within the limits of the options. A call of the program has one, since it looks
 * ahead in standard input. For one thread.
 */
final class InputReader {
    /** Java's longest arrays are a few bytes short of 2^31. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    /** Bytes that tell what a file holds. */
    private static final int HEAD = 4096;

    private final InputStream standard;
    private final Limits limits;

    InputReader(Streams streams, LimitOptions options) throws CommandException {
        this.standard = new BufferedInputStream(streams.in(), HEAD);
        this.limits = options.limits();
    }

    /**
     * A Nacre file, opened.
     *
     * @param kind what it holds
     * @param reader over the whole file in memory
     * @param bytes length of the file
     */
    record NacreFile(Kind kind, ContainerReader reader, long bytes) {
        PackId packId() {
            return kind == Kind.SOUND
                    ? reader.soundHeader().packId()
                    : reader.header().packId();
        }

        /** Of a picture. */
        double bitsPerPixel() {
            return 8.0 * bytes / reader.header().width() / reader.header().height();
        }

        /** Thousands of bits a second, of a sound. */
        double kbps() {
            return 8.0 * bytes / reader.soundHeader().seconds() / 1000;
        }
    }

    /** What a Nacre file holds; null if it can't be read or is damaged, which is found out when it is read. */
    Kind kindOfNacre(Path path) {
        try {
            return ContainerReader.kindOf(ByteBuffer.wrap(head(path)));
        } catch (IOException e) {
            return null;
        }
    }

    /** What any other file holds; if it can't be read or is empty, what its name says. */
    Kind kindOfForeign(Path path) {
        byte[] head;
        try {
            head = head(path);
        } catch (IOException e) {
            head = new byte[0];
        }
        boolean sound = head.length == 0 ? Names.isSound(path) : SoundInput.recognises(head);
        return sound ? Kind.SOUND : Kind.PICTURE;
    }

    private byte[] head(Path path) throws IOException {
        if (Names.isStandard(path)) {
            standard.mark(HEAD);
            byte[] head = standard.readNBytes(HEAD);
            standard.reset();
            return head;
        }
        if (!Files.isRegularFile(path)) {
            return new byte[0]; // what is read from a pipe would be lost
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    NacreFile nacre(Path path) throws IOException {
        byte[] bytes = bytes(path);
        ByteBuffer file = ByteBuffer.wrap(bytes);
        Kind kind = ContainerReader.kindOf(file);
        ContainerReader reader =
                kind == Kind.SOUND ? ContainerReader.openSound(file, limits) : ContainerReader.open(file, limits);
        return new NacreFile(kind, reader, bytes.length);
    }

    /** A picture of any other kind. */
    ImageInput.Loaded picture(Path path, boolean keepIcc) throws IOException {
        ImageInputOptions options = new ImageInputOptions(keepIcc, limits.pixels(), limits.side());
        if (Names.isStandard(path)) {
            return ImageInput.load(bytes(path), path.toString(), options);
        }
        requireReadable(path);
        return ImageInput.load(path, options);
    }

    /** A sound of any other kind, of which the header has been read; to be closed. */
    SoundInput sound(Path path) throws IOException {
        if (Names.isStandard(path)) {
            return SoundInput.open(standard, path.toString());
        }
        requireReadable(path);
        return SoundInput.open(path);
    }

    /** The samples of a sound, as many as are allowed. */
    SoundSource samples(SoundInput sound) throws IOException {
        return LimitedSound.of(sound, limits);
    }

    private byte[] bytes(Path path) throws IOException {
        if (Names.isStandard(path)) {
            byte[] bytes = standard.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES && standard.read() >= 0) {
                throw tooLarge();
            }
            return bytes;
        }
        requireReadable(path);
        if (Files.size(path) > MAX_BYTES) {
            throw tooLarge();
        }
        return Files.readAllBytes(path);
    }

    private static void requireReadable(Path path) throws IOException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new CommandException(ExitCode.NO_INPUT, "is a folder");
        }
    }

    private static CommandException tooLarge() {
        return new CommandException(ExitCode.BAD_DATA, "files of 2 GiB or more can't be read");
    }
}
