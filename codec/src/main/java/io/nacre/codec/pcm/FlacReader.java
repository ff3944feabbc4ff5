package io.nacre.codec.pcm;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;

/**
 * Reads FLAC (RFC 9639) of 4 to 32 bits and 1 to 8 channels. All checksums are compared: a block with a wrong one is an
 * error, a wrong MD5 digest of all samples a warning, since only the header can be wrong then.
 */
final class FlacReader implements PcmSource {
    private static final int MAGIC = 0x664C6143; // fLaC
    private static final int STREAM_INFO_BYTES = 34;
    private static final int MIN_BITS = 4;
    private static final int MAX_BITS = 32;
    private static final byte[][] TAGS = {{'T', 'A', 'G'}, {'A', 'P', 'E', 'T', 'A', 'G', 'E', 'X'}};

    private final SoundFormat format;
    private final int bits; // of a sample
    private final long declared; // frames; 0 if not known
    private final FlacBits in;
    private final FlacFrame block;
    private final FlacDigest digest;
    private final List<String> warnings;
    private boolean ended;
    private long position; // frames decoded
    private int blockSize;
    private int taken; // of the block

    private FlacReader(SoundFormat format, ByteBuffer info, ByteInput in, List<String> warnings) {
        this.format = format;
        this.warnings = warnings;
        bits = bits(info);
        declared = info.getLong(10) & 0xF_FFFF_FFFFL;
        byte[] md5 = new byte[FlacDigest.BYTES];
        info.get(18, md5);
        digest = new FlacDigest(md5);
        this.in = new FlacBits(in.rest());
        block = new FlacFrame(this.in, format.channels());
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
        in.skip(Integer.BYTES);
        int head = in.fields(Integer.BYTES, ByteOrder.BIG_ENDIAN).getInt();
        if ((head & 0x7FFF_FFFF) != STREAM_INFO_BYTES) {
            throw new IOException("the FLAC file does not begin with its stream info");
        }
        ByteBuffer info = in.fields(STREAM_INFO_BYTES, ByteOrder.BIG_ENDIAN);
        while (head >= 0) { // the sign bit marks the last block of metadata
            head = in.fields(Integer.BYTES, ByteOrder.BIG_ENDIAN).getInt();
            in.skip(head & 0xFF_FFFF);
        }
        int bits = bits(info);
        if (bits < MIN_BITS || bits > MAX_BITS) {
            throw new UnsupportedSoundException("FLAC of " + bits + " bits cannot be read; " + ForeignSound.CONVERT);
        }
        long numbers = info.getLong(10);
        SampleEncoding encoding = new SampleEncoding(false, Math.max(bits, SampleEncoding.MIN_BITS));
        SoundFormat format = SoundFormat.declared(numbers >>> 44, (numbers >>> 41 & 7) + 1, encoding);
        return new FlacReader(format, info, in, warnings);
    }

    private static int bits(ByteBuffer info) {
        return (int) (info.getLong(10) >>> 36 & 31) + 1;
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
        float scale = Math.scalb(1f, 1 - bits);
        for (int channel = 0; channel < format.channels(); channel++) {
            long[] samples = block.samples()[channel];
            int at = offset + channel;
            for (int i = taken; i < taken + count; i++) {
                target[at] = samples[i] * scale;
                at += format.channels();
            }
        }
        taken += count;
    }

    private void nextBlock() throws IOException {
        blockSize = 0;
        taken = 0;
        byte[] head = (declared > 0 && position >= declared) ? new byte[0] : in.peek(FlacFrameHeader.MAX_BYTES);
        if (head.length == 0 || tagged(head)) {
            end();
            return;
        }
        try {
            FlacFrameHeader header = FlacFrameHeader.parse(head);
            checkFormat(header);
            block.decode(header, bits);
            blockSize = header.blockSize();
        } catch (EOFException e) {
            cut();
            return;
        } catch (FlacDamageException e) {
            throw new IOException("the FLAC data is damaged after frame " + position, e);
        }
        if (declared > 0) {
            blockSize = (int) Math.min(blockSize, declared - position);
        }
        digest.update(block.samples(), blockSize, bits);
        position += blockSize;
    }

    /** Whether one of the tags begins that programs put behind the sound, of which FLAC knows nothing. */
    private static boolean tagged(byte[] head) {
        for (byte[] tag : TAGS) {
            if (Arrays.mismatch(head, tag) == tag.length) {
                return true;
            }
        }
        return false;
    }

    private void checkFormat(FlacFrameHeader header) throws UnsupportedSoundException {
        if (header.channels() != format.channels()
                || (header.bits() != 0 && header.bits() != bits)
                || (header.sampleRate() != 0 && header.sampleRate() != format.sampleRate())) {
            throw new UnsupportedSoundException("the FLAC file changes its format after frame " + position);
        }
    }

    private void end() {
        if (position < declared) {
            cut();
        } else if (!digest.matches()) {
            warnings.add("the sound is not the one of which the FLAC file holds the MD5 digest");
        }
        ended = true;
    }

    private void cut() {
        warnings.add(
                declared > 0
                        ? "the header says " + declared + " frames, the file ends after " + position
                        : "the file ends within a block, which was left out");
        ended = true;
    }
}
