package io.nacre.app.cli;

import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.raster.ImageInput;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads inputs, standard input included, within the limits of the options. */
final class InputReader {
    /** Java's longest arrays are a few bytes short of 2^31. */
    private static final int MAX_BYTES = Integer.MAX_VALUE - 8;

    private final Streams streams;
    private final LimitOptions limits;

    InputReader(Streams streams, LimitOptions limits) {
        this.streams = streams;
        this.limits = limits;
    }

    /**
     * A Nacre file, opened.
     *
     * @param reader over the whole file in memory
     * @param bytes length of the file
     */
    record NacreFile(ContainerReader reader, long bytes) {
        double bitsPerPixel() {
            return 8.0 * bytes / reader.header().width() / reader.header().height();
        }
    }

    NacreFile nacre(Path path) throws IOException {
        byte[] bytes = bytes(path);
        return new NacreFile(ContainerReader.open(ByteBuffer.wrap(bytes), limits.limits()), bytes.length);
    }

    /** A picture of any other kind. */
    ImageInput.Loaded picture(Path path, boolean keepIcc) throws IOException {
        if (Names.isStandard(path)) {
            return ImageInput.load(bytes(path), path.toString(), limits.pictures(keepIcc));
        }
        requireReadable(path);
        return ImageInput.load(path, limits.pictures(keepIcc));
    }

    private byte[] bytes(Path path) throws IOException {
        if (Names.isStandard(path)) {
            byte[] bytes = streams.in().readNBytes(MAX_BYTES);
            if (bytes.length == MAX_BYTES && streams.in().read() >= 0) {
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
