package io.nacre.app.cli;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * An output that appears whole or not at all: written beside its place, synchronised and renamed by {@link #commit};
 * removed if it is closed before, or if the program is interrupted. Standard output, devices and pipes are written to as
 * they are. All errors are {@link CommandException}s of {@link ExitCode#CANNOT_WRITE}. For one thread.
 */
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final Path temporary;
    private final boolean force;
    private final FileChannel channel;
    private final PrintStream standard;
    private final OutputStream stream;
    private final Thread hook;

    private OutputFile(Path target, Path temporary, boolean force, FileChannel channel, PrintStream standard) {
        this.target = target;
        this.temporary = temporary;
        this.force = force;
        this.channel = channel;
        this.standard = standard;
        OutputStream raw = standard != null ? standard : Channels.newOutputStream(channel);
        this.stream = new BufferedOutputStream(new Guarded(raw), BUFFER);
        this.hook =
                temporary == null ? null : new Thread(() -> temporary.toFile().delete());
        if (hook != null) {
            Runtime.getRuntime().addShutdownHook(hook);
        }
    }

    /**
     * Opens an output.
     *
     * @param target or {@code -} for standard output
     * @param force whether a file that exists may be replaced
     * @param makeFolders whether missing folders above it are made
     */
    static OutputFile open(Path target, boolean force, boolean makeFolders, Streams streams) throws CommandException {
        if (Names.isStandard(target)) {
            if (streams.outIsTerminal()) {
                throw new CommandException(
                        ExitCode.USAGE, "binary output does not go to a terminal; redirect it or name a file with -o");
            }
            return new OutputFile(target, null, force, null, streams.out());
        }
        refuseUnfit(target, force);
        try {
            if (makeFolders) {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            if (isSpecial(target)) {
                return new OutputFile(target, null, force, FileChannel.open(target, StandardOpenOption.WRITE), null);
            }
            Path temporary = target.resolveSibling(
                    target.getFileName() + ".tmp-" + ProcessHandle.current().pid());
            FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
            return new OutputFile(target, temporary, force, channel, null);
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    /** Buffered; closing it does nothing. */
    OutputStream stream() {
        return stream;
    }

    /** Puts the output into its place. */
    void commit() throws CommandException {
        try {
            stream.flush();
            if (standard != null && standard.checkError()) {
                throw new CommandException(ExitCode.CANNOT_WRITE, "standard output was closed");
            }
            if (temporary != null) {
                channel.force(true);
                channel.close();
                refuseUnfit(target, force); // somebody else may have been faster
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    @Override
    public void close() throws CommandException {
        try {
            if (channel != null) {
                channel.close();
            }
            if (temporary != null) {
                Files.deleteIfExists(temporary); // it is not there any more after commit
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        } catch (IllegalStateException e) {
            // The program is shutting down: the hook does the same.
        }
    }

    private static void refuseUnfit(Path target, boolean force) throws CommandException {
        if (Files.isDirectory(target)) {
            throw new CommandException(
                    ExitCode.CANNOT_WRITE, Names.shown(target) + " is a folder; name output folders with -d");
        }
        if (Files.exists(target) && !isSpecial(target) && !force) {
            throw new CommandException(ExitCode.CANNOT_WRITE, Names.shown(target) + " exists; --force overwrites it");
        }
    }

    /** A device or a pipe: to be written into, never to be replaced by a file. */
    private static boolean isSpecial(Path target) {
        return Files.exists(target) && !Files.isRegularFile(target);
    }

    private static CommandException cannotWrite(Path target, IOException e) {
        if (e instanceof CommandException own) {
            return own;
        }
        String why = e.getMessage();
        if (e instanceof NoSuchFileException) {
            why = "there is no such folder";
        } else if (e instanceof AccessDeniedException) {
            why = "permission denied";
        } else if (e instanceof FileAlreadyExistsException file) {
            why = file.getFile() + " is in the way";
        } else if (e instanceof FileSystemException file && file.getReason() != null) {
            why = file.getReason();
        }
        return new CommandException(ExitCode.CANNOT_WRITE, Names.shown(target) + " can't be written: " + why, e);
    }

    /** Tells errors of writing from those of the source that is being written. */
    private final class Guarded extends FilterOutputStream {
        Guarded(OutputStream out) {
            super(out);
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            try {
                out.write(bytes, offset, length);
            } catch (IOException e) {
                throw cannotWrite(target, e);
            }
            if (standard != null && standard.checkError()) {
                throw new CommandException(ExitCode.CANNOT_WRITE, "standard output was closed");
            }
        }

        @Override
        public void close() {
            // Whoever writes a picture does not end the output; OutputFile does.
        }
    }
}
