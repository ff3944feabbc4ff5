package io.nacre.codec.imageio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.nacre.codec.Codec;
import io.nacre.codec.CodecException;
import io.nacre.codec.CodecFixture;
import io.nacre.codec.LimitExceededException;
import io.nacre.codec.Picture;
import io.nacre.codec.Sound;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.SplittableRandom;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.event.IIOReadProgressListener;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataFormatImpl;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** What ImageIO asks of every reader. */
class NacreImageReaderTest {
    private static final int WIDTH = 300;
    private static final int HEIGHT = 200;

    @TempDir
    private static Path packs;

    private static Codec codec;
    private static NacreImageReaderSpi provider;
    private static byte[] file;
    private static byte[] whole;

    @BeforeAll
    static void open() throws IOException {
        codec = CodecFixture.tiny(packs).build();
        provider = new NacreImageReaderSpi(codec);
        file = encoded(3, 8);
        whole = codec.openPicture(file).decode().bytes();
    }

    @AfterAll
    static void close() {
        codec.close();
    }

    private static byte[] encoded(int channels, int bits) throws IOException {
        byte[] bytes = CodecFixture.bytes(WIDTH, HEIGHT, channels);
        if (bits == 8) {
            return codec.encode(Picture.of(WIDTH, HEIGHT, channels, bytes), CodecFixture.PICTURE);
        }
        short[] shorts = new short[bytes.length];
        for (int i = 0; i < shorts.length; i++) {
            shorts[i] = (short) (257 * (bytes[i] & 0xFF));
        }
        return codec.encode(Picture.of(WIDTH, HEIGHT, channels, shorts), CodecFixture.PICTURE);
    }

