package io.nacre.app.file;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * A file that appears whole or not at all: written beside its place, synchronised and renamed by {@link #commit};
 * removed if it is closed before, or if the program is interrupted. For one thread.
 */
public final class NewFile implements Closeable {
    private final Path target;
    private final Path temporary;
    private final boolean replace;
    private final FileChannel channel;
    private final OutputStream stream;
    private final Thread hook;

    private NewFile(Path target, Path temporary, boolean replace, FileChannel channel) {
        this.target = target;
        this.temporary = temporary;
        this.replace = replace;
        this.channel = channel;
        this.stream = Channels.newOutputStream(channel);
        this.hook = new Thread(() -> temporary.toFile().delete());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /**
     * Begins a file.
     *
     * @param replace whether a file that exists may be replaced
     * @throws FileAlreadyExistsException if the target exists and may not be replaced, or the temporary file beside it is
     *     there
     * @throws FileSystemException if the target is a folder, or its place can't be written to
     */
    public static NewFile open(Path target, boolean replace) throws IOException {
        refuseUnfit(target, replace);
        Path temporary = target.resolveSibling(
                target.getFileName() + ".tmp-" + ProcessHandle.current().pid());
        return new NewFile(
                target,
                temporary,
                replace,
                FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW));
    }

    /** Not buffered. */
    public OutputStream stream() {
        return stream;
    }

    /**
     * Puts the file into its place.
     *
     * @throws FileAlreadyExistsException if somebody else was faster
     */
    public void commit() throws IOException {
        channel.force(true);
        channel.close();
        refuseUnfit(target, replace);
        Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
            Files.deleteIfExists(temporary); // it is not there any more after commit
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The program is shutting down: the hook does the same.
        }
    }

    private static void refuseUnfit(Path target, boolean replace) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "a folder of that name is in the way");
        }
        if (!replace && Files.exists(target)) {
            throw new FileAlreadyExistsException(target.toString());
        }
    }
}
