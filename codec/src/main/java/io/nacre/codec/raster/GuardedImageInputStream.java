package io.nacre.codec.raster;

import java.io.IOException;
import java.util.Map;
import java.util.NavigableMap;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * The stream that a format's reader gets: some bytes read differently, and a reader that goes on reading past the end
 * is stopped. Some take the end for zeros and would decode those for minutes. Closing it leaves the underlying stream
 * open.
 */
final class GuardedImageInputStream extends ImageInputStreamImpl {
    /** Reads past the end that are let pass: bit readers look ahead. */
    private static final int MAX_READS_PAST_END = 1024;

    private final ImageInputStream in;
    private final NavigableMap<Long, Byte> patches;
    private int readsPastEnd;

    /** @param patches new values by offset */
    GuardedImageInputStream(ImageInputStream in, NavigableMap<Long, Byte> patches) {
        this.in = in;
        this.patches = patches;
    }

    @Override
    public int read() throws IOException {
        checkClosed();
        bitOffset = 0;
        align();
        int value = in.read();
        if (value < 0) {
            countPastEnd();
            return value;
        }
        Byte patch = patches.get(streamPos++);
        return patch == null ? value : patch & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        checkClosed();
        bitOffset = 0;
        align();
        int count = in.read(target, offset, length);
        if (count < 0) {
            countPastEnd();
            return count;
        }
        for (Map.Entry<Long, Byte> patch :
                patches.subMap(streamPos, streamPos + count).entrySet()) {
            target[offset + (int) (patch.getKey() - streamPos)] = patch.getValue();
        }
        streamPos += count;
        return count;
    }

    private void align() throws IOException {
        if (in.getStreamPosition() != streamPos) {
            in.seek(streamPos);
        }
    }

    private void countPastEnd() throws IOException {
        if (++readsPastEnd > MAX_READS_PAST_END) {
            throw new IOException("data is missing at the end of the file");
        }
    }

    @Override
    public long length() {
        try {
            return in.length();
        } catch (IOException e) {
            return -1;
        }
    }
}
