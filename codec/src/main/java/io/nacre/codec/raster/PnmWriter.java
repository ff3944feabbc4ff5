package io.nacre.codec.raster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/** Writes the raw formats of Netpbm row by row: PGM (P5), PPM (P6) and PAM (P7). */
final class PnmWriter {
    private PnmWriter() {}

    static void writePgm(RowSource source, OutputStream out) throws IOException {
        writeHeader(out, "P5\n%d %d\n%d\n", source.width(), source.height(), source.maximum());
        new SampleRows(source).writeAll(out);
    }

    static void writePpm(RowSource source, OutputStream out) throws IOException {
        writeHeader(out, "P6\n%d %d\n%d\n", source.width(), source.height(), source.maximum());
        new SampleRows(source, 3).writeAll(out);
    }

    static void writePam(RowSource source, OutputStream out) throws IOException {
        int depth = (source.grey() ? 1 : 3) + (source.alpha() ? 1 : 0);
        String type = (source.grey() ? "GRAYSCALE" : "RGB") + (source.alpha() ? "_ALPHA" : "");
        writeHeader(
                out,
                "P7\nWIDTH %d\nHEIGHT %d\nDEPTH %d\nMAXVAL %d\nTUPLTYPE %s\nENDHDR\n",
                source.width(),
                source.height(),
                depth,
                source.maximum(),
                type);
        new SampleRows(source).writeAll(out);
    }

    private static void writeHeader(OutputStream out, String format, Object... values) throws IOException {
        out.write(String.format(Locale.ROOT, format, values).getBytes(US_ASCII));
    }
}
