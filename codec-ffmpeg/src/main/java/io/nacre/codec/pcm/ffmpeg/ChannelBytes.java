package io.nacre.codec.pcm.ffmpeg;

import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_FORCE;
import static org.bytedeco.ffmpeg.global.avformat.AVSEEK_SIZE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avutil.AVERROR_EOF;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Read_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avformat.Seek_Pointer_long_int;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** The bytes of a channel as FFmpeg reads them. An exception of the channel is kept, since native code stands between. */
final class ChannelBytes implements Closeable {
    private static final int BUFFER = 1 << 15;
    private static final int IO_ERROR = -5; // AVERROR(EIO)

    /** JavaCPP has a few callbacks of a class only; they find their channel by the address that FFmpeg hands them. */
    private static final Map<Long, ChannelBytes> OPEN = new ConcurrentHashMap<>();

    private static final ReadCallback READ = new ReadCallback().retainReference();
    private static final SeekCallback SEEK = new SeekCallback().retainReference();

    private final ReadableByteChannel channel;
    private final BytePointer key = new BytePointer(1);
    private final AVIOContext context;
    private IOException failure;

    ChannelBytes(ReadableByteChannel channel) {
        this.channel = channel;
        OPEN.put(key.address(), this);
        BytePointer buffer = new BytePointer(av_malloc(BUFFER)).capacity(BUFFER);
        context = avio_alloc_context(buffer, BUFFER, 0, key, READ, null, seekable() ? SEEK : null);
    }

    /** Whether FFmpeg can read them in any order. */
    boolean seekable() {
        return channel instanceof SeekableByteChannel;
    }

    AVIOContext context() {
        return context;
    }

    /**
     * Throws what the channel has thrown since.
     *
     * @throws IOException of the channel
     */
    void check() throws IOException {
        if (failure != null) {
            throw failure;
        }
    }

    private int read(ByteBuffer target) {
        try {
            int count = channel.read(target);
            return count <= 0 ? AVERROR_EOF() : count;
        } catch (IOException e) {
            failure = e;
            return IO_ERROR;
        }
    }

    private long seek(long offset, int whence) {
        SeekableByteChannel file = (SeekableByteChannel) channel;
        try {
            if (whence == AVSEEK_SIZE) {
                return file.size();
            }
            long from = switch (whence) {
                case 0 -> 0;
                case 1 -> file.position();
                default -> file.size();
            };
            if (from + offset < 0) {
                return IO_ERROR;
            }
            return file.position(from + offset).position();
        } catch (IOException e) {
            failure = e;
            return IO_ERROR;
        }
    }

    @Override
    public void close() {
        av_free(context.buffer()); // another one than at the start, maybe
        avio_context_free(context);
        OPEN.remove(key.address());
        key.close();
    }

    private static final class ReadCallback extends Read_packet_Pointer_BytePointer_int {
        @Override
        public int call(Pointer key, BytePointer buffer, int size) {
            return OPEN.get(key.address()).read(buffer.capacity(size).asByteBuffer());
        }
    }

    private static final class SeekCallback extends Seek_Pointer_long_int {
        @Override
        public long call(Pointer key, long offset, int whence) {
            return OPEN.get(key.address()).seek(offset, whence & ~AVSEEK_FORCE);
        }
    }
}
