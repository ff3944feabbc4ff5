package io.nacre.codec.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.Codec;
import io.nacre.codec.CodecFixture;
import io.nacre.codec.Monitor;
import io.nacre.codec.Picture;
import io.nacre.codec.PictureSettings;
import java.awt.Rectangle;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.event.IIOWriteProgressListener;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What ImageIO asks of every writer. */
class NacreImageWriterTest {
    @TempDir
    private static Path packs;

    private static Codec codec;
    private static NacreImageWriterSpi provider;

    private final BufferedImage image = CodecFixture.image(BufferedImage.TYPE_3BYTE_BGR, 120, 90);

    @BeforeAll
    static void open() {
        codec = CodecFixture.tiny(packs).build();
        provider = new NacreImageWriterSpi(codec);
    }

    @AfterAll
    static void close() {
        codec.close();
    }

    private static byte[] write(ImageWriter writer, IIOImage image, ImageWriteParam param) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ImageOutputStream out = new MemoryCacheImageOutputStream(bytes)) {
            writer.setOutput(out);
            writer.write(null, image, param);
        }
        return bytes.toByteArray();
    }

    private static NacreImageWriteParam param(ImageWriter writer, PictureSettings settings) {
        NacreImageWriteParam param = (NacreImageWriteParam) writer.getDefaultWriteParam();
        param.setSettings(settings);
        return param;
    }

    /** With the toy pack. */
    private static byte[] write(BufferedImage image) throws IOException {
        ImageWriter writer = provider.createWriterInstance(null);
        return write(writer, new IIOImage(image, null, null), param(writer, CodecFixture.PICTURE));
    }

    @Test
    void imageIoWritesAndReads() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, "nacre", out));
        BufferedImage read = ImageIO.read(new ByteArrayInputStream(out.toByteArray()));
        assertEquals(120, read.getWidth());
        double psnr =
                CodecFixture.psnr(Picture.of(image).bytes(), Picture.of(read).bytes());
        assertTrue(psnr > 25, "PSNR " + psnr);
        assertEquals(50, codec.info(out.toByteArray()).quality(), 0.05);
    }

    @Test
    void writesWhatTheCodecEncodes() throws IOException {
        assertArrayEquals(codec.encode(Picture.of(image), CodecFixture.PICTURE), write(image));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13})
    void everyTypeOfBufferedImage(int type) throws IOException {
        BufferedImage any = new BufferedImage(70, 50, type);
        assertTrue(provider.canEncodeImage(any));
        assertEquals(70, codec.openPicture(write(any)).info().width());
    }

    @Test
    void otherImagesAreRefusedBeforehand() throws IOException {
        ImageTypeSpecifier floats = ImageTypeSpecifier.createInterleaved(
                ColorSpace.getInstance(ColorSpace.CS_sRGB), new int[] {0, 1, 2}, DataBuffer.TYPE_FLOAT, false, false);
        assertFalse(provider.canEncodeImage(floats));
        assertFalse(ImageIO.write(floats.createBufferedImage(8, 8), "nacre", new ByteArrayOutputStream()));
    }

    @Test
    void qualityOfTheParameters() throws IOException {
        ImageWriter writer = provider.createWriterInstance(null);
        ImageWriteParam param = writer.getDefaultWriteParam();
        assertTrue(param.canWriteCompressed());
        param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        param.setCompressionType(param.getCompressionTypes()[0]);
        param.setCompressionQuality(0.2f);
        assertFalse(param.isCompressionLossless());
        NacreImageWriteParam own = assertInstanceOf(NacreImageWriteParam.class, param);
        byte[] expected = Codec.shared().encode(Picture.of(image), PictureSettings.ofQuality(20));
        assertArrayEquals(expected, Codec.shared().encode(Picture.of(image), own.getSettings()));
        param.unsetCompression();
        assertEquals(0.5f, param.getCompressionQuality());
        own.setSettings(CodecFixture.PICTURE);
        assertEquals(ImageWriteParam.MODE_COPY_FROM_METADATA, own.getCompressionMode());
        assertEquals(CodecFixture.PICTURE, own.getSettings());
    }

    @Test
    void sizeOfTheParameters() throws IOException {
        ImageWriter writer = provider.createWriterInstance(null);
        PictureSettings small = PictureSettings.ofBytes(1500).withPack("image-tiny");
        byte[] file = write(writer, new IIOImage(image, null, null), param(writer, small));
        assertTrue(file.length <= 1500, file.length + " bytes");
    }

    @Test
    void regionAndSubsampling() throws IOException {
        ImageWriter writer = provider.createWriterInstance(null);
        NacreImageWriteParam param = param(writer, CodecFixture.PICTURE);
        param.setSourceRegion(new Rectangle(20, 10, 200, 60));
        param.setSourceSubsampling(3, 2, 1, 0);
        byte[] file = write(writer, new IIOImage(image, null, null), param);
        BufferedImage expected = new BufferedImage(33, 30, BufferedImage.TYPE_3BYTE_BGR);
        for (int y = 0; y < 30; y++) {
            for (int x = 0; x < 33; x++) {
                expected.setRGB(x, y, image.getRGB(21 + 3 * x, 10 + 2 * y));
            }
        }
        assertArrayEquals(codec.encode(Picture.of(expected), CodecFixture.PICTURE), file);
        param.setSourceRegion(new Rectangle(500, 500, 2, 2));
        assertThrows(IllegalArgumentException.class, () -> write(writer, new IIOImage(image, null, null), param));
        BufferedImage child = image.getSubimage(20, 10, 50, 40);
        assertEquals(50, codec.openPicture(write(child)).info().width());
    }

    @Test
    void metadataTravelFromReaderToWriter() throws IOException {
        byte[] xmp = "<x/>".getBytes(StandardCharsets.UTF_8);
        byte[] first = codec.encode(Picture.of(image).withMetadata(new byte[] {1, 2}, xmp), CodecFixture.PICTURE);
        ImageReader reader = new NacreImageReaderSpi(codec).createReaderInstance(null);
        reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(first)));
        ImageWriter writer = provider.createWriterInstance(null);
        IIOImage all = reader.readAll(0, null);
        byte[] second = write(writer, all, param(writer, CodecFixture.PICTURE));
        assertArrayEquals(xmp, codec.openPicture(second).xmp().orElseThrow());
        assertArrayEquals(new byte[] {1, 2}, codec.openPicture(second).exif().orElseThrow());
    }

    @Test
    void statesAndRasters() {
        ImageWriter writer = provider.createWriterInstance(null);
        assertThrows(IllegalStateException.class, () -> writer.write(image));
        assertThrows(IllegalArgumentException.class, () -> writer.setOutput("a.nacre"));
        Raster raster = image.getData();
        assertThrows(UnsupportedOperationException.class, () -> write(writer, new IIOImage(raster, null, null), null));
        assertFalse(provider.getDescription(Locale.ROOT).isBlank());
    }

    /** Notes the calls and aborts at one of them. */
    private static final class Listener implements IIOWriteProgressListener {
        private final List<String> calls = new ArrayList<>();
        private final String abortsAt;

        Listener(String abortsAt) {
            this.abortsAt = abortsAt;
        }

        private void note(ImageWriter source, String call) {
            if (!calls.contains(call)) {
                calls.add(call);
            }
            if (call.equals(abortsAt)) {
                source.abort();
            }
        }

        @Override
        public void imageStarted(ImageWriter source, int imageIndex) {
            note(source, "started");
        }

        @Override
        public void imageProgress(ImageWriter source, float percentageDone) {
            note(source, "progress");
        }

        @Override
        public void imageComplete(ImageWriter source) {
            note(source, "complete");
        }

        @Override
        public void thumbnailStarted(ImageWriter source, int imageIndex, int thumbnailIndex) {
            note(source, "thumbnail");
        }

        @Override
        public void thumbnailProgress(ImageWriter source, float percentageDone) {
            note(source, "thumbnail");
        }

        @Override
        public void thumbnailComplete(ImageWriter source) {
            note(source, "thumbnail");
        }

        @Override
        public void writeAborted(ImageWriter source) {
            note(source, "aborted");
        }
    }

    private List<String> callsOfWrite(String abortsAt, int expectedLength) throws IOException {
        ImageWriter writer = provider.createWriterInstance(null);
        Listener listener = new Listener(abortsAt);
        writer.addIIOWriteProgressListener(listener);
        byte[] file = write(writer, new IIOImage(image, null, null), param(writer, CodecFixture.PICTURE));
        assertEquals(expectedLength, file.length);
        return listener.calls;
    }

    @Test
    void listenersHearAndAbort() throws IOException {
        int length = codec.encode(Picture.of(image), CodecFixture.PICTURE, new Monitor()).length;
        assertEquals(List.of("started", "progress", "complete"), callsOfWrite("never", length));
        assertEquals(List.of("started", "aborted"), callsOfWrite("started", 0));
        assertEquals(List.of("started", "progress", "aborted"), callsOfWrite("progress", 0));
    }
}
