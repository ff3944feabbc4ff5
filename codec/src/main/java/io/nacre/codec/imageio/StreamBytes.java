package io.nacre.codec.imageio;

import java.io.IOException;
import java.io.InputStream;
import javax.imageio.stream.ImageInputStream;

/** The rest of an image input stream, which closing this leaves open. */
final class StreamBytes extends InputStream {
    private final ImageInputStream in;

    StreamBytes(ImageInputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        return in.read();
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        return in.read(target, offset, length);
    }
}
