package io.nacre.codec.raster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.List;

/**
 * A format that is recognised by its first bytes so as to be refused with advice.
 *
 * @param signature bytes that identify it, as Latin-1
 * @param offset where they stand
 * @param advice what the file is and what to do
 */
record ForeignFormat(String signature, int offset, String advice) {
    /** Bytes of a file's head that {@link #advice(byte[])} looks at. */
    static final int HEAD_BYTES = 16;

    private static final String AVIF = "AVIF cannot be read; convert it with: avifdec IN.avif OUT.png";
    private static final String HEIC = "HEIC cannot be read; convert it with: heif-convert IN.heic OUT.png";
    private static final String JPEG_XL = "JPEG XL cannot be read; convert it with: djxl IN.jxl OUT.png";
    private static final String JPEG_2000 =
            "JPEG 2000 cannot be read; convert it with: opj_decompress -i IN.jp2 -o OUT.png";
    private static final String LINEAR_LIGHT = " holds linear light of high dynamic range; tone-map it to PNG first";
    private static final String SVG = "SVG is a vector drawing; draw it with: rsvg-convert IN.svg -o OUT.png";

    private static final List<ForeignFormat> ALL = List.of(
            new ForeignFormat("\u008BNCR\r\n\u001A\n", 0, "a Nacre file, no picture to encode; see: nacre decode"),
            new ForeignFormat("ftypavif", 4, AVIF),
            new ForeignFormat("ftypavis", 4, AVIF),
            new ForeignFormat("ftyphei", 4, HEIC),
            new ForeignFormat("ftyphev", 4, HEIC),
            new ForeignFormat("ftypmif1", 4, HEIC),
            new ForeignFormat("ftypmsf1", 4, HEIC),
            new ForeignFormat("ftyp", 4, "films cannot be read; take a still with: ffmpeg -i IN -frames:v 1 OUT.png"),
            new ForeignFormat("\u00FF\n", 0, JPEG_XL),
            new ForeignFormat("\0\0\0\fJXL \r\n", 0, JPEG_XL),
            new ForeignFormat("\0\0\0\fjP  \r\n", 0, JPEG_2000),
            new ForeignFormat("\u00FFO\u00FFQ", 0, JPEG_2000),
            new ForeignFormat("qoif", 0, "QOI cannot be read; convert it with: magick IN.qoi OUT.png"),
            new ForeignFormat("DDS ", 0, "DDS cannot be read; convert it with: magick IN.dds OUT.png"),
            new ForeignFormat("v/1\u0001", 0, "OpenEXR" + LINEAR_LIGHT),
            new ForeignFormat("#?RADIANCE", 0, "Radiance HDR" + LINEAR_LIGHT),
            new ForeignFormat("#?RGBE", 0, "Radiance HDR" + LINEAR_LIGHT),
            new ForeignFormat("%PDF-", 0, "PDF is a document; draw a page with: pdftoppm -png IN.pdf OUT"),
            new ForeignFormat("<svg", 0, SVG),
            new ForeignFormat("<?xml", 0, SVG));

    /** What the file is and what to do; null if it is none of these formats. */
    static String advice(byte[] head) {
        String text = new String(head, ISO_8859_1);
        for (ForeignFormat format : ALL) {
            if (text.startsWith(format.signature, format.offset)) {
                return format.advice;
            }
        }
        return null;
    }
}
