package io.nacre.app.cli;

import io.nacre.app.encode.EncodeInput;
import io.nacre.app.encode.FileInput;
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
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Reads inputs, standard input included, within the limits of the options. A call of the program has one, since it looks
 * ahead in standard input. For one thread.
 */
final class InputReader implements EncodeInput {
    /** Java's longest arrays are a few bytes short of 2^31. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private final InputStream standard;
    private final Limits limits;
    private final FileInput files;

    InputReader(Streams streams, LimitOptions options) throws CommandException {
        this.standard = new BufferedInputStream(streams.in(), FileInput.HEAD);
        this.limits = options.limits();
        this.files = new FileInput(limits);
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
        try {
            return FileInput.kindOf(head(path), path);
        } catch (IOException e) {
            return FileInput.kindOf(new byte[0], path);
        }
    }

    private byte[] head(Path path) throws IOException {
        if (Names.isStandard(path)) {
            standard.mark(FileInput.HEAD);
            byte[] head = standard.readNBytes(FileInput.HEAD);
            standard.reset();
            return head;
        }
        return FileInput.head(path);
    }

    NacreFile nacre(Path path) throws IOException {
        byte[] bytes = bytes(path);
        ByteBuffer file = ByteBuffer.wrap(bytes);
        Kind kind = ContainerReader.kindOf(file);
        ContainerReader reader =
                kind == Kind.SOUND ? ContainerReader.openSound(file, limits) : ContainerReader.open(file, limits);
        return new NacreFile(kind, reader, bytes.length);
    }

    /** What is left of a Nacre file; a whole one is opened as {@link #nacre} does. */
    NacreFile salvage(Path path) throws IOException {
        byte[] bytes = bytes(path);
        ContainerReader reader = ContainerReader.salvage(ByteBuffer.wrap(bytes), limits);
        return new NacreFile(reader.kind(), reader, bytes.length);
    }

    /** As {@link #kindOfNacre}, but also of a file whose begin is damaged, unless it is standard input. */
    Kind kindOfSalvaged(Path path) {
        Kind kind = kindOfNacre(path);
        if (kind != null || Names.isStandard(path) || !Files.isRegularFile(path)) {
            return kind;
        }
        try {
            return salvage(path).kind();
        } catch (IOException e) {
            return null;
        }
    }

    @Override
    public ImageInput.Loaded picture(Path path, boolean keepIcc) throws IOException {
        if (Names.isStandard(path)) {
            ImageInputOptions options = new ImageInputOptions(keepIcc, limits.pixels(), limits.side());
            return ImageInput.load(bytes(path), path.toString(), options);
        }
        return files.picture(path, keepIcc);
    }

    @Override
    public SoundInput sound(Path path) throws IOException {
        return Names.isStandard(path) ? SoundInput.open(standard, path.toString()) : files.sound(path);
    }

    @Override
    public SoundSource samples(SoundInput sound) throws IOException {
        return files.samples(sound);
    }

    private byte[] bytes(Path path) throws IOException {
        if (Names.isStandard(path)) {
            byte[] bytes = standard.readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES && standard.read() >= 0) {
                throw tooLarge();
            }
            return bytes;
        }
        FileInput.requireReadable(path);
        if (Files.size(path) > MAX_BYTES) {
            throw tooLarge();
        }
        return Files.readAllBytes(path);
    }

    private static CommandException tooLarge() {
        return new CommandException(ExitCode.BAD_DATA, "files of 2 GiB or more can't be read");
    }
}
