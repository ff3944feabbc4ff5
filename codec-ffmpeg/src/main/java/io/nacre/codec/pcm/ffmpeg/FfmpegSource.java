package io.nacre.codec.pcm.ffmpeg;

import io.nacre.codec.pcm.PcmSource;
import io.nacre.codec.pcm.SoundFormat;
import io.nacre.codec.pcm.UnsupportedSoundException;
import java.io.IOException;
import java.nio.channels.ReadableByteChannel;
import java.util.List;
import java.util.OptionalLong;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** A sound that FFmpeg decodes as it is read. */
final class FfmpegSource implements PcmSource {
    /** The most samples of a frame of the decoder; usual ones have some thousand, those of lossless formats up to 2^18. */
    private static final int MAX_BLOCK = 1 << 24;

    /** Encoders count the silence that they put around a sound, so lengths in headers are a little long. */
    private static final double LENGTH_TOLERANCE = 0.5; // seconds

    private final String name;
    private final ChannelBytes bytes;
    private final Demuxer demuxer;
    private final Decoder decoder;
    private final List<String> warnings;
    private final SoundFormat format;
    private boolean ended;
    private float[] block = {};
    private int blockSize; // frames
    private int taken; // of them
    private long position; // frames decoded

    private FfmpegSource(
            String name, ChannelBytes bytes, Demuxer demuxer, Decoder decoder, AVFrame first, List<String> warnings)
            throws IOException {
        this.name = name;
        this.bytes = bytes;
        this.demuxer = demuxer;
        this.decoder = decoder;
        this.warnings = warnings;
        format = format(first);
        take(first);
    }

    /** Opens a sound; see {@link FfmpegReader}. */
    static PcmSource open(String name, ReadableByteChannel file, List<String> warnings) throws IOException {
        ChannelBytes bytes = new ChannelBytes(file);
        Demuxer demuxer = null;
        Decoder decoder = null;
        try {
            demuxer = new Demuxer(name, bytes);
            decoder = new Decoder(demuxer, name);
            AVFrame first = decoder.next();
            if (first == null) {
                throw new IOException("the " + name + " file has no sound that could be decoded");
            }
            return new FfmpegSource(name, bytes, demuxer, decoder, first, warnings);
        } catch (IOException e) {
            close(decoder, demuxer, bytes);
            throw e;
        }
    }

    private SoundFormat format(AVFrame frame) throws UnsupportedSoundException {
        int rate = frame.sample_rate();
        int channels = frame.ch_layout().nb_channels();
        if (rate < 1 || rate > SoundFormat.MAX_RATE || channels < 1 || channels > SoundFormat.MAX_CHANNELS) {
            throw new UnsupportedSoundException(
                    "the " + name + " file has " + rate + " Hz and " + channels + " channels, which cannot be read");
        }
        return new SoundFormat(rate, channels, SampleFormat.of(frame).encoding(decoder.bits()));
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public String container() {
        return demuxer.container();
    }

    @Override
    public OptionalLong declaredFrames() {
        return demuxer.frames(format.sampleRate());
    }

    @Override
    public int read(float[] target, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames && !ended) {
            if (taken == blockSize) {
                nextBlock();
            }
            int count = Math.min(frames - done, blockSize - taken);
            System.arraycopy(
                    block,
                    taken * format.channels(),
                    target,
                    offset + done * format.channels(),
                    count * format.channels());
            taken += count;
            done += count;
        }
        return done;
    }

    private void nextBlock() throws IOException {
        blockSize = 0;
        taken = 0;
        AVFrame frame = decoder.next();
        if (frame == null) {
            end();
            return;
        }
        if (decoder.damaged()) {
            throw new IOException("the " + name + " data is damaged after frame " + position);
        }
        if (!format(frame).equals(format)) {
            throw new UnsupportedSoundException("the " + name + " file changes its format after frame " + position);
        }
        take(frame);
    }

    private void take(AVFrame frame) throws IOException {
        long samples = (long) frame.nb_samples() * format.channels();
        if (samples > MAX_BLOCK) {
            throw new UnsupportedSoundException("the " + name + " file has a frame of " + samples + " samples");
        }
        if (block.length < samples) {
            block = new float[(int) samples];
        }
        SampleFormat.of(frame).convert(frame, format.channels(), block);
        blockSize = frame.nb_samples();
        position += blockSize;
    }

    private void end() {
        ended = true;
        OptionalLong declared = declaredFrames();
        if (declared.isPresent() && declared.getAsLong() - position > LENGTH_TOLERANCE * format.sampleRate()) {
            warnings.add("the header says " + declared.getAsLong() + " frames, the file ends after " + position);
        } else if (decoder.damaged()) {
            warnings.add("the file ends within a packet, which was left out");
        }
    }

    @Override
    public void close() {
        close(decoder, demuxer, bytes);
    }

    private static void close(Decoder decoder, Demuxer demuxer, ChannelBytes bytes) {
        if (decoder != null) {
            decoder.close();
        }
        if (demuxer != null) {
            demuxer.close();
        }
        bytes.close();
    }
}
