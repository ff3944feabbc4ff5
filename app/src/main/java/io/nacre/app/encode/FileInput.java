package io.nacre.app.encode;

import io.nacre.app.file.FileNames;
import io.nacre.codec.audio.LimitedSource;
import io.nacre.codec.audio.SoundSource;
import io.nacre.codec.container.Kind;
import io.nacre.codec.container.Limits;
import io.nacre.codec.pcm.SoundInput;
import io.nacre.codec.raster.ImageInput;
import io.nacre.codec.raster.ImageInputOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Reads pictures and sounds of others from files, within limits. Thread-safe. */
public final class FileInput implements EncodeInput {
    /** Bytes that tell what a file holds. */
    public static final int HEAD = 4096;

    private final Limits limits;

    public FileInput(Limits limits) {
        this.limits = limits;
    }

    /**
     * What a file of others holds.
     *
     * @param head its first bytes, up to {@link #HEAD}; if there are none, its name counts
     */
    public static Kind kindOf(byte[] head, Path path) {
        boolean sound = head.length == 0 ? FileNames.isSound(path) : SoundInput.recognises(head);
        return sound ? Kind.SOUND : Kind.PICTURE;
    }

    /** The first bytes of a file, at most {@link #HEAD}; none of a pipe, since what is read from it would be lost. */
    public static byte[] head(Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new byte[0];
        }
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(HEAD);
        }
    }

    @Override
    public ImageInput.Loaded picture(Path path, boolean keepIcc) throws IOException {
        requireReadable(path);
        return ImageInput.load(path, new ImageInputOptions(keepIcc, limits.pixels(), limits.side()));
    }

    @Override
    public SoundInput sound(Path path) throws IOException {
        requireReadable(path);
        return SoundInput.open(path);
    }

    @Override
    public SoundSource samples(SoundInput sound) throws IOException {
        return new LimitedSource(SoundSource.of(sound), limits);
    }

    /**
     * Refuses what is no file that can be read.
     *
     * @throws FileSystemException if the path is missing, may not be read or is a folder
     */
    public static void requireReadable(Path path) throws FileSystemException {
        if (!Files.exists(path)) {
            throw new NoSuchFileException(path.toString());
        }
        if (!Files.isReadable(path)) {
            throw new AccessDeniedException(path.toString());
        }
        if (Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "is a folder");
        }
    }
}
