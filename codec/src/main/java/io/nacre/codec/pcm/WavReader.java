package io.nacre.codec.pcm;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Locale;

/**
 * Reads WAV: RIFF, its big-endian form RIFX, and RF64 (EBU Tech 3306) and BW64 (ITU-R BS.2088), which give lengths of
 * 64 bits in a chunk {@code ds64}. The length of the whole file in its header is not looked at: it is often wrong.
 */
final class WavReader {
    /** For the length of data: written to a pipe, or in RF64 a reference to ds64. */
    private static final long NO_LENGTH = 0xFFFF_FFFFL;

    private WavReader() {}

    static boolean accepts(byte[] head) {
        return new String(head, ISO_8859_1).matches("(?s)(RIFF|RIFX|RF64|BW64)....WAVE.*");
    }

    /**
     * Reads up to the first sample.
     *
     * @param warnings receives what the user should know, until the last frame has been read
     */
    static PcmSource open(ByteInput in, List<String> warnings) throws IOException {
        byte[] head = in.header(12);
        String kind = new String(head, 0, 4, ISO_8859_1);
        ByteOrder order = kind.equals("RIFX") ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        String container = kind.endsWith("64") ? kind.toLowerCase(Locale.ROOT) : "wav";
        return open(container, in, ChunkWalker.riff(in, order, warnings), warnings);
    }

    /** Reads the chunks of a file, which are the same in Wave64, up to the first sample. */
    static PcmSource open(String container, ByteInput in, ChunkWalker walker, List<String> warnings)
            throws IOException {
        WaveFormat format = null;
        long length64 = RawPcm.UNKNOWN;
        for (ChunkWalker.Chunk chunk = walker.next(); chunk != null; chunk = walker.next()) {
            switch (chunk.name()) {
                case "ds64" -> {
                    long length = walker.fields(16).getLong(8);
                    length64 = length < 0 ? RawPcm.UNKNOWN : length;
                }
                case "fmt " -> format = WaveFormat.read(walker, chunk.size(), warnings);
                case "data" -> {
                    if (format == null) {
                        throw new IOException("no fmt chunk comes before the data chunk");
                    }
                    if (chunk.size() == NO_LENGTH) {
                        walker.resize(length64);
                    }
                    long length = walker.length();
                    Runnable epilogue = () -> warnOfMoreData(walker, warnings);
                    return new RawPcm(container, format.format(), format.decoder(), in, length, warnings, epilogue);
                }
                default -> {} // metadata: the next step leaves it behind
            }
        }
        throw new IOException("the WAV file has no " + (format == null ? "fmt" : "data") + " chunk");
    }

    private static void warnOfMoreData(ChunkWalker walker, List<String> warnings) {
        walker.contentRead();
        try {
            for (ChunkWalker.Chunk chunk = walker.next(); chunk != null; chunk = walker.next()) {
                if (chunk.name().equals("data")) {
                    warnings.add("the file has a second data chunk, which was left out");
                    return;
                }
            }
        } catch (IOException e) {
            // Tags that other programs glue behind the chunks are none of ours.
        }
    }
}
