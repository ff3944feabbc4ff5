package io.nacre.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;

/** Reads AU (NeXT and Sun, "audio file format", manual page au(4)). */
final class AuReader {
    private static final int MAGIC = 0x2E736E64; // .snd
    private static final int HEADER_BYTES = 24;
    private static final long NO_LENGTH = 0xFFFF_FFFFL;

    private AuReader() {}

    static boolean accepts(byte[] head) {
        return head.length >= Integer.BYTES && ByteBuffer.wrap(head).getInt() == MAGIC;
    }

    /**
     * Reads up to the first sample.
     *
     * @param warnings receives what the user should know, until the last frame has been read
     */
    static PcmSource open(ByteInput in, List<String> warnings) throws IOException {
        ByteBuffer header = in.fields(HEADER_BYTES, ByteOrder.BIG_ENDIAN);
        long start = Integer.toUnsignedLong(header.getInt(4));
        long length = Integer.toUnsignedLong(header.getInt(8));
        SampleDecoder decoder = decoder(header.getInt(12));
        long rate = Integer.toUnsignedLong(header.getInt(16));
        long channels = Integer.toUnsignedLong(header.getInt(20));
        SoundFormat format = SoundFormat.declared(rate, channels, decoder.encoding());
        if (start < HEADER_BYTES) {
            throw new IOException("the AU header says that the sound begins within it, at byte " + start);
        }
        in.skip(start - HEADER_BYTES); // a comment
        if (length == NO_LENGTH) {
            length = RawPcm.UNKNOWN;
        } else if (length == 0 && !in.atEnd()) {
            length = RawPcm.UNKNOWN;
            warnings.add(RawPcm.UNFINISHED);
        }
        return new RawPcm("au", format, decoder, in, length, warnings, () -> {});
    }

    private static SampleDecoder decoder(int encoding) throws UnsupportedSoundException {
        return switch (encoding) {
            case 1 -> G711Decoder.muLaw();
            case 2, 3, 4, 5 -> IntegerDecoder.signed(8 * (encoding - 1), ByteOrder.BIG_ENDIAN);
            case 6 -> new FloatDecoder(ByteOrder.BIG_ENDIAN);
            case 7 -> new DoubleDecoder(ByteOrder.BIG_ENDIAN);
            case 27 -> G711Decoder.aLaw();
            default -> {
                String name = encoding >= 23 && encoding <= 26 ? "ADPCM" : "sound of an unknown kind";
                throw new UnsupportedSoundException(
                        "AU with " + name + " (encoding " + encoding + ") cannot be read; " + ForeignSound.CONVERT);
            }
        };
    }
}
