package io.nacre.codec.raster;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writes pictures. PNG, TIFF (uncompressed), PPM, PGM and PAM are written as the rows come and hold one row; JPEG and
 * BMP need memory for the whole picture. Samples of 16 bits stay so in PNG, TIFF and Netpbm's formats and are rounded
 * to 8 bits in JPEG and BMP. JPEG is written with quality 0.95.
 */
public final class ImageOutput {
    private static final int MAX_JPEG_SIDE = 65535;

    private ImageOutput() {}

    /**
     * Writes a picture. The stream is neither buffered nor closed.
     *
     * @param format usual file name extension in any case: png, jpg, jpeg, tif, tiff, bmp, ppm, pgm, pnm or pam
     * @param metadata goes into PNG and JPEG; TIFF takes profile and XMP, other formats nothing
     * @return one clause for each thing that the format could not hold; mostly empty
     * @throws UnsupportedImageException if the format is unknown or cannot hold the picture; nothing was written then
     * @throws IOException if the source fails or the stream does
     */
    public static List<String> write(RowSource source, OutputStream out, String format, Metadata metadata)
            throws IOException {
        List<String> notes = new ArrayList<>();
        switch (format.toLowerCase(Locale.ROOT)) {
            case "png" -> PngWriter.write(source, out, fitting(metadata, source, notes));
            case "jpg", "jpeg" -> {
                requireOpaque(source, "JPEG", "png");
                if (Math.max(source.width(), source.height()) > MAX_JPEG_SIDE) {
                    throw new UnsupportedImageException("JPEG ends at 65535 pixels on a side; choose png");
                }
                FormatWriter.writeJpeg(source, out, fitting(metadata, source, notes), notes);
            }
            case "tif", "tiff" -> {
                if (metadata.exif() != null) {
                    notes.add("EXIF left out: it is not written to TIFF");
                }
                TiffWriter.write(source, out, fitting(metadata, source, notes));
            }
            case "bmp" -> {
                requireOpaque(source, "BMP", "png");
                dropAll(metadata, "BMP", notes);
                FormatWriter.writeBmp(source, out);
            }
            case "ppm", "pgm", "pnm", "pam" -> writePnm(source, out, format.toLowerCase(Locale.ROOT), metadata, notes);
            case "webp" -> throw new UnsupportedImageException("WebP cannot be written; choose png or jpg");
            default ->
                throw new UnsupportedImageException(
                        "\"" + format + "\" cannot be written; choose png, jpg, tif, bmp, ppm, pgm or pam");
        }
        return List.copyOf(notes);
    }

    private static void writePnm(
            RowSource source, OutputStream out, String format, Metadata metadata, List<String> notes)
            throws IOException {
        if (!format.equals("pam")) {
            requireOpaque(source, format.toUpperCase(Locale.ROOT), "pam");
        }
        if (format.equals("pgm") && !source.grey()) {
            throw new UnsupportedImageException("PGM holds grey only; choose ppm");
        }
        dropAll(metadata, format.toUpperCase(Locale.ROOT), notes);
        if (format.equals("pam")) {
            PnmWriter.writePam(source, out);
        } else if (source.grey() && !format.equals("ppm")) {
            PnmWriter.writePgm(source, out);
        } else {
            PnmWriter.writePpm(source, out);
        }
    }

    private static void requireOpaque(RowSource source, String format, String instead)
            throws UnsupportedImageException {
        if (source.alpha()) {
            throw new UnsupportedImageException(format + " has no transparency; choose " + instead);
        }
    }

    private static void dropAll(Metadata metadata, String format, List<String> notes) {
        if (metadata.exif() != null || metadata.icc() != null || metadata.xmp() != null) {
            notes.add("metadata left out: " + format + " holds none");
        }
    }

    /** A profile must describe as many channels as the file has. */
    private static Metadata fitting(Metadata metadata, RowSource source, List<String> notes) {
        byte[] icc = metadata.icc();
        if (icc == null || IccTransform.isGrey(icc) == source.grey()) {
            return metadata;
        }
        notes.add("ICC profile left out: it does not fit the picture's channels");
        return new Metadata(metadata.exif(), null, metadata.xmp());
    }
}
