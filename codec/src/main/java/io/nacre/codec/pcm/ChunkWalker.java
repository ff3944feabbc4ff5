package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/**
 * Steps through the chunks of RIFF, AIFF and Wave64, whatever sizes they declare. Chunks of RIFF and AIFF have a name of
 * four letters and 32 bits of size and are padded to even length; those of Wave64 have a GUID, whose first four bytes
 * are such a name, and 64 bits of size that count this header too, and are padded to multiples of 8.
 */
final class ChunkWalker {
    /** A chunk is hardly larger than this behind an empty data chunk; sound that looks like one often is. */
    private static final long PLAUSIBLE_SIZE = 1 << 24;

    private final ByteInput in;
    private final ByteOrder order;
    private final boolean wave64;
    private final List<String> warnings;
    private long left; // of the current chunk
    private int padding; // behind it
    private String name = "";

    private ChunkWalker(ByteInput in, ByteOrder order, boolean wave64, List<String> warnings) {
        this.in = in;
        this.order = order;
        this.wave64 = wave64;
        this.warnings = warnings;
    }

    /** Walks the chunks of RIFF (little-endian), RIFX or AIFF (big-endian) that begin here. */
    static ChunkWalker riff(ByteInput in, ByteOrder order, List<String> warnings) {
        return new ChunkWalker(in, order, false, warnings);
    }

    /** Walks the chunks of Wave64 that begin here. */
    static ChunkWalker wave64(ByteInput in, List<String> warnings) {
        return new ChunkWalker(in, ByteOrder.LITTLE_ENDIAN, true, warnings);
    }

    /**
     * A chunk's header.
     *
     * @param size of its content in bytes, as declared; {@link Long#MAX_VALUE} for more than a long holds
     */
    record Chunk(String name, long size) {}

    /**
     * Leaves the current chunk behind.
     *
     * @return the next one; null at the end of the file
     * @throws IOException if none begins where one should
     */
    Chunk next() throws IOException {
        in.skip(left);
        skipPadding();
        Chunk chunk = parse(in.peek(headerBytes()));
        if (chunk == null) {
            return null;
        }
        if (!plausible(chunk)) {
            throw new IOException("the chunks of the file are damaged"
                    + (name.isEmpty() ? "" : " behind the chunk \"" + name + "\""));
        }
        in.skip(headerBytes());
        name = chunk.name;
        resize(chunk.size);
        return chunk;
    }

    /**
     * Reads from the current chunk.
     *
     * @throws IOException if the chunk or the file ends before
     */
    ByteBuffer fields(int count) throws IOException {
        if (count > left) {
            throw new IOException("the chunk \"" + name + "\" ends within its fields");
        }
        left -= count;
        return in.fields(count, order);
    }

    /**
     * Bytes of the current chunk that are left to read, as far as is known: a header whose writer never came back to fill
     * it in says 0 although sound follows, which is then taken to reach to the end of the file.
     */
    long length() throws IOException {
        if (left == 0 && !in.atEnd() && !chunkFollows()) {
            warnings.add(RawPcm.UNFINISHED);
            left = RawPcm.UNKNOWN;
        }
        return left;
    }

    /** Gives the current chunk another size than its header does. */
    void resize(long size) {
        left = size;
        padding = padding(size);
    }

    /** Takes note that the content of the current chunk has been read elsewhere. */
    void contentRead() {
        left = 0;
    }

    private boolean chunkFollows() throws IOException {
        Chunk chunk = parse(in.peek(headerBytes()));
        return chunk != null && plausible(chunk) && chunk.size < PLAUSIBLE_SIZE;
    }

    private int padding(long size) {
        return (int) (-size & (wave64 ? 7 : 1));
    }

    private int headerBytes() {
        return wave64 ? 24 : 8;
    }

    /** Some programs forget the byte behind a chunk of odd length: it would be zero, and no name begins so. */
    private void skipPadding() throws IOException {
        if (padding == 1 && !wave64) {
            byte[] pad = in.peek(1);
            if (pad.length == 1 && pad[0] != 0) {
                warnings.add("no padding behind the chunk \"" + name + "\", which has an odd length");
                padding = 0;
            }
        }
        in.skip(padding);
        padding = 0;
    }

    /** Null if the file ends within the header. */
    private Chunk parse(byte[] header) {
        if (header.length < headerBytes()) {
            return null;
        }
        ByteBuffer fields = ByteBuffer.wrap(header).order(order);
        long size;
        if (wave64) {
            size = fields.getLong(16);
            size = size < 0 ? Long.MAX_VALUE : size - headerBytes();
        } else {
            size = Integer.toUnsignedLong(fields.getInt(4));
        }
        return new Chunk(new String(header, 0, 4, ISO_8859_1), size);
    }

    private static boolean plausible(Chunk chunk) {
        return chunk.size >= 0 && chunk.name.chars().allMatch(c -> c >= ' ' && c < 127);
    }
}
