package io.nacre.codec.raster;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteOrder;
import javax.imageio.stream.ImageInputStream;

/**
 * Takes orientation, profile and TiffDirectory.XMP from the first directory of a TIFF file. The EXIF of a TIFF file is
 * spread over the file itself and is not taken over.
 */
final class TiffScanner {
    private static final int REDUCED_RESOLUTION = 1;
    private static final int IEEE_FLOAT = 3;
    private static final int CANON_SIGNATURE_OFFSET = 8;

    private TiffScanner() {}

    static void scan(ImageInputStream in, ContainerTraits traits) throws IOException {
        try {
            TiffDirectory directory = TiffDirectory.read(in);
            if (isCameraRaw(in, directory)) {
                throw new UnsupportedImageException(
                        "camera raw files cannot be read; develop the file to TIFF with a raw converter");
            }
            traits.orientation = Exif.valid(directory.unsigned(TiffDirectory.ORIENTATION, 1));
            traits.floatingPoint = directory.unsigned(TiffDirectory.SAMPLE_FORMAT, 1) == IEEE_FLOAT;
            if (traits.floatingPoint && directory.unsigned(TiffDirectory.BITS_PER_SAMPLE, 0) == 16) {
                throw new UnsupportedImageException(
                        "16-bit floating-point samples cannot be read; convert the picture to 16-bit integers");
            }
            traits.icc = directory.bytes(TiffDirectory.ICC, ContainerTraits.MAX_ICC);
            if (traits.icc != null) {
                hideProfile(directory.entry(TiffDirectory.ICC), in.getByteOrder(), traits);
            }
            traits.xmp = directory.bytes(TiffDirectory.XMP, ContainerTraits.MAX_METADATA);
        } catch (EOFException e) {
            throw new IOException("the TIFF file is cut short", e);
        }
    }

    /** Renames the tag for the reader, so that it hands out samples as they are stored, whatever the profile. */
    private static void hideProfile(TiffDirectory.Entry entry, ByteOrder order, ContainerTraits traits) {
        int lowByte = order == ByteOrder.LITTLE_ENDIAN ? 0 : 1;
        traits.patches.put(entry.start() + lowByte, (byte) (TiffDirectory.ICC + 1));
    }

    /** Raw files hold a small preview where others hold the picture. */
    private static boolean isCameraRaw(ImageInputStream in, TiffDirectory directory) throws IOException {
        in.seek(CANON_SIGNATURE_OFFSET);
        boolean canon = in.readUnsignedByte() == 'C' && in.readUnsignedByte() == 'R';
        return canon
                || directory.entry(TiffDirectory.DNG_VERSION) != null
                || (directory.unsigned(TiffDirectory.NEW_SUBFILE_TYPE, 0) & REDUCED_RESOLUTION) != 0;
    }
}
