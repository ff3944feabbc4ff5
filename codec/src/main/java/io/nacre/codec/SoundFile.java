package io.nacre.codec;

import io.nacre.codec.audio.SoundDecoder;
import io.nacre.codec.container.ContainerReader;
import io.nacre.codec.container.Problem;
import io.nacre.codec.container.SoundHeader;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.SoundOutput;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/**
 * A sound's file, opened: its header is checked, its samples are decoded when they are asked for, at once or as a
 * stream. Holds the file's bytes and nothing that needs closing. Thread-safe.
 *
 * <pre>{@code
 * SoundFile file = codec.openSound(Path.of("talk.nacre"));
 * System.out.printf("%.1f s%n", file.info().seconds());
 * file.write(Path.of("talk.wav"), new Monitor());
 * }</pre>
 */
public final class SoundFile {
    private static final int BLOCK = 1 << 13;

    private final Codec codec;
    private final ContainerReader file;
    private final SoundInfo info;
    private final boolean salvaging;

    SoundFile(Codec codec, ContainerReader file, long size, boolean salvaging) {
        this.codec = codec;
        this.file = file;
        this.info = SoundInfo.of(file.soundHeader(), size);
        this.salvaging = salvaging;
    }

    /** What the file says of itself. */
    public SoundInfo info() {
        return info;
    }

    /**
     * What is wrong with the file, a sentence for each thing, as far as checksums tell; nothing is decoded. Empty if it is as
     * it was written.
     */
    public List<String> problems() {
        return file.verify().stream().map(Problem::message).toList();
    }

    /**
     * Decodes the whole sound.
     *
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     */
    public Sound decode() throws IOException {
        return decode(new Monitor());
    }

    /**
     * Decodes the whole sound.
     *
     * @throws CodecException if the file is damaged, too large for the codec's limits, or needs a model that isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     */
    public Sound decode(Monitor monitor) throws IOException {
        return codec.decode(monitor, work -> {
            SoundHeader header = file.soundHeader();
            Memory.requireArray(header);
            codec.memory().require(Memory.ofSound(header), "the sound");
            float[] samples = new float[Math.toIntExact(header.samples() * header.channels())];
            copy(
                    work,
                    (block, done, count) ->
                            System.arraycopy(block, 0, samples, (int) done * info.channels(), count * info.channels()));
            return Sound.of(info, samples);
        });
    }

    /**
     * Begins to decode; memory is bounded, whatever the length.
     *
     * @return to be closed
     * @throws ModelUnavailableException if the model that the file needs isn't there
     */
    public SoundStream stream() throws IOException {
        return codec.call(new Monitor(), null, work -> {
            SoundDecoder decoder =
                    new SoundDecoder(codec.models().sound(file.soundHeader().packId()));
            return new SoundStream(codec, (salvaging ? decoder.salvaging() : decoder).decode(file), info);
        });
    }

    /**
     * Writes the sound as WAV. The file appears whole or not at all and replaces what was there.
     *
     * @throws CodecException if the file is damaged or needs a model that isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     * @throws IOException if the file can't be written
     */
    public void write(Path target, Monitor monitor) throws IOException {
        FileBytes.write(target, out -> write(new BufferedOutputStream(out, 1 << 16), monitor));
    }

    /**
     * Writes the sound as WAV.
     *
     * @param out is flushed, not closed
     * @throws CodecException if the file is damaged or needs a model that isn't there
     * @throws java.io.InterruptedIOException if the monitor is cancelled or the thread interrupted
     * @throws IOException if the stream fails
     */
    public void write(OutputStream out, Monitor monitor) throws IOException {
        codec.<Void>decode(monitor, work -> {
            SoundFormat format =
                    new SoundFormat(info.sampleRate(), info.channels(), SampleTypes.encoding(info.sampleType()));
            try (SoundOutput wav = SoundOutput.open(out, format, OptionalLong.of(info.frames()))) {
                copy(work, (block, done, count) -> wav.write(block, 0, count));
            }
            return null;
        });
    }

    private interface Sink {
        void take(float[] block, long done, int frames) throws IOException;
    }

    private void copy(Work work, Sink sink) throws IOException {
        try (SoundStream sound = stream()) {
            float[] block = new float[BLOCK * info.channels()];
            for (int n = sound.read(block, 0, BLOCK); n >= 0; n = sound.read(block, 0, BLOCK)) {
                sink.take(block, sound.position() - n, n);
                work.done((double) sound.position() / info.frames());
            }
        }
    }
}
