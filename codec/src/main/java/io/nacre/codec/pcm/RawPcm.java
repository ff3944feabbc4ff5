package io.nacre.codec.pcm;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;

/** Frames that lie uncompressed in a row. */
final class RawPcm implements PcmSource {
    /** What a header says where the length was not known when it was written. */
    static final long UNKNOWN = Long.MAX_VALUE;

    static final String UNFINISHED = "the header was never finished, the sound is read to the end of the file";

    private static final int BUFFER = 1 << 15;

    private final String container;
    private final SoundFormat format;
    private final SampleDecoder decoder;
    private final ByteInput in;
    private final long length;
    private final List<String> warnings;
    private final Runnable epilogue;
    private final byte[] buffer;
    private long left;
    private long position; // frames read
    private boolean ended;

    /**
     * Frames that begin at the input's position.
     *
     * @param length bytes that the header declares; {@link #UNKNOWN} to read to the end of the file
     * @param warnings receives a sentence if fewer are there
     * @param epilogue is run when all of them have been read
     */
    RawPcm(
            String container,
            SoundFormat format,
            SampleDecoder decoder,
            ByteInput in,
            long length,
            List<String> warnings,
            Runnable epilogue) {
        this.container = container;
        this.format = format;
        this.decoder = decoder;
        this.in = in;
        this.length = length;
        this.warnings = warnings;
        this.epilogue = epilogue;
        left = length;
        buffer = new byte[BUFFER / frameBytes() * frameBytes()];
    }

    private int frameBytes() {
        return format.channels() * decoder.bytes();
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public String container() {
        return container;
    }

    @Override
    public OptionalLong declaredFrames() {
        return length == UNKNOWN ? OptionalLong.empty() : OptionalLong.of(length / frameBytes());
    }

    @Override
    public int read(float[] target, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames && !ended) {
            done += readBuffer(target, offset + done * format.channels(), frames - done);
        }
        return done;
    }

    private int readBuffer(float[] target, int offset, int most) throws IOException {
        int wanted = (int) Math.min(left, Math.min((long) most * frameBytes(), buffer.length));
        int count = in.read(buffer, 0, wanted);
        left -= count;
        int frames = count / frameBytes();
        decoder.decode(buffer, 0, target, offset, frames * format.channels());
        position += frames;
        if (count < wanted || left == 0) {
            end(count < wanted, count % frameBytes() != 0);
        }
        return frames;
    }

    private void end(boolean early, boolean torn) {
        ended = true;
        if (early && length != UNKNOWN) {
            warnings.add("the header says " + length / frameBytes() + " frames, the file ends after " + position);
        } else if (torn) {
            warnings.add("the sound ends within a frame, which was left out");
        }
        if (!early) {
            epilogue.run();
        }
    }
}
