package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Map;

/**
 * Reads AIFF (Apple, "Audio Interchange File Format", version 1.3) and AIFF-C (its draft of 1991). The sound chunk must
 * come behind the common chunk, as every program writes them.
 */
final class AiffReader {
    private static final int COMMON_BYTES = 18;
    private static final int SOUND_BYTES = 8; // before the frames: where the first begins, and the size of blocks

    private static final Map<String, String> FOREIGN = Map.of(
            "ima4", "IMA ADPCM",
            "MAC3", "MACE 3:1",
            "MAC6", "MACE 6:1",
            "GSM ", "GSM 6.10",
            "ADP4", "DVI ADPCM",
            "QDMC", "QDesign Music",
            "QDM2", "QDesign Music 2");

    private AiffReader() {}

    static boolean accepts(byte[] head) {
        return new String(head, ISO_8859_1).matches("(?s)FORM....AIF[FC].*");
    }

    /**
     * Reads up to the first sample.
     *
     * @param warnings receives what the user should know, until the last frame has been read
     */
    static PcmSource open(ByteInput in, List<String> warnings) throws IOException {
        boolean compressed = in.header(12)[11] == 'C';
        ChunkWalker walker = ChunkWalker.riff(in, ByteOrder.BIG_ENDIAN, warnings);
        Common common = null;
        for (ChunkWalker.Chunk chunk = walker.next(); chunk != null; chunk = walker.next()) {
            if (chunk.name().equals("COMM")) {
                common = common(walker, compressed, warnings);
            } else if (chunk.name().equals("SSND")) {
                if (common == null) {
                    throw new IOException("no COMM chunk comes before the SSND chunk");
                }
                return sound(common, in, walker, chunk.size(), warnings);
            }
        }
        if (common != null && common.frames == 0) {
            return source(common, in, 0, warnings); // it may lack a sound chunk then
        }
        throw new IOException("the AIFF file has no " + (common == null ? "COMM" : "SSND") + " chunk");
    }

    private record Common(SoundFormat format, SampleDecoder decoder, long frames) {
        int frameBytes() {
            return format.channels() * decoder.bytes();
        }
    }

    private static Common common(ChunkWalker walker, boolean compressed, List<String> warnings) throws IOException {
        ByteBuffer fields = walker.fields(COMMON_BYTES);
        int channels = Short.toUnsignedInt(fields.getShort(0));
        long frames = Integer.toUnsignedLong(fields.getInt(2));
        int bits = Short.toUnsignedInt(fields.getShort(6));
        double exact = extended(fields.getShort(8), fields.getLong(10));
        long rate = Math.round(exact);
        if (rate != exact) {
            warnings.add("the sample rate of " + exact + " Hz was taken as " + rate + " Hz");
        }
        String type = "NONE";
        if (compressed) {
            type = new String(walker.fields(4).array(), ISO_8859_1);
        }
        SampleDecoder decoder = decoder(type, bits);
        return new Common(SoundFormat.declared(rate, channels, decoder.encoding()), decoder, frames);
    }

    /** The value of an 80-bit number of the 68881: sign and exponent, then 64 bits with no hidden one. */
    private static double extended(short signAndExponent, long mantissa) {
        double magnitude = (mantissa >>> 1) * 2.0 + (mantissa & 1);
        return Math.scalb(signAndExponent < 0 ? -magnitude : magnitude, (signAndExponent & 0x7FFF) - 16383 - 63);
    }

    private static SampleDecoder decoder(String type, int bits) throws UnsupportedSoundException {
        return switch (type) {
            case "NONE", "twos", "in24", "in32" -> integerDecoder(bits, ByteOrder.BIG_ENDIAN);
            case "sowt" -> integerDecoder(bits, ByteOrder.LITTLE_ENDIAN);
            case "raw " -> IntegerDecoder.unsignedBytes();
            case "fl32", "FL32" -> new FloatDecoder(ByteOrder.BIG_ENDIAN);
            case "fl64", "FL64" -> new DoubleDecoder(ByteOrder.BIG_ENDIAN);
            case "alaw", "ALAW" -> G711Decoder.aLaw();
            case "ulaw", "ULAW" -> G711Decoder.muLaw();
            default -> {
                String name = type.replaceAll("[^ -~]", "?");
                throw unreadable(FOREIGN.getOrDefault(type, "sound of the type") + " \"" + name + "\"");
            }
        };
    }

    private static SampleDecoder integerDecoder(int bits, ByteOrder order) throws UnsupportedSoundException {
        if (bits < SampleEncoding.MIN_BITS || bits > 32) {
            throw unreadable("samples of " + bits + " bits");
        }
        return IntegerDecoder.signed(bits, order);
    }

    private static UnsupportedSoundException unreadable(String content) {
        return new UnsupportedSoundException("AIFF with " + content + " cannot be read; " + ForeignSound.CONVERT);
    }

    private static PcmSource sound(Common common, ByteInput in, ChunkWalker walker, long size, List<String> warnings)
            throws IOException {
        if (size == 0) {
            walker.resize(SOUND_BYTES); // its writer never came back
        }
        long offset = Integer.toUnsignedLong(walker.fields(SOUND_BYTES).getInt(0));
        in.skip(offset);
        long left = walker.length();
        long length = left == RawPcm.UNKNOWN ? RawPcm.UNKNOWN : Math.max(0, left - offset);
        long declared = common.frames * common.frameBytes();
        // What the chunk has beyond the declared frames fills up blocks.
        return source(common, in, declared > 0 ? Math.min(declared, length) : length, warnings);
    }

    private static PcmSource source(Common common, ByteInput in, long length, List<String> warnings) {
        return new RawPcm("aiff", common.format, common.decoder, in, length, warnings, () -> {});
    }
}
