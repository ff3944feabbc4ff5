package io.nacre.codec.raster;

import java.io.IOException;
import java.nio.ByteBuffer;
import javax.imageio.stream.ImageInputStream;

/**
 * Collects metadata, orientation and colour profile from the structure of a file, without decoding samples. ImageIO's
 * own metadata trees are not used: they inflate without bounds, differ between readers and lose the bytes.
 */
final class ContainerScanner {
    private static final int PNG = 0x89504E47;
    private static final int RIFF = 0x52494646;
    private static final int WEBP = 0x57454250;

    private ContainerScanner() {}

    /**
     * Scans a file and rewinds it.
     *
     * @throws IOException if the file is cut short or damaged
     */
    static ContainerTraits scan(ImageInputStream in) throws IOException {
        ContainerTraits traits = new ContainerTraits();
        ByteBuffer head = ByteBuffer.allocate(12);
        in.seek(0);
        in.read(head.array());
        int magic = head.getInt(0);
        if (magic == PNG) {
            PngScanner.scan(in, traits);
        } else if (magic >>> 8 == 0xFFD8FF) {
            JpegScanner.scan(in, traits);
        } else if (magic == RIFF && head.getInt(8) == WEBP) {
            WebpScanner.scan(in, traits);
        } else if (TiffDirectory.isTiff(magic)) {
            TiffScanner.scan(in, traits);
        }
        if (traits.exif != null) {
            traits.orientation = Exif.orientation(traits.exif);
        }
        in.seek(0);
        return traits;
    }
}
