package io.nacre.codec.pcm;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.SequenceInputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.OptionalLong;
import org.jflac.ChannelData;
import org.jflac.FLACDecoder;
import org.jflac.FrameListener;
import org.jflac.frame.Frame;
import org.jflac.metadata.Metadata;

/**
 * Reads FLAC (RFC 9639) of 8 to 24 bits. jFLAC decodes the frames. It gets to see the first block of metadata alone,
 * since it takes sizes in the others on trust, and all that it would pass over in silence is an error here. For residuals
 * that are stored raw, which encoders hardly ever do, it prints a line to standard output.
 */
final class FlacReader implements PcmSource {
    private static final int MAGIC = 0x664C6143; // fLaC
    private static final int STREAM_INFO_BYTES = 34;
    private static final int MAX_BITS = 24;
    private static final byte LAST_BLOCK = (byte) 0x80;

    private final SoundFormat format;
    private final long declared; // frames; 0 if not known
    private final FLACDecoder decoder;
    private final List<String> warnings;
    private final float scale;
    private boolean damaged;
    private boolean ended;
    private long position; // frames decoded
    private int blockSize;
    private int taken; // of the block

    private FlacReader(SoundFormat format, long declared, FLACDecoder decoder, List<String> warnings) {
        this.format = format;
        this.declared = declared;
        this.decoder = decoder;
        this.warnings = warnings;
        scale = Math.scalb(1f, 1 - format.encoding().bits());
        decoder.addFrameListener(new DamageListener());
    }

    static boolean accepts(byte[] head) {
        return head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt() == MAGIC;
    }

    /**
     * Reads up to the first frame.
     *
     * @param warnings receives what the user should know, until the last frame has been read
     */
    static PcmSource open(ByteInput in, List<String> warnings) throws IOException {
        byte[] bytes = in.header(8 + STREAM_INFO_BYTES);
        ByteBuffer head = ByteBuffer.wrap(bytes);
        boolean last = head.get(4) < 0;
        if ((head.getInt(4) & 0x7FFF_FFFF) != STREAM_INFO_BYTES) {
            throw new IOException("the FLAC file does not begin with its stream info");
        }
        while (!last) {
            int block = in.fields(4, ByteOrder.BIG_ENDIAN).getInt();
            last = block < 0;
            in.skip(block & 0xFF_FFFF);
        }
        long numbers = head.getLong(18);
        int bits = (int) (numbers >>> 36 & 31) + 1;
        if (bits < SampleEncoding.MIN_BITS || bits > MAX_BITS) {
            throw new UnsupportedSoundException("FLAC of " + bits + " bits cannot be read; " + ForeignSound.CONVERT);
        }
        SoundFormat format =
                SoundFormat.declared(numbers >>> 44, (numbers >>> 41 & 7) + 1, new SampleEncoding(false, bits));
        head.put(4, LAST_BLOCK);
        FLACDecoder decoder = new FLACDecoder(new SequenceInputStream(new ByteArrayInputStream(bytes), in.rest()));
        decoder.readMetadata();
        return new FlacReader(format, numbers & 0xF_FFFF_FFFFL, decoder, warnings);
    }

    @Override
    public SoundFormat format() {
        return format;
    }

    @Override
    public String container() {
        return "flac";
    }

    @Override
    public OptionalLong declaredFrames() {
        return declared == 0 ? OptionalLong.empty() : OptionalLong.of(declared);
    }

    @Override
    public int read(float[] target, int offset, int frames) throws IOException {
        int done = 0;
        while (done < frames && !ended) {
            if (taken == blockSize) {
                nextBlock();
            }
            int count = Math.min(frames - done, blockSize - taken);
            take(target, offset + done * format.channels(), count);
            done += count;
        }
        return done;
    }

    private void take(float[] target, int offset, int count) {
        ChannelData[] channels = decoder.getChannelData();
        for (int channel = 0; channel < format.channels(); channel++) {
            int[] samples = channels[channel].getOutput();
            int at = offset + channel;
            for (int i = taken; i < taken + count; i++) {
                target[at] = samples[i] * scale;
                at += format.channels();
            }
        }
        taken += count;
    }

    /** Decodes the next block, or ends. The decoder must not be asked for more than was declared: it would not stop. */
    private void nextBlock() throws IOException {
        blockSize = 0;
        taken = 0;
        if (declared > 0 && position >= declared) {
            ended = true;
            return;
        }
        Frame frame = decodeFrame();
        if (frame == null) {
            ended = true;
            if (position < declared) {
                warnings.add("the header says " + declared + " frames, the file ends after " + position);
            } else if (damaged) {
                warnings.add("the file ends within a block or with something else than sound");
            }
            return;
        }
        if (frame.header.channels != format.channels()
                || frame.header.bitsPerSample != format.encoding().bits()
                || frame.header.sampleRate != format.sampleRate()) {
            throw new UnsupportedSoundException("the FLAC file changes its format after frame " + position);
        }
        blockSize = frame.header.blockSize;
        if (declared > 0) {
            blockSize = (int) Math.min(blockSize, declared - position);
        }
        position += blockSize;
    }

    /** The next whole block; null at the end of the file. */
    private Frame decodeFrame() throws IOException {
        int bad = decoder.getBadFrames();
        IOException cause = null;
        Frame frame = null;
        try {
            frame = decoder.readNextFrame();
        } catch (IOException e) {
            cause = e;
        }
        boolean skipped = frame != null && (damaged || decoder.getBadFrames() != bad);
        if (cause != null || skipped) {
            throw new IOException("the FLAC data is damaged after frame " + position, cause);
        }
        return frame;
    }

    /** Hears of wrong checksums, and of frames that do not begin where they should. */
    private final class DamageListener implements FrameListener {
        @Override
        public void processMetadata(Metadata metadata) {}

        @Override
        public void processFrame(Frame frame) {}

        @Override
        public void processError(String message) {
            damaged = true;
        }
    }
}
