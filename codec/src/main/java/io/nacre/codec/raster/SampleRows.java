package io.nacre.codec.raster;

import java.io.IOException;
import java.io.OutputStream;

/** Rows of a picture as the bytes of a file: interleaved samples, those of 16 bits big-endian. */
final class SampleRows {
    private final RowSource source;
    private final int[] rgba;
    private final int colours;
    private final int channels;
    private final int bytesPerSample;

    /** The channels that the picture has: grey or R G B, then alpha if there is some. */
    SampleRows(RowSource source) {
        this(source, source.grey() ? 1 : 3);
    }

    /** @param colours 1 for grey, 3 for R G B */
    SampleRows(RowSource source, int colours) {
        this.source = source;
        this.colours = colours;
        channels = colours + (source.alpha() ? 1 : 0);
        bytesPerSample = source.maximum() > 255 ? 2 : 1;
        rgba = new int[Math.multiplyExact(4, source.width())];
    }

    int bytesPerPixel() {
        return channels * bytesPerSample;
    }

    /** Bytes of a row. */
    int length() {
        return Math.multiplyExact(bytesPerPixel(), source.width());
    }

    /** Writes all rows. */
    void writeAll(OutputStream out) throws IOException {
        byte[] row = new byte[length()];
        for (int y = 0; y < source.height(); y++) {
            read(y, row, 0);
            out.write(row);
        }
    }

    /** Fetches row {@code y} and puts it into {@code row} from {@code offset} on. */
    void read(int y, byte[] row, int offset) throws IOException {
        source.readRow(y, rgba);
        int out = offset;
        for (int i = 0; i < rgba.length; i += 4) {
            for (int channel = 0; channel < channels; channel++) {
                int sample = rgba[i + (channel < colours ? channel : 3)];
                if (bytesPerSample == 2) {
                    row[out++] = (byte) (sample >> 8);
                }
                row[out++] = (byte) sample;
            }
        }
    }
}
