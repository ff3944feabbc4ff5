package io.nacre.app.view.sound;

import io.nacre.codec.LimitExceededException;
import io.nacre.codec.audio.SoundSource;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.function.DoubleConsumer;

/**
 * A sound that ends in an error where it becomes too long for memory, and hears interruptions: two such sounds, what is
 * measured of them and room to grow must fit. Not thread-safe.
 */
final class FittingSource implements SoundSource {
    /** Part of the Java heap that one sound may fill. */
    private static final int SHARE = 8;

    private final SoundSource source;
    private final long mostFrames;
    private final DoubleConsumer frames;
    private long read;

    /** @param frames hears how many samples of each channel have been read */
    FittingSource(SoundSource source, DoubleConsumer frames) {
        this.source = source;
        this.frames = frames;
        this.mostFrames = Runtime.getRuntime().maxMemory() / SHARE / Float.BYTES / source.channels();
    }

    @Override
    public int sampleRate() {
        return source.sampleRate();
    }

    @Override
    public int channels() {
        return source.channels();
    }

    @Override
    public int read(float[] interleaved, int offset, int frames) throws IOException {
        if (Thread.currentThread().isInterrupted()) {
            throw new InterruptedIOException("reading was interrupted");
        }
        int count = source.read(interleaved, offset, frames);
        read += Math.max(0, count);
        if (read > mostFrames) {
            throw new LimitExceededException("longer than the " + mostFrames / sampleRate() / 60
                    + " minutes that fit into memory to be compared");
        }
        this.frames.accept(read);
        return count;
    }
}
