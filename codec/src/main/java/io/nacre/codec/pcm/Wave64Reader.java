package io.nacre.codec.pcm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.List;

/** Reads Wave64 (Sony Pictures Digital, "Sony Wave64 file format", 2006): WAV with GUIDs for names and 64-bit sizes. */
final class Wave64Reader {
    private static final byte[] RIFF_GUID = HexFormat.of().parseHex("726966662e91cf11a5d628db04c10000");
    private static final byte[] WAVE_GUID = HexFormat.of().parseHex("77617665f3acd3118cd100c04f8edb8a");
    private static final int HEADER_BYTES = 40; // both, and the file's size between them

    private Wave64Reader() {}

    static boolean accepts(byte[] head) {
        ByteBuffer bytes = ByteBuffer.wrap(head);
        return head.length >= HEADER_BYTES
                && bytes.slice(0, 16).equals(ByteBuffer.wrap(RIFF_GUID))
                && bytes.slice(24, 16).equals(ByteBuffer.wrap(WAVE_GUID));
    }

    /**
     * Reads up to the first sample.
     *
     * @param warnings receives what the user should know, until the last frame has been read
     */
    static PcmSource open(ByteInput in, List<String> warnings) throws IOException {
        in.header(HEADER_BYTES);
        return WavReader.open("w64", in, ChunkWalker.wave64(in, warnings), warnings);
    }
}
