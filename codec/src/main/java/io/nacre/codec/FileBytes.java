package io.nacre.codec;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Files read whole within a bound, and files that appear whole or not at all. */
final class FileBytes {
    private FileBytes() {}

    static byte[] read(Path path, int most) throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return read(in, most);
        }
    }

    /** Reads to the end of a stream; memory grows with what has come, not with what a length promises. */
    static byte[] read(InputStream in, int most) throws IOException {
        byte[] bytes = in.readNBytes(most);
        if (bytes.length == most && in.read() >= 0) {
            throw new LimitExceededException("the file has more than the " + most
                    + " bytes that are allowed; CodecBuilder.maxFileSize raises that");
        }
        return bytes;
    }

    /** Writes into a stream. */
    interface Writing {
        void write(OutputStream out) throws IOException;
    }

    /** Writes beside a file's place and moves into it; what was there is replaced. */
    static void write(Path target, Writing writing) throws IOException {
        Path temporary = target.resolveSibling(target.getFileName() + ".tmp-" + UUID.randomUUID());
        try {
            try (OutputStream out = Files.newOutputStream(temporary, StandardOpenOption.CREATE_NEW)) {
                writing.write(out);
            }
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
