package io.nacre.codec;

import io.nacre.codec.audio.DecodedSound;
import java.io.IOException;
import javax.sound.sampled.AudioInputStream;

/**
 * A sound while it is being decoded: samples are made as they are read, some seconds ahead on the codec's threads. For one
 * thread at a time; to be closed.
 *
 * <pre>{@code
 * try (SoundStream sound = codec.openSound(path).stream()) {
 *     sound.seek(60L * sound.sampleRate());
 *     float[] block = new float[4096 * sound.channels()];
 *     for (int n = sound.read(block, 0, 4096); n >= 0; n = sound.read(block, 0, 4096)) {
 *         play(block, n * sound.channels());
 *     }
 * }
 * }</pre>
 */
public final class SoundStream implements AutoCloseable {
    private static final int BLOCK = 1 << 13;

    private final Codec codec;
    private final DecodedSound sound;
    private final SoundInfo info;
    private long wanted;
    private boolean closed;

    SoundStream(Codec codec, DecodedSound sound, SoundInfo info) {
        this.codec = codec;
        this.sound = sound;
        this.info = info;
    }

    /** Samples a second of each channel, Hz. */
    public int sampleRate() {
        return info.sampleRate();
    }

    public int channels() {
        return info.channels();
    }

    /** Samples of each channel in the whole sound. */
    public long frames() {
        return info.frames();
    }

    /** What the samples are offered in; {@link #read} gives floating-point numbers all the same. */
    public SampleType sampleType() {
        return info.sampleType();
    }

    /** The sample of each channel that is read next, 0..{@link #frames}. */
    public long position() {
        return wanted;
    }

    /**
     * Goes to a sample, forwards or back. The next read decodes from the beginning of its coding group on.
     *
     * @throws IllegalArgumentException if it lies outside 0..{@link #frames}
     */
    public void seek(long frame) {
        if (frame < 0 || frame > info.frames()) {
            throw new IllegalArgumentException("no sample " + frame + " in a sound of " + info.frames());
        }
        wanted = frame;
    }

    /**
     * Reads on. Samples may lie somewhat beyond full scale, which is 1.
     *
     * @param interleaved receives the samples of all channels by turns
     * @param offset where the first sample goes
     * @param frames samples of each channel that are wanted at most, at least 1
     * @return samples of each channel that were read, at least 1; or -1 at the end
     * @throws InvalidFileException if a group that the next samples need is damaged; the message names it
     * @throws java.io.InterruptedIOException if the thread is interrupted
     * @throws IllegalStateException if this or the codec is closed
     */
    public int read(float[] interleaved, int offset, int frames) throws IOException {
        if (closed) {
            throw new IllegalStateException("the sound is closed");
        }
        if (wanted == info.frames()) {
            return -1;
        }
        return codec.call(new Monitor(), null, work -> {
            align();
            int count = sound.read(interleaved, offset, frames);
            wanted += count;
            return count;
        });
    }

    /** Goes where a seek asked to: to a group's first sample, and on from there. */
    private void align() throws IOException {
        if (wanted == sound.position()) {
            return;
        }
        long group = (long) info.groupSeconds() * info.sampleRate();
        if (wanted < sound.position() || wanted / group > sound.position() / group) {
            sound.skipTo((int) (wanted / group));
        }
        float[] dropped = new float[BLOCK * info.channels()];
        while (sound.position() < wanted) {
            sound.read(dropped, 0, (int) Math.min(BLOCK, wanted - sound.position()));
        }
    }

    /**
     * The rest of the sound as PCM for Java Sound, in the {@link #sampleType}, little-endian, decoded as it is read.
     *
     * @return a stream whose {@code skip} seeks, and that closes this one when it is closed
     */
    public AudioInputStream toAudioInputStream() {
        return new PcmStream(this);
    }

    /** Ends the work ahead of the reader. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            sound.close();
        }
    }
}