    private static ImageInputStream stream(byte[] bytes) {
        return new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes));
    }

    private static ImageReader reader(byte[] bytes) {
        ImageReader reader = provider.createReaderInstance(null);
        reader.setInput(stream(bytes));
        return reader;
    }

    private static int sample(int x, int y, int channel) {
        return whole[3 * (y * WIDTH + x) + channel] & 0xFF;
    }

    @Test
    void isFoundByNameSuffixMediaTypeAndContent() throws IOException {
        assertTrue(ImageIO.getImageReadersByFormatName("nacre").hasNext());
        assertTrue(ImageIO.getImageReadersBySuffix("nacre").hasNext());
        assertTrue(ImageIO.getImageReadersByMIMEType("image/x-nacre").hasNext());
        try (ImageInputStream in = stream(file)) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            assertInstanceOf(NacreImageReaderSpi.class, readers.next().getOriginatingProvider());
            assertFalse(readers.hasNext());
        }
        assertEquals("nacre", reader(file).getFormatName());
    }

    @Test
    void probingLeavesTheStreamWhereItStood() throws IOException {
        byte[] shifted = new byte[file.length + 7];
        System.arraycopy(file, 0, shifted, 7, file.length);
        try (ImageInputStream in = stream(shifted)) {
            in.seek(7);
            assertTrue(provider.canDecodeInput(in));
            assertEquals(7, in.getStreamPosition());
            ImageReader reader = provider.createReaderInstance(null);
            reader.setInput(in);
            assertEquals(WIDTH, reader.getWidth(0));
            in.seek(0);
            assertFalse(provider.canDecodeInput(in));
            assertEquals(0, in.getStreamPosition());
        }
        assertFalse(provider.canDecodeInput(stream(new byte[0])));
        assertFalse(provider.canDecodeInput(stream(Arrays.copyOf(file, 5))));
        assertFalse(provider.canDecodeInput("a.nacre"));
        assertTrue(provider.canDecodeInput(stream(Arrays.copyOf(file, 20))), "cut short, but one of ours");
        byte[] sound = codec.encode(Sound.of(16000, 1, CodecFixture.tones(16000, 1, 9000)), CodecFixture.SOUND);
        assertFalse(provider.canDecodeInput(stream(sound)));
    }

    @Test
    void readsWhatTheCodecDecodes() throws IOException {
        BufferedImage image = reader(file).read(0);
        assertEquals(BufferedImage.TYPE_3BYTE_BGR, image.getType());
        assertArrayEquals(whole, Picture.of(image).bytes());
    }

    @ParameterizedTest
    @CsvSource({"1, 8", "2, 8", "3, 8", "4, 8", "1, 16", "2, 16", "3, 16", "4, 16"})
    void everyAnnouncedTypeCanBeRead(int channels, int bits) throws IOException {
        byte[] coded = encoded(channels, bits);
        short[] expected = codec.openPicture(coded).decode().shorts();
        ImageReader reader = reader(coded);
        List<ImageTypeSpecifier> types = new ArrayList<>();
        reader.getImageTypes(0).forEachRemaining(types::add);
        assertEquals(types.get(0), reader.getRawImageType(0));
        for (ImageTypeSpecifier type : types) {
            ImageReadParam param = reader.getDefaultReadParam();
            param.setDestinationType(type);
            BufferedImage image = reader.read(0, param);
            assertEquals(type.getColorModel(), image.getColorModel());
            assertEquals(bits, image.getColorModel().getComponentSize(0));
            Picture read = Picture.of(image);
            short[] samples = read.shorts();
            for (int pixel = 0; pixel < WIDTH * HEIGHT; pixel += 97) {
                String where = type + ", pixel " + pixel;
                assertEquals(expected[channels * pixel], samples[read.channels() * pixel], where);
                if (channels % 2 == 0) {
                    int last = read.channels() * (pixel + 1) - 1;
                    assertEquals(expected[channels * (pixel + 1) - 1], samples[last], where);
                }
            }
        }
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestinationType(ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_BYTE_BINARY));
        assertThrows(IIOException.class, () -> reader.read(0, param));
    }

    @Test
    void sourceRegionIsThePart() throws IOException {
        long seed = 21;
        SplittableRandom random = new SplittableRandom(seed);
        ImageReader reader = reader(file);
        for (int i = 0; i < 10; i++) {
            int stepX = random.nextInt(1, 5);
            int stepY = random.nextInt(1, 5);
            int offsetX = random.nextInt(stepX);
            int offsetY = random.nextInt(stepY);
            Rectangle region = new Rectangle(
                    random.nextInt(WIDTH - 10),
                    random.nextInt(HEIGHT - 10),
                    random.nextInt(10, 120),
                    random.nextInt(10, 90));
            ImageReadParam param = reader.getDefaultReadParam();
            param.setSourceRegion(region);
            param.setSourceSubsampling(stepX, stepY, offsetX, offsetY);
            BufferedImage image = reader.read(0, param);
            Rectangle inside = region.intersection(new Rectangle(WIDTH, HEIGHT));
            String where = "seed " + seed + ", " + region + " by " + stepX + "," + stepY;
            assertEquals((inside.width - offsetX - 1) / stepX + 1, image.getWidth(), where);
            assertEquals((inside.height - offsetY - 1) / stepY + 1, image.getHeight(), where);
            for (int y = 0; y < image.getHeight(); y++) {
                for (int x = 0; x < image.getWidth(); x++) {
                    int expected = sample(region.x + offsetX + x * stepX, region.y + offsetY + y * stepY, 1);
                    // Windows of another size compute floats in another order.
                    assertEquals(expected, image.getRaster().getSample(x, y, 1), 1, where);
                }
            }
        }
    }

    @Test
    void destinationAndOffset() throws IOException {
        BufferedImage canvas = new BufferedImage(400, 300, BufferedImage.TYPE_INT_RGB);
        ImageReader reader = reader(file);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setDestination(canvas);
        param.setDestinationOffset(new Point(350, 10));
        assertSame(canvas, reader.read(0, param));
        assertEquals(sample(0, 0, 0), canvas.getRaster().getSample(350, 10, 0), 1);
        assertEquals(sample(49, 150, 2), canvas.getRaster().getSample(399, 160, 2), 1);
        assertEquals(0, canvas.getRaster().getSample(349, 10, 0));
        assertEquals(0, canvas.getRaster().getSample(360, 9, 0));

        param.setDestination(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED));
        assertThrows(IIOException.class, () -> reader.read(0, param));
        param.setDestination(new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY));
        assertThrows(IIOException.class, () -> reader.read(0, param));
        param.setDestination(null);
        param.setDestinationOffset(new Point(-WIDTH, 0));
        assertThrows(IllegalArgumentException.class, () -> reader.read(0, param));
    }

    @Test
    void bands() throws IOException {
        ImageReader reader = reader(file);
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceBands(new int[] {2, 0});
        param.setDestinationBands(new int[] {0, 2});
        BufferedImage image = reader.read(0, param);
        assertEquals(sample(120, 80, 2), image.getRaster().getSample(120, 80, 0));
        assertEquals(0, image.getRaster().getSample(120, 80, 1));
        assertEquals(sample(120, 80, 0), image.getRaster().getSample(120, 80, 2));
        param.setSourceBands(new int[] {0});
        assertThrows(IllegalArgumentException.class, () -> reader.read(0, param));
        param.setSourceBands(new int[] {3, 0});
        assertThrows(IllegalArgumentException.class, () -> reader.read(0, param));
    }

    @Test
    void tilesTileThePicture() throws IOException {
        ImageReader reader = reader(file);
        assertTrue(reader.isImageTiled(0));
        assertTrue(reader.isRandomAccessEasy(0));
        assertEquals(64, reader.getTileWidth(0));
        BufferedImage last = reader.readTile(0, 4, 3);
        assertEquals(WIDTH - 256, last.getWidth());
        assertEquals(HEIGHT - 192, last.getHeight());
        assertEquals(sample(260, 195, 0), last.getRaster().getSample(4, 3, 0), 1);
        assertThrows(IllegalArgumentException.class, () -> reader.readTile(0, 5, 0));
        assertThrows(IllegalArgumentException.class, () -> reader.readTile(0, 0, -1));
    }

    @Test
    void readsAgain() throws IOException {
        ImageReader reader = reader(file);
        assertArrayEquals(
                Picture.of(reader.read(0)).bytes(), Picture.of(reader.read(0)).bytes());
        byte[] other = encoded(1, 8);
        reader.setInput(stream(other));
        assertEquals(1, reader.getRawImageType(0).getNumBands());
    }

    @Test
    void statesAndIndexes() throws IOException {
        ImageReader reader = provider.createReaderInstance(null);
        assertThrows(IllegalStateException.class, () -> reader.read(0));
        assertThrows(IllegalStateException.class, () -> reader.getWidth(0));
        assertThrows(IllegalStateException.class, () -> reader.getNumImages(true));
        assertThrows(IllegalArgumentException.class, () -> reader.setInput("a.nacre"));
        reader.setInput(stream(file));
        assertEquals(1, reader.getNumImages(false));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.getWidth(1));
        assertThrows(IndexOutOfBoundsException.class, () -> reader.read(-1));
        assertEquals((float) WIDTH / HEIGHT, reader.getAspectRatio(0));
        reader.reset();
        assertThrows(IllegalStateException.class, () -> reader.read(0));
        reader.setInput(stream(file));
        reader.setInput(null);
        assertThrows(IllegalStateException.class, () -> reader.getHeight(0));
        reader.setInput(stream(file));
        reader.dispose();
        assertThrows(IllegalStateException.class, () -> reader.read(0));
    }

    /** Notes the calls and aborts at one of them. */
    private static final class Listener implements IIOReadProgressListener {
        private final List<String> calls = new ArrayList<>();
        private final String abortsAt;
        private float share;

        Listener(String abortsAt) {
            this.abortsAt = abortsAt;
        }

        private void note(ImageReader source, String call) {
            calls.add(call);
            if (call.equals(abortsAt)) {
                source.abort();
            }
        }

        @Override
        public void sequenceStarted(ImageReader source, int minIndex) {
            note(source, "sequence");
        }

        @Override
        public void sequenceComplete(ImageReader source) {
            note(source, "sequence complete");
        }

        @Override
        public void imageStarted(ImageReader source, int imageIndex) {
            note(source, "started");
        }

        @Override
        public void imageProgress(ImageReader source, float percentageDone) {
            assertTrue(percentageDone >= share && percentageDone <= 100);
            share = percentageDone;
            if (!calls.contains("progress")) {
                note(source, "progress");
            }
        }

        @Override
        public void imageComplete(ImageReader source) {
            note(source, "complete");
        }

        @Override
        public void thumbnailStarted(ImageReader source, int imageIndex, int thumbnailIndex) {
            note(source, "thumbnail");
        }

        @Override
        public void thumbnailProgress(ImageReader source, float percentageDone) {
            if (!calls.contains("thumbnail progress")) {
                note(source, "thumbnail progress");
            }
        }

        @Override
        public void thumbnailComplete(ImageReader source) {
            note(source, "thumbnail complete");
        }

        @Override
        public void readAborted(ImageReader source) {
            note(source, "aborted");
        }
    }

    private static List<String> callsOfRead(String abortsAt) throws IOException {
        ImageReader reader = reader(file);
        Listener listener = new Listener(abortsAt);
        reader.addIIOReadProgressListener(listener);
        assertEquals(WIDTH, reader.read(0).getWidth());
        assertFalse(Thread.currentThread().isInterrupted());
        return listener.calls;
    }

    @Test
    void listenersHearAndAbort() throws IOException {
        assertEquals(List.of("started", "progress", "complete"), callsOfRead("never"));
        assertEquals(List.of("started", "aborted"), callsOfRead("started"));
        assertEquals(List.of("started", "progress", "aborted"), callsOfRead("progress"));
        ImageReader reader = reader(file);
        Listener listener = new Listener("never");
        reader.addIIOReadProgressListener(listener);
        reader.abort(); // what was asked before a read does not concern it
        reader.read(0);
        assertEquals(List.of("started", "progress", "complete"), listener.calls);
    }

    @Test
    void thumbnails() throws IOException {
        ImageReader reader = reader(file);
        Listener listener = new Listener("never");
        reader.addIIOReadProgressListener(listener);
        assertTrue(reader.readerSupportsThumbnails());
        assertTrue(reader.hasThumbnails(0));
        BufferedImage small = reader.readThumbnail(0, 0);
        assertEquals(150, small.getWidth());
        assertEquals(reader.getThumbnailWidth(0, 0), small.getWidth());
        assertEquals(reader.getThumbnailHeight(0, 0), small.getHeight());
        int sum = sample(20, 30, 1) + sample(21, 30, 1) + sample(20, 31, 1) + sample(21, 31, 1);
        assertEquals(sum / 4.0, small.getRaster().getSample(10, 15, 1), 0.5);
        assertEquals(List.of("thumbnail", "thumbnail progress", "thumbnail complete"), listener.calls);
        assertThrows(IndexOutOfBoundsException.class, () -> reader.readThumbnail(0, 1));
    }

    @Test
    void metadataInTheStandardFormat() throws IOException {
        IIOMetadata metadata = reader(encoded(4, 16)).getImageMetadata(0);
        assertTrue(metadata.isReadOnly());
        assertTrue(metadata.isStandardMetadataFormatSupported());
        Node tree = metadata.getAsTree(IIOMetadataFormatImpl.standardMetadataFormatName);
        assertEquals("RGB", value(tree, "ColorSpaceType", "name"));
        assertEquals("4", value(tree, "NumChannels", "value"));
        assertEquals("Nacre", value(tree, "CompressionTypeName", "value"));
        assertEquals("FALSE", value(tree, "Lossless", "value"));
        assertEquals("16 16 16 16", value(tree, "BitsPerSample", "value"));
        assertEquals("Normal", value(tree, "ImageOrientation", "value"));
        assertEquals("nonpremultiplied", value(tree, "Alpha", "value"));
        assertThrows(IllegalArgumentException.class, () -> metadata.getAsTree("javax_imageio_png_1.0"));
        assertThrows(IllegalStateException.class, metadata::reset);
        assertNull(reader(file).getStreamMetadata());
        ImageReader ignoring = provider.createReaderInstance(null);
        ignoring.setInput(stream(file), true, true);
        assertNull(ignoring.getImageMetadata(0));
    }

    private static String value(Node tree, String element, String attribute) {
        return ((Element) ((Element) tree).getElementsByTagName(element).item(0)).getAttribute(attribute);
    }

    @Test
    void damageAndLimitsAreExceptions() throws IOException {
        byte[] damaged = file.clone();
        damaged[file.length / 2] ^= 1;
        ImageReader reader = reader(damaged);
        assertEquals(WIDTH, reader.getWidth(0));
        assertThrows(CodecException.class, () -> reader.read(0));
        ImageReader cut = reader(Arrays.copyOf(file, file.length - 1));
        assertThrows(CodecException.class, () -> cut.getWidth(0));
        try (Codec strict = CodecFixture.tiny(packs).maxPixels(1000).build()) {
            ImageReader limited = new NacreImageReaderSpi(strict).createReaderInstance(null);
            limited.setInput(stream(file));
            assertThrows(LimitExceededException.class, () -> limited.getWidth(0));
        }
        try (Codec strict = CodecFixture.tiny(packs).maxMemory(1_000_000).build()) {
            ImageReader limited = new NacreImageReaderSpi(strict).createReaderInstance(null);
            limited.setInput(stream(file));
            assertThrows(LimitExceededException.class, () -> limited.read(0));
        }
    }
}
