package io.nacre.codec.pcm;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.util.Objects;
import java.util.OptionalLong;

/**
 * Writes WAV as the samples come: integers of 16 or 24 bits, rounded and clipped, or 32-bit floats as they are. Beyond
 * 4 GiB it becomes RF64, if the length is known beforehand or can be filled in. Memory: 64 KiB. For one thread at a
 * time.
 */
public final class SoundOutput implements Closeable {
    private static final int BUFFER = 1 << 16;

    private final OutputStream out;
    private final SeekableByteChannel channel; // null if the header stays as it was written
    private final long start; // of the file in the channel
    private final OptionalLong promised;
    private final WavHeader header;
    private final int channels;
    private final SampleEncoder encoder;
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN);
    private long frames;
    private boolean closed;

    private SoundOutput(OutputStream out, SeekableByteChannel channel, SoundFormat format, OptionalLong promised)
            throws IOException {
        SampleEncoding encoding = format.encoding();
        if (!encoding.equals(SampleEncoding.INT_16)
                && !encoding.equals(SampleEncoding.INT_24)
                && !encoding.equals(SampleEncoding.FLOAT_32)) {
            throw new IllegalArgumentException("No WAV of " + encoding + " samples is written");
        }
        this.out = out;
        this.channel = channel;
        this.promised = promised;
        start = channel == null ? 0 : channel.position();
        header = new WavHeader(format, channel != null);
        channels = format.channels();
        encoder = new SampleEncoder(encoding);
        out.write(header.bytes(promised.orElse(WavHeader.UNKNOWN)));
    }

    /**
     * Begins a file whose lengths are filled in at the end. What is written before {@link #close} can be read as it
     * stands.
     *
     * @param channel is written from its position on, and left open
     * @throws IllegalArgumentException if the samples are neither of 16 nor 24 bits nor 32-bit floats
     */
    public static SoundOutput open(SeekableByteChannel channel, SoundFormat format) throws IOException {
        return new SoundOutput(Channels.newOutputStream(channel), channel, format, OptionalLong.empty());
    }

    /**
     * Begins a stream, in which nothing can be filled in later.
     *
     * @param out is written in large pieces and left open
     * @param frames how many will be written; if empty, the header leaves the length open, as for pipes
     * @throws IllegalArgumentException if the samples are neither of 16 nor 24 bits nor 32-bit floats, or the length is
     *     negative
     */
    public static SoundOutput open(OutputStream out, SoundFormat format, OptionalLong frames) throws IOException {
        if (frames.orElse(0) < 0) {
            throw new IllegalArgumentException("No sound of " + frames.getAsLong() + " frames");
        }
        return new SoundOutput(out, null, format, frames);
    }

    /**
     * Appends frames.
     *
     * @param interleaved has finite samples, frame by frame, from {@code offset} on
     * @param count number of frames
     * @throws IndexOutOfBoundsException if the array has fewer
     * @throws IllegalStateException if more would be written than was promised
     */
    public void write(float[] interleaved, int offset, int count) throws IOException {
        Objects.checkFromIndexSize(offset, Math.multiplyExact(count, channels), interleaved.length);
        if (promised.isPresent() && count > promised.getAsLong() - frames) {
            throw new IllegalStateException("More than the promised " + promised.getAsLong() + " frames");
        }
        int block = BUFFER / header.frameBytes();
        for (int done = 0; done < count; ) {
            int n = Math.min(block, count - done);
            buffer.clear();
            encoder.encode(interleaved, offset + done * channels, n * channels, buffer);
            out.write(buffer.array(), 0, buffer.position());
            done += n;
        }
        frames += count;
    }

    /** Samples so far that lay beyond full scale and were clipped; 0 for floats. */
    public long clipped() {
        return encoder.clipped();
    }

    /**
     * Ends the file and fills in its header; the channel stands behind the file then.
     *
     * @throws IOException if it cannot be written, or if fewer frames were written than promised
     */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        boolean lengthKnown = channel != null || promised.isPresent();
        if (lengthKnown && (frames * header.frameBytes()) % 2 != 0) {
            out.write(0);
        }
        out.flush();
        if (channel != null) {
            long end = channel.position();
            channel.position(start);
            Channels.newOutputStream(channel).write(header.bytes(frames));
            channel.position(end);
        }
        if (frames < promised.orElse(0)) {
            throw new IOException("the sound has " + frames + " frames, its header says " + promised.getAsLong());
        }
    }
}
