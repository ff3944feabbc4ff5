package io.nacre.codec.pcm;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.ReadableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a file from start to end, with a look ahead. */
final class ByteInput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final BufferedInputStream in;
    private final Path file; // null if the bytes come once only
    private ReadableByteChannel channel; // of the file, once it has been asked for

    ByteInput(InputStream in) {
        this.in = new BufferedInputStream(in, BUFFER);
        file = null;
    }

    ByteInput(Path file) throws IOException {
        in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        this.file = Files.isRegularFile(file) ? file : null;
    }

    /** The next bytes, which stay to be read; fewer than asked, at most 64 KiB, only before the end. */
    byte[] peek(int count) throws IOException {
        in.mark(count);
        byte[] bytes = in.readNBytes(count);
        in.reset();
        return bytes;
    }

    boolean atEnd() throws IOException {
        return peek(1).length == 0;
    }

    /** Reads as many bytes as asked; fewer only before the end. */
    int read(byte[] target, int offset, int count) throws IOException {
        return in.readNBytes(target, offset, count);
    }

    /**
     * The next bytes of a header.
     *
     * @throws IOException if the file ends before
     */
    byte[] header(int count) throws IOException {
        byte[] bytes = in.readNBytes(count);
        if (bytes.length < count) {
            throw new IOException("the file ends within its header");
        }
        return bytes;
    }

    /** The next bytes of a header as numbers. */
    ByteBuffer fields(int count, ByteOrder order) throws IOException {
        return ByteBuffer.wrap(header(count)).order(order);
    }

    /** Steps over bytes; the end may come first. Reads them, for streams of files skip past their end without a word. */
    void skip(long count) throws IOException {
        byte[] discarded = new byte[(int) Math.min(count, BUFFER)];
        for (long left = count; left > 0; ) {
            int read = in.read(discarded, 0, (int) Math.min(left, discarded.length));
            if (read < 0) {
                return;
            }
            left -= read;
        }
    }

    /** The bytes that are left, for a reader of its own. */
    InputStream rest() {
        return in;
    }

    /** All bytes of a file, which can be sought in, or else those that are left, for a reader of its own. */
    ReadableByteChannel channel() throws IOException {
        channel = file == null ? Channels.newChannel(in) : Files.newByteChannel(file);
        return channel;
    }

    @Override
    public void close() throws IOException {
        try (in) {
            if (channel != null) {
                channel.close();
            }
        }
    }
}
