package io.nacre.app.cli;

import io.nacre.app.file.NewFile;
import io.nacre.app.file.Reason;
import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Where an output goes: a {@link NewFile}, or standard output, a device or a pipe, which are written to as they are. All
 * errors are {@link CommandException}s of {@link ExitCode#CANNOT_WRITE}. For one thread.
 */
final class OutputFile implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final Path target;
    private final NewFile file;
    private final OutputStream special;
    private final PrintStream standard;
    private final OutputStream stream;

    private OutputFile(Path target, NewFile file, OutputStream special, PrintStream standard) {
        this.target = target;
        this.file = file;
        this.special = special;
        this.standard = standard;
        OutputStream raw = file != null ? file.stream() : special != null ? special : standard;
        this.stream = new BufferedOutputStream(new Guarded(raw), BUFFER);
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
            return new OutputFile(target, null, null, streams.out());
        }
        if (Files.isDirectory(target)) {
            throw new CommandException(
                    ExitCode.CANNOT_WRITE, Names.shown(target) + " is a folder; name output folders with -d");
        }
        try {
            if (isSpecial(target)) {
                return new OutputFile(target, null, Files.newOutputStream(target, StandardOpenOption.WRITE), null);
            }
            if (makeFolders) {
                Files.createDirectories(target.toAbsolutePath().getParent());
            }
            return new OutputFile(target, NewFile.open(target, force), null, null);
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
            if (file != null) {
                file.commit();
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
        }
    }

    @Override
    public void close() throws CommandException {
        try {
            if (special != null) {
                special.close();
            }
            if (file != null) {
                file.close();
            }
        } catch (IOException e) {
            throw cannotWrite(target, e);
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
        if (e instanceof FileAlreadyExistsException exists && exists.getFile().equals(target.toString())) {
            return new CommandException(
                    ExitCode.CANNOT_WRITE, Names.shown(target) + " exists; --force overwrites it", e);
        }
        return new CommandException(
                ExitCode.CANNOT_WRITE, Names.shown(target) + " can't be written: " + Reason.ofOutput(e), e);
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
