package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * What comes before the samples of a WAV file. Beyond two channels it is extensible and assigns no positions; beyond
 * 4 GiB it is RF64 (EBU Tech 3306).
 *
 * @param format integers of 16 or 24 bits or floats of 32
 * @param room whether to leave room for lengths of 64 bits, so that the header's length does not depend on the sound's
 */
record WavHeader(SoundFormat format, boolean room) {
    /** In place of a number of frames. */
    static final long UNKNOWN = -1;

    private static final int CHUNK = 8; // bytes of a chunk's header
    private static final int DS64_BYTES = 28;
    private static final int MAX_BYTES = 128;
    private static final int NO_LENGTH = 0xFFFF_FFFF;
    private static final long MAX_LENGTH = 0xFFFF_FFFEL;

    /** KSDATAFORMAT_SUBTYPE_PCM and its kin behind the format tag. */
    private static final byte[] SUBTYPE_TAIL = {
        0, 0, 0, 0, 0x10, 0, (byte) 0x80, 0, 0, (byte) 0xAA, 0, 0x38, (byte) 0x9B, 0x71
    };

    int frameBytes() {
        return format.channels() * format.encoding().bits() / 8;
    }

    /** The header of a sound of so many frames; {@link #UNKNOWN} for one whose length nobody will fill in. */
    byte[] bytes(long frames) {
        boolean floating = format.encoding().floating();
        boolean extensible = format.channels() > 2;
        int formatBytes = extensible ? 40 : floating ? 18 : 16;
        int fixed = 4 + (CHUNK + formatBytes) + (floating ? CHUNK + 4 : 0) + CHUNK; // from WAVE to the data's header
        long data = frames == UNKNOWN ? 0 : frames * frameBytes();
        boolean wide = fixed + CHUNK + DS64_BYTES + data + 1 > MAX_LENGTH;
        boolean roomy = room || wide;
        long riff = fixed + (roomy ? CHUNK + DS64_BYTES : 0) + data + (data & 1);
        boolean noLength = wide || frames == UNKNOWN;

        ByteBuffer out = ByteBuffer.allocate(MAX_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        name(out, wide ? "RF64" : "RIFF").putInt(noLength ? NO_LENGTH : (int) riff);
        name(out, "WAVE");
        if (roomy) {
            name(out, wide ? "ds64" : "JUNK").putInt(DS64_BYTES);
            out.putLong(wide ? riff : 0)
                    .putLong(wide ? data : 0)
                    .putLong(wide ? frames : 0)
                    .putInt(0);
        }
        name(out, "fmt ").putInt(formatBytes);
        putFormat(out, extensible);
        if (floating) {
            name(out, "fact").putInt(4).putInt(noLength ? NO_LENGTH : (int) frames);
        }
        name(out, "data").putInt(noLength ? NO_LENGTH : (int) data);
        byte[] bytes = new byte[out.position()];
        out.get(0, bytes);
        return bytes;
    }

    private void putFormat(ByteBuffer out, boolean extensible) {
        int bits = format.encoding().bits();
        short tag = (short) (format.encoding().floating() ? 3 : 1);
        out.putShort(extensible ? (short) 0xFFFE : tag).putShort((short) format.channels());
        out.putInt(format.sampleRate()).putInt(format.sampleRate() * frameBytes());
        out.putShort((short) frameBytes()).putShort((short) bits);
        if (extensible) {
            out.putShort((short) 22)
                    .putShort((short) bits)
                    .putInt(0)
                    .putShort(tag)
                    .put(SUBTYPE_TAIL);
        } else if (format.encoding().floating()) {
            out.putShort((short) 0);
        }
    }

    private static ByteBuffer name(ByteBuffer out, String name) {
        return out.put(name.getBytes(ISO_8859_1));
    }
}
