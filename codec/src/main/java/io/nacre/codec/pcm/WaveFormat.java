package io.nacre.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * The {@code fmt} chunk of RIFF and Wave64: WAVEFORMAT, WAVEFORMATEX or WAVEFORMATEXTENSIBLE.
 *
 * @param format what it declares
 * @param decoder of its samples
 */
record WaveFormat(SoundFormat format, SampleDecoder decoder) {
    private static final int MIN_BYTES = 16;
    private static final int EXTENSIBLE_BYTES = 40;

    private static final int PCM = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int A_LAW = 6;
    private static final int MU_LAW = 7;
    private static final int EXTENSIBLE = 0xFFFE;

    /** KSDATAFORMAT_SUBTYPE_... without its first two bytes, which are a format tag. */
    private static final String SUBTYPE_TAIL = "000000001000800000aa00389b71";

    private static final Map<Integer, String> FOREIGN = Map.ofEntries(
            Map.entry(0x0002, "Microsoft ADPCM"),
            Map.entry(0x0011, "IMA ADPCM"),
            Map.entry(0x0022, "TrueSpeech"),
            Map.entry(0x0031, "GSM 6.10"),
            Map.entry(0x0040, "G.721 ADPCM"),
            Map.entry(0x0045, "G.726 ADPCM"),
            Map.entry(0x0050, "MPEG layer 2"),
            Map.entry(0x0055, "MP3"),
            Map.entry(0x0064, "G.726 ADPCM"),
            Map.entry(0x0092, "AC-3"),
            Map.entry(0x00FF, "AAC"),
            Map.entry(0x0160, "Windows Media Audio"),
            Map.entry(0x0161, "Windows Media Audio"),
            Map.entry(0x0162, "Windows Media Audio"),
            Map.entry(0x1610, "AAC"),
            Map.entry(0x2000, "AC-3"),
            Map.entry(0x2001, "DTS"),
            Map.entry(0x674F, "Vorbis"),
            Map.entry(0xF1AC, "FLAC"));

    /**
     * Reads the chunk at which a walker stands.
     *
     * @param size that it declares
     * @param warnings receives what the user should know
     * @throws UnsupportedSoundException if its samples cannot be read
     * @throws IOException if it is damaged or cut short
     */
    static WaveFormat read(ChunkWalker walker, long size, List<String> warnings) throws IOException {
        if (size < MIN_BYTES) {
            throw new IOException("the fmt chunk has " + size + " bytes, less than its " + MIN_BYTES);
        }
        ByteBuffer fields = walker.fields((int) Math.min(size, EXTENSIBLE_BYTES));
        int tag = Short.toUnsignedInt(fields.getShort(0));
        int channels = Short.toUnsignedInt(fields.getShort(2));
        long rate = Integer.toUnsignedLong(fields.getInt(4));
        int frameBytes = Short.toUnsignedInt(fields.getShort(12));
        int bits = Short.toUnsignedInt(fields.getShort(14));
        int validBits = bits;
        if (tag == EXTENSIBLE) {
            tag = subFormat(fields);
            validBits = Short.toUnsignedInt(fields.getShort(18));
        }
        SampleDecoder decoder = decoder(tag, bits, validBits, fields.order());
        SoundFormat format = SoundFormat.declared(rate, channels, decoder.encoding());
        checkFrame(format, decoder, frameBytes, warnings);
        return new WaveFormat(format, decoder);
    }

    private static int subFormat(ByteBuffer fields) throws IOException {
        if (fields.capacity() < EXTENSIBLE_BYTES) {
            throw new IOException("the fmt chunk is too short for an extensible format");
        }
        byte[] guid = new byte[16];
        fields.get(24, guid);
        // A GUID's first number is a 32-bit one, its second and third have 16 bits, in the order of the file.
        int tag = fields.getInt(24);
        ByteBuffer littleEndian = ByteBuffer.allocate(16).order(ByteOrder.LITTLE_ENDIAN);
        littleEndian.putInt(tag).putShort(fields.getShort(28)).putShort(fields.getShort(30));
        littleEndian.put(guid, 8, 8);
        String text = HexFormat.of().formatHex(littleEndian.array());
        if (!text.endsWith(SUBTYPE_TAIL)) {
            throw unreadable("sound of the sub-format " + text);
        }
        return tag;
    }

    private static SampleDecoder decoder(int tag, int bits, int validBits, ByteOrder order)
            throws UnsupportedSoundException {
        return switch (tag) {
            case PCM -> integerDecoder(bits, validBits, order);
            case IEEE_FLOAT ->
                switch (bits) {
                    case 32 -> new FloatDecoder(order);
                    case 64 -> new DoubleDecoder(order);
                    default -> throw unreadable("floating-point samples of " + bits + " bits");
                };
            case A_LAW -> G711Decoder.aLaw();
            case MU_LAW -> G711Decoder.muLaw();
            default ->
                throw unreadable(FOREIGN.getOrDefault(tag, "sound of an unknown kind")
                        + String.format(Locale.ROOT, " (format tag 0x%04X)", tag));
        };
    }

    private static SampleDecoder integerDecoder(int bits, int validBits, ByteOrder order)
            throws UnsupportedSoundException {
        if (bits < SampleEncoding.MIN_BITS || bits > SampleEncoding.MAX_BITS) {
            throw unreadable("samples of " + bits + " bits");
        }
        if (bits == 8) {
            return IntegerDecoder.unsignedBytes();
        }
        boolean sensible = validBits >= SampleEncoding.MIN_BITS && validBits <= bits;
        return IntegerDecoder.signed(sensible ? validBits : bits, (bits + 7) / 8, order);
    }

    private static UnsupportedSoundException unreadable(String content) {
        return new UnsupportedSoundException("WAV with " + content + " cannot be read; " + ForeignSound.CONVERT);
    }

    /** Whether samples lie as close as their bits say. */
    private static void checkFrame(SoundFormat format, SampleDecoder decoder, int declared, List<String> warnings)
            throws UnsupportedSoundException {
        int expected = format.channels() * decoder.bytes();
        if (declared == expected) {
            return;
        }
        if (declared > expected && declared % format.channels() == 0) {
            throw unreadable(format.encoding() + " samples in " + declared / format.channels() + " bytes each");
        }
        warnings.add("the header says " + declared + " bytes a frame, which were taken as " + expected);
    }
}
