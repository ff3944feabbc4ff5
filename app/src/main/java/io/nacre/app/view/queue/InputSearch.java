package io.nacre.app.view.queue;

import io.nacre.app.encode.FileInput;
import io.nacre.app.file.FileNames;
import io.nacre.app.file.FolderWalk;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Kind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Finds what there is to encode. Files that are named are taken whatever they are called, those in folders if they are
 * called pictures or sounds; all others are found as well, with the reason why they are not encoded.
 */
final class InputSearch implements FolderWalk.Visitor<InterruptedIOException> {
    private final Consumer<FoundInput> found;

    InputSearch(Consumer<FoundInput> found) {
        this.found = found;
    }

    /** @throws InterruptedIOException if the thread is interrupted */
    void search(List<Path> operands) throws InterruptedIOException {
        for (Path operand : operands) {
            if (Files.isDirectory(operand)) {
                FolderWalk.walk(operand, true, this);
            } else {
                Path name = operand.getFileName();
                found(operand, name == null ? operand : name);
            }
        }
    }

    @Override
    public void file(Path file, Path relative) throws InterruptedIOException {
        if (FileNames.isForeign(file) || FileNames.isNacre(file)) {
            found(file, relative);
        } else {
            skip(file, relative, Explanation.Why.OTHER_KIND, "");
        }
    }

    @Override
    public void unreadable(Path folder, IOException why) throws InterruptedIOException {
        skip(folder, folder, Explanation.Why.UNREADABLE_FOLDER, "");
    }

    private void found(Path file, Path relative) throws InterruptedIOException {
        byte[] head = head(file);
        if (FileNames.isNacre(file) || isNacre(head)) {
            skip(file, relative, Explanation.Why.NACRE_FILE, "");
            return;
        }
        Kind kind = FileInput.kindOf(head, file);
        found.accept(new FoundInput(file, relative, Optional.of(kind), size(file), Explanation.NONE));
        stopIfInterrupted();
    }

    private void skip(Path file, Path relative, Explanation.Why why, String detail) throws InterruptedIOException {
        found.accept(new FoundInput(file, relative, Optional.empty(), size(file), new Explanation(why, detail)));
        stopIfInterrupted();
    }

    private static boolean isNacre(byte[] head) {
        try {
            ContainerReader.kindOf(ByteBuffer.wrap(head));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** Of what can't be read there is none; that is reported when the file's turn comes. */
    private static byte[] head(Path file) {
        try {
            return FileInput.head(file);
        } catch (IOException e) {
            return new byte[0];
        }
    }

    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException e) {
            return 0;
        }
    }

    private static void stopIfInterrupted() throws InterruptedIOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("interrupted");
        }
    }
}
