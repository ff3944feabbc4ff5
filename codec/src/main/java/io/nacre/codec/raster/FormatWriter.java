package io.nacre.codec.raster;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Iterator;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** JPEG and BMP through the JDK's writers, which need the whole picture in memory. */
final class FormatWriter {
    private static final String JDK_WRITERS = "com.sun.imageio.";
    private static final float JPEG_QUALITY = 0.95f;

    private FormatWriter() {}

    static void writeJpeg(RowSource source, OutputStream out, Metadata metadata, List<String> notes)
            throws IOException {
        ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
        write("jpeg", "JPEG", JPEG_QUALITY, RowImages.of8Bits(source), jpeg);
        JpegMetadata.write(jpeg.toByteArray(), metadata, out, notes);
    }

    static void writeBmp(RowSource source, OutputStream out) throws IOException {
        write("bmp", "BI_RGB", -1, RowImages.of8Bits(source), out);
    }

    private static void write(String format, String compression, float quality, BufferedImage image, OutputStream out)
            throws IOException {
        ImageWriter writer = writer(format);
        try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionType(compression);
            if (quality >= 0) {
                param.setCompressionQuality(quality);
            }
            writer.setOutput(stream);
            writer.write(null, new IIOImage(image, null, null), param);
        } catch (RuntimeException e) {
            throw new IOException("the picture cannot be written as " + format, e);
        } finally {
            writer.dispose();
        }
    }

    private static ImageWriter writer(String format) throws IOException {
        Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
        while (writers.hasNext()) {
            ImageWriter writer = writers.next();
            if (writer.getClass().getName().startsWith(JDK_WRITERS)) {
                return writer;
            }
        }
        throw new IOException("this Java runtime has no writer for " + format);
    }
}
