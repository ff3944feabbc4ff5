package io.nacre.codec.raster;

import com.twelvemonkeys.imageio.stream.ByteArrayImageInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;

/** The orientation tag (0x0112) of an EXIF block (CIPA DC-008). */
final class Exif {
    private Exif() {}

    /** Orientation 1 to 8; 1 if the tag is missing, invalid or unreadable. */
    static int orientation(byte[] exif) {
        try {
            return valid(
                    TiffDirectory.read(new ByteArrayImageInputStream(exif)).unsigned(TiffDirectory.ORIENTATION, 1));
        } catch (IOException | IndexOutOfBoundsException e) {
            return 1;
        }
    }

    /** An orientation as it is if it is one of 1 to 8, else 1. */
    static int valid(long orientation) {
        return orientation >= 1 && orientation <= 8 ? (int) orientation : 1;
    }

    /** A copy with orientation 1, for a block whose {@link #orientation} is not 1. */
    static byte[] upright(byte[] exif) throws IOException {
        ByteArrayImageInputStream in = new ByteArrayImageInputStream(exif);
        TiffDirectory.Entry entry = TiffDirectory.read(in).entry(TiffDirectory.ORIENTATION);
        ByteBuffer copy = ByteBuffer.wrap(exif.clone()).order(in.getByteOrder());
        int position = (int) entry.position();
        if (entry.type() == TiffDirectory.TYPE_SHORT) {
            copy.putShort(position, (short) 1);
        } else {
            copy.putInt(position, 1);
        }
        return copy.array();
    }
}
