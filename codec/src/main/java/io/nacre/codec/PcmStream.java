package io.nacre.codec;

import io.nacre.codec.pcm.SampleEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioFormat.Encoding;
import javax.sound.sampled.AudioInputStream;

/** A sound as the bytes of its samples, little-endian, made as they are read; skipping decodes nothing. */
final class PcmStream extends AudioInputStream {
    private static final int BLOCK = 1 << 12;

    private final SoundStream sound;
    private final SampleEncoder encoder;
    private final float[] samples;
    private final ByteBuffer bytes;

    PcmStream(SoundStream sound) {
        super(InputStream.nullInputStream(), format(sound), sound.frames() - sound.position());
        this.sound = sound;
        this.encoder = new SampleEncoder(SampleTypes.encoding(sound.sampleType()));
        this.samples = new float[BLOCK * sound.channels()];
        this.bytes = ByteBuffer.allocate(BLOCK * frameSize).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the samples of a stream become. */
    static AudioFormat format(SoundStream sound) {
        boolean floating = sound.sampleType() == SampleType.FLOAT_32;
        int bits = SampleTypes.encoding(sound.sampleType()).bits();
        int frameSize = bits / Byte.SIZE * sound.channels();
        return new AudioFormat(
                floating ? Encoding.PCM_FLOAT : Encoding.PCM_SIGNED,
                sound.sampleRate(),
                bits,
                sound.channels(),
                frameSize,
                sound.sampleRate(),
                false);
    }

    /** Only for frames of a single byte, as the superclass has it; there are none. */
    @Override
    public int read() throws IOException {
        throw new IOException("samples are read in whole frames of " + frameSize + " bytes");
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int wanted = Math.min(length / frameSize, BLOCK);
        if (wanted == 0) {
            return 0;
        }
        int frames = sound.read(samples, 0, wanted);
        if (frames < 0) {
            return -1;
        }
        bytes.clear();
        encoder.encode(samples, 0, frames * sound.channels(), bytes);
        bytes.flip().get(target, offset, bytes.limit());
        framePos += frames;
        return bytes.limit();
    }

    /** Skips whole frames. */
    @Override
    public long skip(long count) {
        long frames = Math.max(0, Math.min(count / frameSize, sound.frames() - sound.position()));
        sound.seek(sound.position() + frames);
        framePos += frames;
        return frames * frameSize;
    }

    /** Bytes that are left, as far as an int can say: all can be had without waiting for anything but the processor. */
    @Override
    public int available() {
        return (int) Math.min(
                Integer.MAX_VALUE / frameSize * (long) frameSize, (sound.frames() - sound.position()) * frameSize);
    }

    @Override
    public void close() {
        sound.close();
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    @Override
    public void mark(int readLimit) {
        // There is nothing to come back to, see markSupported.
    }

    @Override
    public void reset() throws IOException {
        throw new IOException("mark and reset are not supported; seek in the SoundStream");
    }
}
